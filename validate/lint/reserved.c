#include "config.h"

#include "lint/reserved.h"

#include <string.h>

static void look(const struct texts *t, const struct text *text,
                 const struct vocabulary *v, struct findings *f)
{
    size_t len = strlen(text->text), token = 0;
    const char *at =
        vocabulary_find(&v->lists[VOCABULARY_TOKEN], text->text, &token);
    if (len == 0 ||
        vocabulary_has(&v->lists[VOCABULARY_MISSING], text->text))
        texts_find(t, text, "reserved-missing", text->text, len, f);
    if (len > 1 && text->text[0] == '[' && text->text[len - 1] == ']')
        texts_find(t, text, "reserved-code", text->text, len, f);
    if (at != NULL)
        texts_find(t, text, "reserved-token", at, token, f);
}

void reserved_look(const struct texts *t, const struct vocabulary *v,
                   struct findings *f)
{
    for (size_t i = 0; i < t->count; i++)
        look(t, &t->list[i], v, f);
}
