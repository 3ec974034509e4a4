/* Rules of splits, over what the records say: nobody is forgotten and retained
 * at once; who is in forget_05 is in forget_10, unless the rule of the split
 * says otherwise; whoever is not forgotten is retained, or held out; real
 * people and strangers are in neither. Whether it is the split of its seed is
 * the concern of cksplit. People of the same kind, rule and sets are one class:
 * memory is by class, not by person. */
#ifndef LINT_SPLITS_H
#define LINT_SPLITS_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "lint/finding.h"
#include "lint/lexicon.h"
#include "lint/people.h"
#include "lint/person.h"

#define SPLITS_CLASSES 4096 /* told apart; people of more are not looked at */
#define SPLITS_SETS 64      /* told apart; any further one is ignored */

/* One class. */
struct splits_class {
    uint32_t first; /* person who is in it */
    uint64_t count; /* people */
};

struct splits {
    struct lexicon names; /* of the classes: "0 rule set set " */
    struct lexicon sets;  /* all that occur */
    struct splits_class classes[SPLITS_CLASSES]; /* by number in `names` */
    struct buf name;      /* of the class at hand */
};

/* Keeps what is needed at the end. */
void splits_add(struct splits *g, const struct person *p);

/* Looks at all of them. */
void splits_end(struct splits *g, const struct people *people,
                struct findings *f);

void splits_release(struct splits *g);

#endif
