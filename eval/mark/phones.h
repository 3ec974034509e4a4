/* Phone numbers as they are written: runs of digits with a blank, a hyphen or a
 * point between, or brackets around one, 7 to 15 digits in all.
 *
 *   +1 788 555 0106  (788) 555-0106  788.555.0106
 *
 * One without + or brackets has two runs at least, the first of three digits at
 * most, the last of more. */
#ifndef PHONES_H
#define PHONES_H

#include "mark/lexer.h"

/* The phone number that begins `at` lexemes ahead. Returns how many lexemes it
 * takes, or 0 if there is none; its digits go to `digits`, with a NUL. */
unsigned phones_read(struct lexer *l, unsigned at,
                     char digits[LEXER_DIGITS + 1]);

#endif
