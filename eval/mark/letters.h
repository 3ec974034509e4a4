/* The letters of options in a reply to a choice, A to D, as an answer may have
 * them: "B", "b.", "(b)", "**B**", "B: a baker", "Option B", "the answer is B".
 *
 * A letter counts
 *   - in brackets, quotation marks or stars, or before a closing bracket;
 *   - behind a word like "answer", with nothing but fillers between ("is");
 *   - as a capital of its own, but for an initial (Kristian D. Laursen) and
 *     what a sign ties to a word (B-flat, C#);
 *   - as the first of a line before . : or ), or as all there is.
 * An A or a that stands before a word is an article, unless the word is a verb
 * or the like ("A is right"). */
#ifndef LETTERS_H
#define LETTERS_H

#include <stdbool.h>
#include <stddef.h>

#include "mark/lexer.h"
#include "mark/naming.h"
#include "mark/terms.h"

struct letters {
    unsigned found; /* bits: 1 for A, 2 for B */
    bool denied;    /* "not B", "B is not right" */
};

/* Looks for letters in the text in which `n` found what is named, outside of
 * that. */
struct letters letters_find(struct lexer *l, const struct terms *t,
                            const struct naming *n);

#endif
