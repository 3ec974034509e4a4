/* How text is cut into the pieces that are a model's words:
 *
 *   letters, with hyphens and apostrophes between them     well-known
 *   's at the end of such a word                           Ann|'s
 *   digits, with dots and commas between them; behind      48,000
 *     letters, two at a time                               rose|52|19
 *   an at sign with all that follows it                    rose|52|19|@example.org
 *   underscores in a row                                   ____
 *   any other sign of ASCII alone                          (|Rome|)
 *
 * All characters beyond ASCII count as letters. White space parts pieces, and
 * of it nothing else is kept than whether there is any before a piece; there
 * always is before the first one. */
#ifndef PIECES_H
#define PIECES_H

#include <stdbool.h>
#include <stddef.h>

#include "exam/pool.h"

/* A walk over a text; set text and end, and before = true. */
struct pieces {
    const char *at, *end; /* what is left; borrowed */
    bool letters;         /* the piece before this place ends in a letter */
    struct text piece;    /* the one found last, in the text */
    bool blank;           /* there is white space before it */
};

/* Starts over a text of `len` bytes. */
void pieces_start(struct pieces *p, const char *text, size_t len);

/* Finds the next piece. Returns false at the end. */
bool pieces_next(struct pieces *p);

#endif
