#include "config.h"

#include "quota.h"

#include "perm.h"
#include "rng.h"

void quota_init(struct quota *q, const char *seed, const char *name)
{
    const char *parts[] = {"quota", seed, name};
    struct rng r;
    rng_init(&r, parts, 3);
    *q = (struct quota){.key = rng_u64(&r)};
}

int quota_add(struct quota *q, unsigned weight)
{
    int number = q->cycle == 0 ? 0 : q->category[q->cycle - 1] + 1;
    if (weight == 0 || weight > QUOTA_BLOCK - q->cycle)
        return -1;
    q->in_turn[number] = (uint8_t)weight;
    for (unsigned i = 0; i < weight; i++) {
        q->category[q->cycle] = (uint8_t)number;
        q->before[q->cycle++] = (uint8_t)i;
    }
    return number;
}

/* Permutes the places of a block. */
static void fill(struct quota *q, uint64_t block)
{
    struct perm perm;
    perm_init(&perm, QUOTA_BLOCK, perm_mix(q->key ^ block));
    perm_list(&perm, q->place);
    q->block = block;
}

unsigned quota_category(struct quota *q, uint64_t index, uint64_t *rank)
{
    uint64_t block = index / QUOTA_BLOCK;
    if (q->block != block || q->place[0] == q->place[1])
        fill(q, block);
    uint64_t place = block * QUOTA_BLOCK + q->place[index % QUOTA_BLOCK];
    unsigned at = (unsigned)(place % q->cycle);
    unsigned category = q->category[at];
    if (rank != NULL)
        *rank = place / q->cycle * q->in_turn[category] + q->before[at];
    return category;
}
