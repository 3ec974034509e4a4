/* The word nearest to one that was misspelt, for messages: of those offered the
 * one that takes the fewest changes, where a change adds, drops or replaces a
 * character or swaps two neighbours. A word that differs in the case of ASCII
 * letters takes one change. Else no word is near that takes more than one for
 * each three characters of the longer word, or more than NEAREST_CHANGES. */
#ifndef SCHEMA_NEAREST_H
#define SCHEMA_NEAREST_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

#define NEAREST_LONGEST 64 /* characters; longer words are near to none */
#define NEAREST_CHANGES 4
#define NEAREST_OFFERS 10000  /* words that are looked at */
#define NEAREST_COMPARED 1000 /* those of about the length that are compared */

struct nearest {
    const char *found; /* borrowed: the nearest word so far, or NULL */
    size_t found_len;  /* bytes of it */
    unsigned changes;  /* it takes, 0 if it is the word itself */
    unsigned offered;  /* words */
    unsigned compared; /* of them */

    const char *word; /* borrowed: the one that was misspelt */
    size_t word_len;
    uint32_t wanted[NEAREST_LONGEST]; /* the same in code points */
    size_t wanted_len;                /* of them; 0 if no word can be near */
};

/* Begins with the word that was found in place of one of those to come: `len`
 * bytes of UTF-8, which must stay as long as `n`. */
void nearest_init(struct nearest *n, const char *word, size_t len);

/* Offers a word, which must stay as long as `n`. Of words equally near the
 * first stays; words behind the first NEAREST_OFFERS, or behind those compared,
 * are not looked at. */
void nearest_offer(struct nearest *n, const char *word, size_t len);

/* Appends "; did you mean 'word'?", if a word is near, with the escapes of
 * JSON. */
void nearest_put(const struct nearest *n, struct buf *out);

#endif
