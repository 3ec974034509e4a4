/* Which sets people are in. People in the same sets are of one class; what is
 * counted is counted by class, so that it can be added up for any set. */
#ifndef LINT_MEMBERSHIP_H
#define LINT_MEMBERSHIP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "lint/lexicon.h"
#include "lint/tally.h"

#define MEMBERSHIP_SETS 64 /* that are told apart; any further one is ignored */

struct membership {
    struct lexicon sets; /* their names, in the order they came */
    struct lexicon masks; /* the classes, each as its bits in hexadecimal */
    uint64_t *classes;   /* owned: the same as numbers, a bit a set */
    size_t cap;          /* classes there is room for */
};

/* The bit of a set, which is added if it is new; 0 if there are too many. */
uint64_t membership_bit(struct membership *m, const char *set);

/* The class of the people who are in exactly these sets. */
uint32_t membership_class(struct membership *m, uint64_t bits);

/* True if people of the class are in one of the sets. */
bool membership_in(const struct membership *m, uint32_t class, uint64_t bits);

/* True if it is the name of a set of people to forget. */
bool membership_forgets(const char *set);

/* The bit of the set that is kept while `forget` is forgotten: retain_95 of
 * forget_05, and retain of a request or where there is no set of that number. 0
 * if `forget` is not the name of a set to forget, or nothing is kept. */
uint64_t membership_kept(const struct membership *m, const char *forget);

/* How often people in these sets gave a value, of a sealed tally. */
uint64_t membership_count(const struct membership *m, const struct tally *t,
                          uint64_t bits, uint32_t form, uint64_t value);

void membership_release(struct membership *m);

#endif
