/* The longest common subsequence of two lists of tokens, 64 tokens of the first
 * a step (H. Hyyro, "Bit-parallel LCS-length computation revisited", 2004).
 *
 * A bit a token of the first list, the pattern, goes along with the text, the
 * second: it is 0 where the subsequence of the pattern up to that token is
 * longer by one than that up to the one before. A longer pattern is taken in
 * blocks of 64; what one block hands to the next is a bit a token of the text.
 *
 * lcs_plain.h has the same by the table of the textbooks. */
#ifndef LCS_H
#define LCS_H

#include <stdint.h>

#include "tokens.h"

/* Starts as {0}; serves any number of lists. */
struct lcs {
    uint64_t *masks; /* owned: by token, its places in the block; 0 between */
    size_t tokens;   /* room in it */
    uint64_t *rows;  /* owned: the block's bits behind each token of the text */
    size_t row_room; /* in words */
    uint64_t *carries; /* owned: between blocks, lists of a bit a token */
    size_t carry_room; /* in words */
};

/* A list of tokens; borrowed. */
struct lcs_list {
    const uint32_t *ids;
    size_t count;
};

/* The length of the longest common subsequence. `tokens` is above all ids. */
size_t lcs_length(struct lcs *l, struct lcs_list pattern, struct lcs_list text,
                  size_t tokens);

/* Sets marks[i] to 1 for each token i of the pattern that is on one longest
 * common subsequence, and leaves the others: on the one that is found from the
 * ends of both lists by taking equal tokens, else stepping back in the text if
 * the rest is then longer than with a step back in the pattern, and else in the
 * pattern. Memory: the text's tokens times the root of the pattern's, in bits,
 * and 8 bytes a token of the text. */
void lcs_mark(struct lcs *l, struct lcs_list pattern, struct lcs_list text,
              size_t tokens, unsigned char *marks);

void lcs_release(struct lcs *l);

#endif
