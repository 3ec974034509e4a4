#include "config.h"

#include "lint/language.h"

#include <string.h>

#include "lint/article.h"

static void find_marks(const struct texts *t, const struct text *text,
                       const struct vocabulary *v, struct findings *f)
{
    size_t len = 2;
    const char *at =
        vocabulary_find(&v->lists[VOCABULARY_MARK], text->text, &len);
    if (at == NULL && text->kind != TEXT_CLOZE) { /* there it is a gap */
        len = 2;
        at = strstr(text->text, "__");
    }
    if (at != NULL)
        texts_find(t, text, "text-template", at, len, f);
}

/* True if a blank stands where none should: twice, at either end, inside a
 * parenthesis, or before a mark; but "born in ..." may go on. */
static bool is_stray(const char *text, const char *at)
{
    if (at == text || at[1] == '\0' || at[1] == ' ' || at[-1] == '(')
        return true;
    if (at[1] == '.')
        return at[2] == '\0' || at[2] == ' ';
    return strchr(",;:?!)", at[1]) != NULL;
}

static void find_spaces(const struct texts *t, const struct text *text,
                        struct findings *f)
{
    const char *at = text->text;
    while ((at = strchr(at, ' ')) != NULL && !is_stray(text->text, at))
        at++;
    if (at != NULL)
        texts_find(t, text, "text-spaces", at, 1, f);
}

static void find_articles(const struct texts *t, const struct text *text,
                          const struct vocabulary *v, struct findings *f)
{
    size_t len = 0;
    const char *at = article_find(text->text, v, &len);
    if (at != NULL)
        texts_find(t, text, "text-article", at, len, f);
}

void language_look(const struct texts *t, const struct vocabulary *v,
                   struct findings *f)
{
    for (size_t i = 0; i < t->count; i++) {
        const struct text *text = &t->list[i];
        find_marks(t, text, v, f);
        find_spaces(t, text, f);
        find_articles(t, text, v, f);
    }
}
