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

unsigned quota_category(const struct quota *q, uint64_t index, uint64_t *rank)
{
    struct perm perm;
    uint64_t block = index / QUOTA_BLOCK;
    perm_init(&perm, QUOTA_BLOCK, perm_mix(q->key ^ block));
    uint64_t place =
        block * QUOTA_BLOCK + perm_apply(&perm, index % QUOTA_BLOCK);
    unsigned at = (unsigned)(place % q->cycle);
    unsigned category = q->category[at];
    if (rank != NULL)
        *rank = place / q->cycle * q->in_turn[category] + q->before[at];
    return category;
}
