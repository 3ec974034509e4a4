/* Numbers as they are written, with their units.
 *
 *   34,000  34 000  34'000  34.000 euros  34k  34 thousand  1.81  1,81
 *   34,000 US dollars a year  USD 34,000  $34k  34.000 euros
 *   181 cm  1.81 m  181-cm  5'11"  5 ft 11 in  5 feet 11
 *
 * Of 180-185 cm, or from 180 to 185 cm, neither end is meant. */
#ifndef AMOUNTS_H
#define AMOUNTS_H

#include "buf.h"
#include "mark/lexer.h"

struct amount {
    uint64_t value;           /* in parts of TERMS_DECIMALS */
    const struct unit *unit;  /* or NULL for a bare number */
    const struct unit *period; /* of money, where it is not a year; or NULL */
    unsigned digits;          /* if not 0: a bare number of so many digits that
                                 begins with a 0 */
    bool imperial;            /* feet or inches, value in centimetres: it is
                                 rounded to half an inch at best */
};

#define AMOUNT_ROUNDING 12700 /* half an inch, in parts of a centimetre */

/* The number that begins `at` lexemes ahead, with what belongs to it. Returns
 * how many lexemes it takes, or 0. */
unsigned amounts_read(struct lexer *l, unsigned at, struct amount *a);

/* The same of what stands between two numbers of which neither is meant, or of
 * which the first takes its unit from the second: lexemes between them, or 0.
 * *range says which. */
unsigned amounts_joint(struct lexer *l, unsigned at, bool *range);

/* Appends a number in its normal form: "34000 USD", "181 cm", "1951". */
void amounts_write(const struct amount *a, struct buf *out);

#endif
