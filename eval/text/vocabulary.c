#include "config.h"

#include "vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define FIRST_CAP 1024

/* Eight bytes a step; the length is mixed in, for the last step is padded. */
static uint32_t hash_of(const char *token, size_t len)
{
    const uint64_t factor = 0x9e3779b97f4a7c15u;
    uint64_t hash = len * factor;
    uint64_t word = 0;
    while (len >= sizeof word) {
        memcpy(&word, token, sizeof word);
        hash = (hash ^ word) * factor;
        hash ^= hash >> 32;
        token += sizeof word;
        len -= sizeof word;
    }
    word = 0;
    for (size_t i = 0; i < len; i++)
        word = word << 8 | (unsigned char)token[i];
    hash = (hash ^ word) * factor;
    return (uint32_t)(hash >> 32);
}

/* Puts the number of an entry into the first free slot from its hash on. */
static void place(struct vocabulary *v, uint32_t number)
{
    size_t mask = 2 * v->cap - 1;
    size_t slot = v->entries[number].hash & mask;
    while (v->slots[slot] != 0)
        slot = (slot + 1) & mask;
    v->slots[slot] = number + 1;
    v->entries[number].slot = (uint32_t)slot;
}

static void grow(struct vocabulary *v)
{
    v->cap = v->cap == 0 ? FIRST_CAP : 2 * v->cap;
    v->entries = xrealloc(v->entries, v->cap, sizeof *v->entries);
    free(v->slots);
    v->slots = xcalloc(2 * v->cap, sizeof *v->slots);
    for (size_t i = 0; i < v->count; i++)
        place(v, (uint32_t)i);
}

static uint32_t find(const struct vocabulary *v, const char *token, size_t len,
                     uint32_t hash)
{
    size_t mask = 2 * v->cap - 1;
    for (size_t slot = hash & mask; v->slots[slot] != 0;
         slot = (slot + 1) & mask) {
        const struct vocabulary_entry *e = &v->entries[v->slots[slot] - 1];
        if (e->hash == hash && e->len == len &&
            memcmp(v->text.data + e->start, token, len) == 0)
            return v->slots[slot] - 1;
    }
    return VOCABULARY_NONE;
}

uint32_t vocabulary_number(struct vocabulary *v, const char *token, size_t len)
{
    if (v->count == v->cap)
        grow(v);
    uint32_t hash = hash_of(token, len);
    uint32_t number = find(v, token, len, hash);
    if (number != VOCABULARY_NONE)
        return number;
    number = (uint32_t)v->count++;
    v->entries[number] = (struct vocabulary_entry){v->text.len, len, hash, 0};
    buf_add(&v->text, token, len);
    place(v, number);
    return number;
}

uint32_t vocabulary_find(const struct vocabulary *v, const char *token,
                         size_t len)
{
    return v->cap == 0 ? VOCABULARY_NONE : find(v, token, len,
                                                hash_of(token, len));
}

void vocabulary_clear(struct vocabulary *v)
{
    for (size_t i = 0; i < v->count; i++)
        v->slots[v->entries[i].slot] = 0;
    v->count = 0;
    buf_clear(&v->text);
}

void vocabulary_release(struct vocabulary *v)
{
    buf_release(&v->text);
    free(v->entries);
    free(v->slots);
    *v = (struct vocabulary){0};
}
