/* A set of names, each with a number: looked up in one probe or a few. The
 * names belong to the caller and stay as long as the set; each is added once.
 * Start it as {0}. */
#ifndef SCHEMA_NAMES_H
#define SCHEMA_NAMES_H

#include <stddef.h>
#include <stdint.h>

struct names_slot {
    const char *name; /* borrowed; NULL in an empty slot */
    size_t len;       /* bytes of it */
    uint32_t hash;
    uint32_t number;
};

struct names {
    struct names_slot *slots; /* owned, a power of two of them */
    size_t room;              /* of slots; 0 before the first name */
    size_t count;             /* of names */
    uint64_t lengths;         /* they have: bits 1 << length % 64 */
};

void names_add(struct names *set, const char *name, size_t len,
               uint32_t number);

/* The name's number, or -1. */
int64_t names_find(const struct names *set, const char *name, size_t len);

void names_release(struct names *set);

#endif
