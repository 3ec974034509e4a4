#include "config.h"

#include "merkle.h"

#include <stdbool.h>
#include <string.h>

void merkle_leaf(const void *data, size_t len,
                 unsigned char hash[DIGEST_BYTES])
{
    static const unsigned char mark = 0;
    struct digest_stream s;
    digest_start(&s);
    digest_more(&s, &mark, 1);
    digest_more(&s, data, len);
    digest_end(&s, hash);
}

void merkle_node(const unsigned char left[DIGEST_BYTES],
                 const unsigned char right[DIGEST_BYTES],
                 unsigned char hash[DIGEST_BYTES])
{
    unsigned char bytes[1 + 2 * DIGEST_BYTES] = {1};
    memcpy(bytes + 1, left, DIGEST_BYTES);
    memcpy(bytes + 1 + DIGEST_BYTES, right, DIGEST_BYTES);
    digest_bytes(bytes, sizeof bytes, hash);
}

/* As a binary counter adds one: complete subtrees of one size join. */
void merkle_add(struct merkle *m, const unsigned char leaf[DIGEST_BYTES])
{
    unsigned char hash[DIGEST_BYTES];
    unsigned level = 0;
    memcpy(hash, leaf, DIGEST_BYTES);
    for (; (m->size >> level & 1) != 0; level++)
        merkle_node(m->peaks[level], hash, hash);
    memcpy(m->peaks[level], hash, DIGEST_BYTES);
    m->size++;
}

void merkle_root(const struct merkle *m, unsigned char root[DIGEST_BYTES])
{
    bool any = false;
    digest_bytes("", 0, root);
    for (unsigned level = 0; level < MERKLE_LEVELS; level++) {
        if ((m->size >> level & 1) == 0)
            continue;
        if (any)
            merkle_node(m->peaks[level], root, root);
        else
            memcpy(root, m->peaks[level], DIGEST_BYTES);
        any = true;
    }
}

/* The level of the largest power of two below n > 1. */
static unsigned parting(uint64_t n)
{
    unsigned level = 0;
    while (level < 63 && (uint64_t)2 << level < n)
        level++;
    return level;
}

/* Turns what was collected from the root down into a proof's order. */
static size_t reverse(struct merkle_range *ranges, size_t count)
{
    for (size_t i = 0; i < count / 2; i++) {
        struct merkle_range other = ranges[count - 1 - i];
        ranges[count - 1 - i] = ranges[i];
        ranges[i] = other;
    }
    return count;
}

size_t merkle_inclusion(uint64_t index, uint64_t size,
                        struct merkle_range ranges[MERKLE_PROOF])
{
    struct merkle_range in = {0, size};
    size_t count = 0;
    while (in.to - in.from > 1) {
        uint64_t middle = in.from + ((uint64_t)1 << parting(in.to - in.from));
        if (index < middle) {
            ranges[count++] = (struct merkle_range){middle, in.to};
            in.to = middle;
        } else {
            ranges[count++] = (struct merkle_range){in.from, middle};
            in.from = middle;
        }
    }
    return reverse(ranges, count);
}

size_t merkle_consistency(uint64_t old, uint64_t size,
                          struct merkle_range ranges[MERKLE_PROOF])
{
    struct merkle_range in = {0, size};
    size_t count = 0;
    while (in.to != old) {
        uint64_t middle = in.from + ((uint64_t)1 << parting(in.to - in.from));
        if (old <= middle) {
            ranges[count++] = (struct merkle_range){middle, in.to};
            in.to = middle;
        } else {
            ranges[count++] = (struct merkle_range){in.from, middle};
            in.from = middle;
        }
    }
    if (in.from > 0) /* else it is the old root, which is known */
        ranges[count++] = in;
    return reverse(ranges, count);
}

size_t merkle_subtrees(struct merkle_range range,
                       struct merkle_place places[MERKLE_LEVELS])
{
    size_t count = 0;
    uint64_t at = range.from;
    for (int level = MERKLE_LEVELS - 1; level >= 0; level--) {
        if (((range.to - range.from) >> level & 1) == 0)
            continue;
        places[count].level = (unsigned)level;
        places[count++].index = at >> level;
        at += (uint64_t)1 << level;
    }
    return count;
}

void merkle_join(const unsigned char hashes[][DIGEST_BYTES], size_t count,
                 unsigned char hash[DIGEST_BYTES])
{
    memcpy(hash, hashes[count - 1], DIGEST_BYTES);
    for (size_t i = count - 1; i > 0; i--)
        merkle_node(hashes[i - 1], hash, hash);
}

int merkle_verify_inclusion(const unsigned char leaf[DIGEST_BYTES],
                            uint64_t index, uint64_t size,
                            const unsigned char proof[][DIGEST_BYTES],
                            size_t count,
                            const unsigned char root[DIGEST_BYTES])
{
    unsigned char hash[DIGEST_BYTES];
    if (index >= size)
        return -1;
    uint64_t node = index, last = size - 1;
    memcpy(hash, leaf, DIGEST_BYTES);
    for (size_t i = 0; i < count; i++) {
        if (last == 0)
            return -1;
        if ((node & 1) == 0 && node != last) {
            merkle_node(hash, proof[i], hash);
        } else {
            merkle_node(proof[i], hash, hash);
            for (; (node & 1) == 0 && node != 0; node >>= 1)
                last >>= 1;
        }
        node >>= 1;
        last >>= 1;
    }
    return last == 0 && memcmp(hash, root, DIGEST_BYTES) == 0 ? 0 : -1;
}

/* The hashes of both trees, as a consistency proof is walked up. */
struct climb {
    uint64_t node, last;
    unsigned char old[DIGEST_BYTES], now[DIGEST_BYTES];
};

/* One hash of the proof (2.1.4.2, step 6). Returns 0, or -1. */
static int climb_step(struct climb *c, const unsigned char hash[DIGEST_BYTES])
{
    if (c->last == 0)
        return -1;
    if ((c->node & 1) != 0 || c->node == c->last) {
        merkle_node(hash, c->old, c->old);
        merkle_node(hash, c->now, c->now);
        for (; (c->node & 1) == 0 && c->node != 0; c->node >>= 1)
            c->last >>= 1;
    } else {
        merkle_node(c->now, hash, c->now);
    }
    c->node >>= 1;
    c->last >>= 1;
    return 0;
}

int merkle_verify_consistency(uint64_t old,
                              const unsigned char old_root[DIGEST_BYTES],
                              uint64_t size,
                              const unsigned char root[DIGEST_BYTES],
                              const unsigned char proof[][DIGEST_BYTES],
                              size_t count)
{
    struct climb c = {old - 1, size - 1, {0}, {0}};
    if (old == 0 || old > size)
        return -1;
    if (old == size)
        return count == 0 && memcmp(old_root, root, DIGEST_BYTES) == 0 ? 0
                                                                       : -1;
    /* where the old tree is complete, its root begins the proof */
    const unsigned char *first = old_root;
    size_t next = 0;
    if ((old & (old - 1)) != 0) {
        if (count == 0)
            return -1;
        first = proof[next++];
    }
    for (; (c.node & 1) != 0; c.node >>= 1)
        c.last >>= 1;
    memcpy(c.old, first, DIGEST_BYTES);
    memcpy(c.now, first, DIGEST_BYTES);
    for (; next < count; next++)
        if (climb_step(&c, proof[next]) < 0)
            return -1;
    return c.last == 0 && memcmp(c.old, old_root, DIGEST_BYTES) == 0 &&
                   memcmp(c.now, root, DIGEST_BYTES) == 0
               ? 0
               : -1;
}
