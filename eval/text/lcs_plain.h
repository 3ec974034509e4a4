/* The longest common subsequence by the table of the textbooks, a cell a pair
 * of tokens: what lcs.h is held against in the tests. */
#ifndef LCS_PLAIN_H
#define LCS_PLAIN_H

#include "lcs.h"

/* As lcs_length(). */
size_t lcs_plain_length(struct lcs_list pattern, struct lcs_list text);

/* As lcs_mark(), step for step as rouge_score's _backtrack_norec(). */
void lcs_plain_mark(struct lcs_list pattern, struct lcs_list text,
                    unsigned char *marks);

#endif
