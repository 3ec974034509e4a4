/* The word nearest to one that was misspelt, for messages: of those offered the
 * one that takes the fewest changes, where a change adds, drops or replaces a
 * character, swaps two neighbours, or writes all of it in the other letter
 * case. No word is near that takes more than one change for each three
 * characters of the longer word, or more than NEAREST_CHANGES. */
#ifndef SCHEMA_NEAREST_H
#define SCHEMA_NEAREST_H

#include <stddef.h>
#include <stdint.h>

#define NEAREST_LONGEST 64 /* characters; longer words are near to none */
#define NEAREST_CHANGES 4

struct nearest {
    const char *found; /* borrowed: the nearest word so far, or NULL */
    size_t found_len;  /* bytes of it */
    unsigned changes;  /* it takes, 0 if it is the word itself */

    uint32_t wanted[NEAREST_LONGEST]; /* the word, in code points */
    size_t wanted_len;                /* of them; 0 if no word can be near */
};

/* Begins with the word that was found in place of one of those to come: `len`
 * bytes of UTF-8. */
void nearest_init(struct nearest *n, const char *word, size_t len);

/* Offers a word, which must stay as long as `n`. Of words equally near the
 * first stays. */
void nearest_offer(struct nearest *n, const char *word, size_t len);

#endif
