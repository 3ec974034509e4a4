#include "config.h"

#include "lint/blank.h"

#include <stddef.h>
#include <string.h>

#include "words.h"

void blank_name(struct buf *b, const char *text, const char *name)
{
    size_t len = name == NULL ? 0 : strlen(name);
    buf_clear(b);
    for (const char *at = text; *at != '\0';) {
        if (len > 0 && words_at(text, at, name, len)) {
            buf_puts(b, "{}");
            at += len;
        } else {
            buf_putc(b, *at++);
        }
    }
}
