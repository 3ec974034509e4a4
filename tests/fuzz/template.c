/* A template that compiles can be rendered; one without braces renders to
 * itself. */
#include "config.h"

#include "template.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    static const char *const names[] = {"name", "pet", NULL};
    static const struct template_value values[] = {{"Ilse", 4, ""},
                                                   {"otter", 5, "an"}};
    char *text = xstrndup((const char *)data, size);
    struct template t;
    struct buf out = BUF_EMPTY;
    if (template_compile(&t, text, names) == 0) {
        template_render(&t, values, size % 2 == 0, &out);
        if (strchr(text, '{') == NULL && strcmp(buf_string(&out), text) != 0)
            abort();
    } else if (t.reason == NULL || t.column == 0 ||
               t.column > strlen(text) + 1) {
        abort();
    }
    template_release(&t);
    buf_release(&out);
    free(text);
    return 0;
}
