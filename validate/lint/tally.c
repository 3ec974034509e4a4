#include "config.h"

#include "lint/tally.h"

#include <stdlib.h>

#include "alloc.h"

static size_t slot_of(const struct tally *t, uint32_t class, uint32_t form,
                      uint64_t value)
{
    uint64_t hash = value ^ (uint64_t)form << 32 ^ class;
    hash *= 0x9e3779b97f4a7c15u;
    hash = (hash ^ hash >> 32) * 0xd6e8feb86659fd93u;
    size_t slot = (hash ^ hash >> 32) & (t->slots - 1);
    for (;; slot = (slot + 1) & (t->slots - 1)) {
        const struct tally_entry *e = &t->entries[slot];
        if (e->count == 0 ||
            (e->class == class && e->form == form && e->value == value))
            return slot;
    }
}

static void widen(struct tally *t)
{
    struct tally old = *t;
    t->slots = old.slots == 0 ? 256 : old.slots * 2;
    t->entries = xcalloc(t->slots, sizeof *t->entries);
    for (size_t i = 0; i < old.slots; i++) {
        const struct tally_entry *e = &old.entries[i];
        if (e->count != 0)
            t->entries[slot_of(t, e->class, e->form, e->value)] = *e;
    }
    free(old.entries);
}

void tally_add(struct tally *t, uint32_t class, uint32_t form, uint64_t value)
{
    if (t->count >= t->slots / 2)
        widen(t);
    struct tally_entry *e = &t->entries[slot_of(t, class, form, value)];
    if (e->count == 0) {
        *e = (struct tally_entry){value, form, class, 0};
        t->count++;
    }
    e->count++;
}

static int order(const void *a, const void *b)
{
    const struct tally_entry *one = a, *two = b;
    if (one->form != two->form)
        return one->form < two->form ? -1 : 1;
    if (one->value != two->value)
        return one->value < two->value ? -1 : 1;
    return one->class < two->class ? -1 : one->class > two->class;
}

void tally_seal(struct tally *t)
{
    size_t used = 0;
    for (size_t i = 0; i < t->slots; i++)
        if (t->entries[i].count != 0)
            t->entries[used++] = t->entries[i];
    if (used > 0)
        qsort(t->entries, used, sizeof *t->entries, order);
    t->slots = 0;
}

size_t tally_find(const struct tally *t, uint32_t form, uint64_t value)
{
    size_t low = 0, high = t->count;
    struct tally_entry wanted = {value, form, 0, 0};
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (order(&t->entries[middle], &wanted) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

void tally_release(struct tally *t)
{
    free(t->entries);
    *t = (struct tally){0};
}
