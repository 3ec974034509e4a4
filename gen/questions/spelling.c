#include "config.h"

#include "spelling.h"

#include "words.h"

bool spelling_occurs(const struct person *p, enum fact fact, const char *text)
{
    const struct buf *own = &p->text[fact];
    struct buf spelling = BUF_EMPTY;
    bool found = own->len > 0 && words_in(text, own->data);
    for (size_t i = 0; !found && i < forms_count(&p->world->forms, fact);
         i++) {
        buf_clear(&spelling);
        forms_render(&p->world->forms, fact, i, own->data, &spelling);
        found = words_in(text, buf_string(&spelling));
    }
    buf_release(&spelling);
    return found;
}
