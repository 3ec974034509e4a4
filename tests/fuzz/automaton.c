/* The first line is an expression, the others are texts: the quick search finds
 * it where the general one does. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "schema/automaton.h"
#include "schema/pattern.h"
#include "target.h"
#include "utf8.h"

static void compare(const struct pattern *p, const struct automaton *a,
                    const char *text, size_t len)
{
    struct pattern_match *match = pattern_match_new();
    pattern_match_refill(match);
    int found = pattern_find(p, match, text, len);
    int quick = automaton_find(a, text, len);
    if (found >= 0 && quick >= 0 && found != quick)
        abort();
    pattern_match_free(match);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    const char *stop = size > 0 ? memchr(text, '\n', size) : NULL;
    struct buf why = BUF_EMPTY;
    if (stop == NULL || !utf8_valid(text, size))
        return 0;
    struct pattern *p = pattern_new(text, (size_t)(stop - text), &why);
    struct automaton *a =
        p != NULL ? automaton_new(text, (size_t)(stop - text)) : NULL;
    stop++;
    if (a != NULL)
        compare(p, a, stop, size - (size_t)(stop - text));
    automaton_free(a);
    pattern_free(p);
    buf_release(&why);
    return 0;
}
