/* Regular expressions as JSON Schema wants them: those of ECMA-262 (2020) with
 * the flag u, searched for anywhere in a text. The grammar of ECMA-262 is read
 * here, so that nothing it lacks gets through; what it means is then written
 * for PCRE2, escape by escape. Properties of characters are those of PCRE2's
 * Unicode: 14 in PCRE2 10.42.
 *
 * Some of what ECMA-262 allows is refused, since PCRE2 does it differently or
 * not at all: a lookbehind whose alternatives have no fixed length, a count
 * above 65535, the property Changes_When_NFKC_Casefolded, and a reference to a
 * group that may have been set in another round of a repetition than the last.
 *
 * A search ends. It takes at most PATTERN_STEPS, and for each byte of the text
 * one more for each byte of the pattern and 16, but no more than
 * PATTERN_STEPS_MOST; fewer where one step alone is long. And it takes at most
 * PATTERN_HEAP bytes: half a million rounds of a group in a repetition.
 * Searches that take PATTERN_FREE steps and 16 for each byte of their text cost
 * nothing more; of others there are as many as PATTERN_REFILL steps allow. */
#ifndef SCHEMA_PATTERN_H
#define SCHEMA_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

#define PATTERN_LONGEST 65535 /* bytes of a pattern */
#define PATTERN_NESTING 100   /* groups inside one another */
#define PATTERN_FREE 5000
#define PATTERN_STEPS 1000000
#define PATTERN_STEPS_MOST 100000000
#define PATTERN_REFILL 100000000
#define PATTERN_HEAP ((size_t)1 << 26) /* bytes for what may be tried again */

struct pattern;       /* compiled, read only: threads may share it */
struct pattern_match; /* what a search needs, one for each thread */

/* Compiles `len` bytes. Returns NULL if they are no such expression or one that
 * is refused; why is then appended to `why`, as in "a group is not closed". */
struct pattern *pattern_new(const char *text, size_t len, struct buf *why);

/* True if the text is an expression by ECMA-262, of PATTERN_LONGEST bytes at
 * most, refused by pattern_new() or not. */
bool pattern_valid(const char *text, size_t len);

/* Frees it; NULL is nothing to free. */
void pattern_free(struct pattern *p);

/* Free with pattern_match_free(). Any number of steps may be taken with it
 * until it is first refilled. */
struct pattern_match *pattern_match_new(void);
void pattern_match_free(struct pattern_match *m);

/* Lets long searches take PATTERN_REFILL steps in all from here on: before each
 * line, so that none can take more. */
void pattern_match_refill(struct pattern_match *m);

/* 1 if the pattern is found in `len` bytes of valid UTF-8, NULs among them, 0
 * if not, -1 if that took more steps or memory than a search may. */
int pattern_find(const struct pattern *p, struct pattern_match *m,
                 const char *text, size_t len);

#endif
