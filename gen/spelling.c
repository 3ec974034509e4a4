#include "config.h"

#include "spelling.h"

#include <string.h>
#include <strings.h>

/* A letter, a digit, or part of a letter beyond ASCII. */
static bool is_word(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
           (c >= '0' && c <= '9') || (unsigned char)c >= 0x80;
}

static bool occurs(const char *text, const char *part, size_t len)
{
    size_t size = strlen(text);
    for (size_t at = 0; len > 0 && at + len <= size; at++)
        if ((at == 0 || !is_word(text[at - 1])) && !is_word(text[at + len]) &&
            strncasecmp(text + at, part, len) == 0)
            return true;
    return false;
}

bool spelling_occurs(const struct person *p, enum fact fact, const char *text)
{
    const struct buf *own = &p->text[fact];
    struct buf spelling = BUF_EMPTY;
    bool found = own->len > 0 && occurs(text, own->data, own->len - 1);
    for (size_t i = 0; !found && i < forms_count(&p->world->forms, fact);
         i++) {
        buf_clear(&spelling);
        forms_render(&p->world->forms, fact, i, own->data, &spelling);
        found = occurs(text, spelling.data, spelling.len);
    }
    buf_release(&spelling);
    return found;
}
