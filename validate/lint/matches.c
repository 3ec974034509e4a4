#include "config.h"

#include "lint/matches.h"

#include <stdlib.h>

#include "alloc.h"

/* FNV-1a, its bits mixed once more. */
uint64_t matches_key(uint64_t seed, const void *bytes, size_t len)
{
    const unsigned char *at = bytes;
    uint64_t h = 14695981039346656037u ^ seed * 0x9e3779b97f4a7c15u;
    for (size_t i = 0; i < len; i++)
        h = (h ^ at[i]) * 1099511628211u;
    h = (h ^ h >> 31) * 0xbf58476d1ce4e5b9u;
    return h ^ h >> 29;
}

void matches_add(struct matches *m, uint64_t key, uint32_t person,
                 uint32_t tag)
{
    if (m->count == m->cap) {
        m->cap = m->cap == 0 ? 1024 : 2 * m->cap;
        m->list = xrealloc(m->list, m->cap, sizeof *m->list);
    }
    m->list[m->count++] = (struct match){key, person, tag};
}

static int by_key(const void *a, const void *b)
{
    const struct match *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    if (x->person != y->person)
        return x->person < y->person ? -1 : 1;
    return (x->tag > y->tag) - (x->tag < y->tag);
}

void matches_sort(struct matches *m)
{
    if (m->count > 1)
        qsort(m->list, m->count, sizeof *m->list, by_key);
}

size_t matches_end(const struct matches *m, size_t from)
{
    size_t end = from;
    while (end < m->count && m->list[end].key == m->list[from].key)
        end++;
    return end;
}

void matches_release(struct matches *m)
{
    free(m->list);
    *m = (struct matches){0};
}
