/* The words that rules look for, as templates/lint/words.tsv has them:
 *
 *   mark      what a template or a chat model left behind; case counts where it
 *             has a capital
 *   a, an     words, small, that take this article against their first letter;
 *             with a star all that begin so
 *   either    words that take both
 *   relative  who else a sentence may be about
 *   mail      domains kept for examples, and all below them
 *   phone     telephone numbers kept for fiction: digits with the country's
 *             code, x for any
 *   missing   what readers of tables take for an empty cell
 *   token     what loaders and chat templates take for a mark of theirs */
#ifndef LINT_VOCABULARY_H
#define LINT_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>

#include "tsv.h"

enum vocabulary_kind {
    VOCABULARY_MARK,
    VOCABULARY_A,
    VOCABULARY_AN,
    VOCABULARY_EITHER,
    VOCABULARY_RELATIVE,
    VOCABULARY_MAIL,
    VOCABULARY_PHONE,
    VOCABULARY_MISSING,
    VOCABULARY_TOKEN,
    VOCABULARY_KINDS
};

struct vocabulary_list {
    const char **words; /* owned; the words are in the table */
    size_t count;
};

struct vocabulary {
    struct tsv table;
    struct vocabulary_list lists[VOCABULARY_KINDS];
};

/* Reads the table of the data folder. Returns EXIT_OK, EXIT_DATA or EXIT_SYSTEM
 * (told); vocabulary_release() either way. */
int vocabulary_read(struct vocabulary *v);

/* True if the list has the word. */
bool vocabulary_has(const struct vocabulary_list *list, const char *word);

/* How many letters of `word`, in small letters, an entry of the list fits: all
 * of it, or what stands before a star; 0 if none does. */
size_t vocabulary_fit(const struct vocabulary_list *list, const char *word);

/* The first place where `text` holds an entry of the list, of *len bytes, and
 * does not go on with a letter or digit where the entry begins or ends with
 * one; or NULL. Case counts for entries that have a capital. */
const char *vocabulary_find(const struct vocabulary_list *list,
                            const char *text, size_t *len);

void vocabulary_release(struct vocabulary *v);

#endif
