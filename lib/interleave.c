#include "config.h"

#include "interleave.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* A stratum while it is merged with the others. */
struct stratum {
    uint64_t place;   /* of its next person */
    uint32_t next;    /* where in `grouped` that one is */
    uint32_t r, size; /* that one's number, from 1; how many there are */
};

/* The people by stratum, in each in the order they had: as places in it. */
struct merge {
    const uint32_t *grouped;
    struct stratum *heap; /* the first one's next person comes first */
    size_t count;         /* strata that are not yet used up */
};

uint64_t interleave_place(uint32_t r, uint32_t size)
{
    uint64_t part = (2 * (uint64_t)r - 1) << 31;
    return (part / size) << 32 | (part % size << 32) / size;
}

/* True if the next person of `a` comes before that of `b`. */
static bool comes_first(const struct merge *m, const struct stratum *a,
                       const struct stratum *b)
{
    if (a->place != b->place)
        return a->place < b->place;
    return m->grouped[a->next] < m->grouped[b->next];
}

/* Moves a stratum down the heap to where it belongs. */
static void sift(struct merge *m, size_t at)
{
    struct stratum moved = m->heap[at];
    for (;;) {
        size_t child = 2 * at + 1;
        if (child >= m->count)
            break;
        if (child + 1 < m->count &&
            comes_first(m, &m->heap[child + 1], &m->heap[child]))
            child++;
        if (!comes_first(m, &m->heap[child], &moved))
            break;
        m->heap[at] = m->heap[child];
        at = child;
    }
    m->heap[at] = moved;
}

/* Takes the person who comes first; returns their place in the old order. */
static uint32_t take(struct merge *m)
{
    struct stratum *s = &m->heap[0];
    uint32_t place = m->grouped[s->next];
    if (s->r == s->size) {
        *s = m->heap[--m->count];
    } else {
        s->next++;
        s->place = interleave_place(++s->r, s->size);
    }
    sift(m, 0);
    return place;
}

/* Groups the people; the strata that hold somebody make the heap. */
static void group(struct merge *m, uint32_t *grouped, const uint32_t *order,
                  size_t count, const uint16_t *strata, size_t strata_count)
{
    uint32_t *ends = xcalloc(strata_count + 1, sizeof *ends);
    for (size_t i = 0; i < count; i++)
        ends[strata[order[i]] + 1]++;
    for (size_t s = 0; s < strata_count; s++) {
        uint32_t size = ends[s + 1];
        ends[s + 1] += ends[s];
        if (size > 0)
            m->heap[m->count++] = (struct stratum){
                interleave_place(1, size), ends[s], 1, size};
    }
    for (size_t i = 0; i < count; i++)
        grouped[ends[strata[order[i]]]++] = (uint32_t)i;
    free(ends);
}

void interleave(uint32_t *order, size_t count, const uint16_t *strata,
                size_t strata_count)
{
    uint32_t *grouped = xmalloc(count + 1, sizeof *grouped);
    uint32_t *merged = xmalloc(count + 1, sizeof *merged);
    struct merge m = {grouped,
                      xmalloc(strata_count + 1, sizeof *m.heap), 0};
    group(&m, grouped, order, count, strata, strata_count);
    for (size_t i = m.count; i-- > 0;)
        sift(&m, i);
    for (size_t i = 0; i < count; i++)
        merged[i] = order[take(&m)];
    memcpy(order, merged, count * sizeof *order);
    free(grouped);
    free(merged);
    free(m.heap);
}
