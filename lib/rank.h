/* Order by hashed key. Keys are the first eight bytes of a SHA-256, so they
 * are spread evenly: one counting pass puts each into a bucket of about
 * RANK_BUCKET neighbours, and each bucket is sorted by itself. */
#ifndef RANK_H
#define RANK_H

#include <stddef.h>
#include <stdint.h>

#define RANK_BUCKET 8 /* entries a bucket, on average */

struct rank_entry {
    uint64_t key;   /* big-endian start of the digest */
    uint32_t index; /* the entry's place in the input */
};

/* Orders `count` entries by (key, index), in place. Entries with the same key
 * come out next to each other: the caller, who has the whole digest and the
 * id, decides among them. */
void rank_order(struct rank_entry *entries, size_t count);

/* The first eight bytes of a digest as a number. */
uint64_t rank_key(const unsigned char *digest);

#endif
