#include "config.h"

#include "lint/pronouns.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "datadir.h"
#include "words.h"

enum { COLUMN_GENDER, COLUMN_VERB = 6, COLUMN_FIRST = 7, COLUMN_LAST = 11 };

int pronouns_read(struct pronouns *g)
{
    char *folder = datadir_path("templates/world");
    int rc = tsv_read(&g->genders, folder, "genders.tsv",
                      "gender weight presentation given least_cm most_cm verb "
                      "they them their theirs themself");
    free(folder);
    if (rc == TSV_UNREADABLE)
        return EXIT_SYSTEM;
    return rc == 0 ? EXIT_OK : EXIT_DATA;
}

static size_t row_of(const struct pronouns *g, const char *gender)
{
    size_t row = 0;
    while (row < g->genders.rows &&
           strcmp(tsv_cell(&g->genders, row, COLUMN_GENDER), gender) != 0)
        row++;
    return row;
}

/* True if the word is a pronoun of that gender. */
static bool in_row(const struct pronouns *g, size_t row, const char *word,
                   size_t len)
{
    for (size_t c = COLUMN_FIRST; c <= COLUMN_LAST; c++) {
        const char *pronoun = tsv_cell(&g->genders, row, c);
        if (strncasecmp(pronoun, word, len) == 0 && pronoun[len] == '\0')
            return true;
    }
    return false;
}

/* True if the word is a singular pronoun of another gender; those of the plural
 * may be about any number of people. */
static bool is_wrong(const struct pronouns *g, size_t row, const char *word,
                     size_t len)
{
    if (in_row(g, row, word, len))
        return false;
    for (size_t other = 0; other < g->genders.rows; other++)
        if (in_row(g, other, word, len) &&
            strcmp(tsv_cell(&g->genders, other, COLUMN_VERB), "singular") == 0)
            return true;
    return false;
}

/* What was seen in the sentence at hand, and whether the one before it was
 * about a relative. */
struct sentence {
    const char *wrong; /* a pronoun, or NULL */
    size_t len;
    bool relative, before;
};

/* Looks at one word. */
static void take(struct sentence *s, const struct pronouns *g, size_t row,
                 const struct vocabulary *v, const char *word, size_t len)
{
    char copy[16];
    if (s->wrong == NULL && is_wrong(g, row, word, len)) {
        s->wrong = word;
        s->len = len;
    }
    if (len >= sizeof copy)
        return;
    for (size_t i = 0; i < len; i++)
        copy[i] = (char)(word[i] >= 'A' && word[i] <= 'Z' ? word[i] | 0x20
                                                          : word[i]);
    copy[len] = '\0';
    s->relative |= vocabulary_has(&v->lists[VOCABULARY_RELATIVE], copy);
}

/* The first wrong pronoun in a text, of *len bytes, or NULL. */
static const char *find_wrong(const struct pronouns *g, size_t row,
                              const struct vocabulary *v, const char *text,
                              size_t *len)
{
    struct sentence s = {0};
    const char *word = text;
    for (size_t size; (word = words_next(word, &size)) != NULL;) {
        take(&s, g, row, v, word, size);
        word += size;
        if (strchr(".?!", *word) == NULL && *word != '\0')
            continue;
        if (s.wrong != NULL && !s.relative && !s.before)
            break;
        s = (struct sentence){.before = s.relative};
    }
    *len = s.len;
    return s.relative || s.before ? NULL : s.wrong;
}

void pronouns_look(const struct pronouns *g, const struct person *p,
                   const struct texts *t, const struct vocabulary *v,
                   struct findings *f)
{
    const char *gender = person_text(p->facts, "gender");
    size_t row = gender != NULL ? row_of(g, gender) : g->genders.rows;
    if (row == g->genders.rows)
        return;
    for (size_t i = 0; i < t->count; i++) {
        size_t len = 0;
        const struct text *text = &t->list[i];
        const char *at = text->kind != TEXT_VALUE
                             ? find_wrong(g, row, v, text->text, &len)
                             : NULL;
        if (at != NULL)
            texts_find(t, text, "text-pronoun", at, len, f);
    }
}

void pronouns_release(struct pronouns *g)
{
    tsv_release(&g->genders);
}
