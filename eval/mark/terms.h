/* The words that mean something to a mark whatever the question: articles, the
 * word "not", months, units of measure and money, and what leads to the letter
 * of an option. They are in templates/marks/, in lower case and folded. The
 * table also numbers all words that values are made of. */
#ifndef TERMS_H
#define TERMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "mark/fold.h"
#include "text/vocabulary.h"
#include "tsv.h"

#define TERMS_DECIMALS 10000 /* a number is counted in parts of this of 1 */
#define TERMS_PHRASE 4       /* words in the name of a unit, at most */
#define TERMS_UNITS 4096     /* names of units, at most */

/* What a word does in a sentence: bits of `roles`. */
enum term_role {
    TERM_ARTICLE = 1,
    TERM_NOT = 2,
    TERM_BUT = 4,      /* takes a "not" back */
    TERM_LABEL = 8,    /* "answer", "option": a letter may come */
    TERM_FILLER = 16,  /* may stand between a label and the letter */
    TERM_VERDICT = 32, /* may follow a letter, but no article */
    TERM_OF = 64,
    TERM_OR = 128,     /* between two numbers of one unit */
    TERM_TO = 256,     /* between the ends of a range */
    TERM_ORDINAL = 512, /* "st", "nd", "rd", "th" */
    TERM_BETWEEN = 1024, /* before such a range: between 1 and 2 */
    TERM_UNIT = 2048   /* the name of a unit has it */
};

enum unit_kind {
    UNIT_MEASURE,
    UNIT_FOOT,
    UNIT_PRIME,  /* feet, only before inches: 5'11 */
    UNIT_INCH,
    UNIT_SECOND, /* inches, only behind feet: 5'11" */
    UNIT_MONEY,
    UNIT_TIMES,  /* "thousand" */
    UNIT_PERIOD, /* "a year" */
    UNIT_KINDS
};

struct unit {
    enum unit_kind kind;
    const char *name; /* "cm", "USD"; borrowed from the table */
    uint64_t factor;  /* in `name`, in parts of TERMS_DECIMALS */
};

struct term {
    uint16_t roles;
    uint16_t month; /* 1 to 12, or 0 */
    uint16_t unit;  /* its number + 1, or 0 */
};

/* Starts as {0}. */
struct terms {
    struct vocabulary words; /* owned: those below come first */
    struct term *list;       /* owned: by number of the word */
    size_t count;
    struct unit *units;      /* owned */
    struct fold fold;
    struct tsv unit_table;   /* owned: the names of units */
};

/* Reads the tables. Returns 0, TSV_BAD or TSV_UNREADABLE (told); either way it
 * ends with terms_close(). */
int terms_open(struct terms *t);

/* What a word means; all 0 for any other, and VOCABULARY_NONE. */
struct term terms_of(const struct terms *t, uint32_t word);

/* The unit that a word or phrase names, or NULL. */
const struct unit *terms_unit(const struct terms *t, const char *phrase,
                              size_t len);

void terms_close(struct terms *t);

#endif
