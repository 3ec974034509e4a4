#include "config.h"

#include "lint/vocabulary.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "alloc.h"
#include "datadir.h"
#include "diag.h"

static const char *const kinds[VOCABULARY_KINDS] = {
    "mark", "a",     "an",      "either", "relative",
    "mail", "phone", "missing", "token"};

static int add(struct vocabulary *v, size_t row)
{
    const char *name = tsv_cell(&v->table, row, 0);
    int kind = 0;
    while (kind < VOCABULARY_KINDS && strcmp(name, kinds[kind]) != 0)
        kind++;
    if (kind == VOCABULARY_KINDS)
        return tsv_fail(&v->table, row, "unknown kind '%s'", name);
    struct vocabulary_list *list = &v->lists[kind];
    if (list->words == NULL)
        list->words = xmalloc(v->table.rows, sizeof *list->words);
    list->words[list->count++] = tsv_cell(&v->table, row, 1);
    return 0;
}

int vocabulary_read(struct vocabulary *v)
{
    *v = (struct vocabulary){0};
    char *folder = datadir_path("templates/lint");
    int rc = tsv_read(&v->table, folder, "words.tsv", "kind word");
    free(folder);
    if (rc == 0)
        rc = tsv_check_keys(&v->table, 1 | 2);
    for (size_t i = 0; rc == 0 && i < v->table.rows; i++)
        rc = add(v, i);
    if (rc == TSV_UNREADABLE)
        return EXIT_SYSTEM;
    return rc == 0 ? EXIT_OK : EXIT_DATA;
}

bool vocabulary_has(const struct vocabulary_list *list, const char *word)
{
    for (size_t i = 0; i < list->count; i++)
        if (strcmp(list->words[i], word) == 0)
            return true;
    return false;
}

size_t vocabulary_fit(const struct vocabulary_list *list, const char *word)
{
    size_t best = 0, word_len = strlen(word);
    for (size_t i = 0; i < list->count; i++) {
        size_t len = strlen(list->words[i]);
        bool starred = len > 0 && list->words[i][len - 1] == '*';
        len -= starred;
        if (len > best && strncmp(word, list->words[i], len) == 0 &&
            (starred || len == word_len))
            best = len;
    }
    return best;
}

static bool is_word(char c)
{
    return isalnum((unsigned char)c) || (unsigned char)c >= 0x80;
}

static bool has_capital(const char *text)
{
    while (*text != '\0' && !isupper((unsigned char)*text))
        text++;
    return *text != '\0';
}

/* True if the entry stands at `at`, where its first byte is known to fit but
 * for its case, and ends there. */
static bool stands_at(const char *at, const char *entry, size_t len)
{
    int differ = has_capital(entry) ? strncmp(at, entry, len)
                                    : strncasecmp(at, entry, len);
    return differ == 0 && !(is_word(at[len - 1]) && is_word(at[len]));
}

const char *vocabulary_find(const struct vocabulary_list *list,
                            const char *text, size_t *len)
{
    for (const char *at = text; *at != '\0'; at++) {
        if (at > text && is_word(at[-1]) && is_word(at[0]))
            continue;
        for (size_t i = 0; i < list->count; i++) {
            const char *entry = list->words[i];
            /* Letters of either case differ in one bit. */
            if (((*at ^ entry[0]) & ~0x20) != 0)
                continue;
            *len = strlen(entry);
            if (stands_at(at, entry, *len))
                return at;
        }
    }
    return NULL;
}

void vocabulary_release(struct vocabulary *v)
{
    for (int i = 0; i < VOCABULARY_KINDS; i++)
        free(v->lists[i].words);
    tsv_release(&v->table);
    *v = (struct vocabulary){0};
}
