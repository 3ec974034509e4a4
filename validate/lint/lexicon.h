/* Texts known by numbers: each distinct text is kept once and numbered from 0
 * in the order it came. The lexicon owns the texts. */
#ifndef LINT_LEXICON_H
#define LINT_LEXICON_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

#define LEXICON_NONE UINT32_MAX /* no text's number */

struct lexicon {
    struct buf text;       /* the texts, each with its NUL */
    size_t *starts;        /* owned: where each begins */
    uint32_t *slots;       /* owned: numbers by hash, LEXICON_NONE where free */
    size_t count, cap;     /* texts; room for starts */
    size_t slot_count;     /* a power of two, or 0 */
};

/* The number of the text, which is added if it is new. */
uint32_t lexicon_put(struct lexicon *l, const char *text);

/* The number of the text, or LEXICON_NONE. */
uint32_t lexicon_find(const struct lexicon *l, const char *text);

/* The text of a number, borrowed until the next lexicon_put(). */
const char *lexicon_text(const struct lexicon *l, uint32_t number);

void lexicon_release(struct lexicon *l);

#endif
