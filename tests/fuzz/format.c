/* Any text has all formats checked; one that has a format has those that are
 * wider, too. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "schema/format.h"
#include "target.h"
#include "utf8.h"

static bool has(const char *format, const char *text, size_t len)
{
    return format_check(format_find(format, strlen(format)), text, len);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const wider[][2] = {
        {"uri", "uri-reference"},          {"uri", "iri"},
        {"iri", "iri-reference"},          {"uri-reference", "iri-reference"},
        {"iri-reference", "uri-template"}, {"email", "idn-email"},
        {"hostname", "idn-hostname"},      {"ipv4", "hostname"},
    };
    const char *text = (const char *)data;
    if (!utf8_valid(text, size))
        return 0;
    for (int format = 0; format_name(format) != NULL; format++)
        format_check(format, text, size);
    for (size_t i = 0; i < sizeof wider / sizeof *wider; i++)
        if (has(wider[i][0], text, size) && !has(wider[i][1], text, size))
            abort();
    if (has("date-time", text, size) && !has("date", text, 10))
        abort();
    return 0;
}
