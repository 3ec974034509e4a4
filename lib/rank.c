#include "config.h"

#include "rank.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static int by_key(const void *a, const void *b)
{
    const struct rank_entry *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->index < y->index ? -1 : x->index > y->index;
}

uint64_t rank_key(const unsigned char *digest)
{
    uint64_t key = 0;
    for (int i = 0; i < 8; i++)
        key = key << 8 | digest[i];
    return key;
}

/* How many top bits of the key name a bucket. */
static unsigned bucket_bits(size_t count)
{
    unsigned bits = 0;
    while (bits < 28 && (count >> bits) > RANK_BUCKET)
        bits++;
    return bits;
}

static void sort_bucket(struct rank_entry *e, size_t count)
{
    if (count > 4 * RANK_BUCKET) {
        qsort(e, count, sizeof *e, by_key);
        return;
    }
    for (size_t i = 1; i < count; i++) {
        struct rank_entry moved = e[i];
        size_t at = i;
        for (; at > 0 && by_key(&moved, &e[at - 1]) < 0; at--)
            e[at] = e[at - 1];
        e[at] = moved;
    }
}

void rank_order(struct rank_entry *entries, size_t count)
{
    unsigned bits = bucket_bits(count);
    if (bits == 0) {
        sort_bucket(entries, count);
        return;
    }
    size_t buckets = (size_t)1 << bits;
    size_t *ends = xcalloc(buckets + 1, sizeof *ends);
    struct rank_entry *copy = xmalloc(count, sizeof *copy);
    for (size_t i = 0; i < count; i++)
        ends[(entries[i].key >> (64 - bits)) + 1]++;
    for (size_t b = 1; b <= buckets; b++)
        ends[b] += ends[b - 1];
    for (size_t i = 0; i < count; i++)
        copy[ends[entries[i].key >> (64 - bits)]++] = entries[i];
    memcpy(entries, copy, count * sizeof *copy);
    free(copy);
    for (size_t b = 0, from = 0; b < buckets; from = ends[b++])
        sort_bucket(entries + from, ends[b] - from);
    free(ends);
}
