/* Items on disk in the order of their keys: in memory an item takes 24 bytes,
 * its key and payload lie in a spool. Keys are at most SORTER_KEY_LIMIT bytes
 * and compare bytewise. */
#ifndef SORTER_H
#define SORTER_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "spool.h"

#define SORTER_KEY_LIMIT 4096 /* bytes */
#define SORTER_PREFIX 15      /* bytes of the key kept in memory */

struct sorter_entry {
    char prefix[SORTER_PREFIX]; /* of the key, filled up with NUL */
    uint8_t mark;               /* the caller's own, 0 at first */
    uint64_t offset;            /* of the item in the spool */
};

struct sorter {
    struct spool spool;
    struct sorter_entry *entries; /* owned */
    size_t count, cap;            /* entries in use, allocated */
    struct buf one, two;          /* keys being compared */
    int failed;                   /* reading back failed while sorting */
};

/* One item; pointers into the buffer it was read into. */
struct sorter_item {
    const char *key; /* NUL-ended */
    size_t key_len;
    const char *payload;
    size_t payload_len;
};

/* Returns 0, or -1 (told). */
int sorter_open(struct sorter *s);

/* Adds an item. Returns 0, or -1 (told). */
int sorter_add(struct sorter *s, const char *key, size_t key_len,
               const void *payload, size_t payload_len);

/* Sorts what was added; nothing is added afterwards. Items with equal keys
 * keep the order they came in. Returns 0, or -1 (told). */
int sorter_sort(struct sorter *s);

/* Reads item `index` (in order) into `b`, which `item` then points into. Safe
 * from several threads with a `b` each. Returns 0, or -1 (told). */
int sorter_read(struct sorter *s, size_t index, struct buf *b,
                struct sorter_item *item);

/* The index of the item with that key, or -1 if there is none, or -2 (told).
 * A guess that is right saves the search. */
int64_t sorter_find(struct sorter *s, const char *key, size_t guess);

void sorter_close(struct sorter *s);

#endif
