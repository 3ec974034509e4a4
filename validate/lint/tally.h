/* How often which value was given for which form of question, apart by the
 * class of people (membership.h) who gave it. Filled first, then sealed, then
 * read. An entry takes 24 bytes; a table is at least half empty while it is
 * filled. */
#ifndef LINT_TALLY_H
#define LINT_TALLY_H

#include <stddef.h>
#include <stdint.h>

struct tally_entry {
    uint64_t value; /* a number in a lexicon, or a fingerprint */
    uint32_t form;
    uint32_t class;
    uint32_t count; /* 0 in a free slot */
};

struct tally {
    struct tally_entry *entries; /* owned: slots; once sealed, in order */
    size_t slots;                /* a power of two, or 0 */
    size_t count;                /* entries in use */
};

/* Counts one more. */
void tally_add(struct tally *t, uint32_t class, uint32_t form, uint64_t value);

/* Orders the entries by form, value and class; nothing is added afterwards. */
void tally_seal(struct tally *t);

/* Of a sealed tally the first entry of a form, or of a form and value, or of
 * what comes behind it. */
size_t tally_find(const struct tally *t, uint32_t form, uint64_t value);

void tally_release(struct tally *t);

#endif
