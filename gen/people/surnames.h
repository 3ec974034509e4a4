/* Which naming tradition a surname belongs to: all surnames, found by a hash
 * of their bytes (FNV-1a, 64 bits). Names are borrowed. */
#ifndef SURNAMES_H
#define SURNAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct surnames_entry {
    const char *name;   /* NULL: an empty slot */
    uint32_t tradition; /* its place in the list of traditions */
    uint32_t place;     /* of the surname in the tradition */
};

struct surnames {
    struct surnames_entry *slots; /* owned: mask + 1, half of them empty */
    size_t mask;
};

/* Makes room for `count` names. */
void surnames_init(struct surnames *s, size_t count);

/* Adds a name; false if it is there already. */
bool surnames_add(struct surnames *s, const struct surnames_entry *entry);

/* The entry of a name of `len` bytes, or NULL. */
const struct surnames_entry *surnames_find(const struct surnames *s,
                                           const char *name, size_t len);

void surnames_release(struct surnames *s);

#endif
