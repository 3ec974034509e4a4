#include "config.h"

#include "lint/lexicon.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* FNV-1a, its bits mixed once more; texts are compared in full as well. */
static uint64_t hash_of(const char *text)
{
    uint64_t h = 14695981039346656037u;
    for (; *text != '\0'; text++)
        h = (h ^ (unsigned char)*text) * 1099511628211u;
    return h ^ h >> 29;
}

/* The slot that holds the text, or the free one it would go to. */
static size_t slot_of(const struct lexicon *l, const char *text)
{
    size_t mask = l->slot_count - 1;
    size_t slot = hash_of(text) & mask;
    while (l->slots[slot] != LEXICON_NONE &&
           strcmp(lexicon_text(l, l->slots[slot]), text) != 0)
        slot = (slot + 1) & mask;
    return slot;
}

static void widen(struct lexicon *l)
{
    l->slot_count = l->slot_count == 0 ? 256 : l->slot_count * 2;
    l->slots = xrealloc(l->slots, l->slot_count, sizeof *l->slots);
    for (size_t i = 0; i < l->slot_count; i++)
        l->slots[i] = LEXICON_NONE;
    for (size_t i = 0; i < l->count; i++)
        l->slots[slot_of(l, lexicon_text(l, (uint32_t)i))] = (uint32_t)i;
}

uint32_t lexicon_put(struct lexicon *l, const char *text)
{
    if (l->count >= l->slot_count / 2)
        widen(l);
    size_t slot = slot_of(l, text);
    if (l->slots[slot] != LEXICON_NONE)
        return l->slots[slot];
    if (l->count == l->cap) {
        l->cap = l->cap == 0 ? 128 : l->cap * 2;
        l->starts = xrealloc(l->starts, l->cap, sizeof *l->starts);
    }
    l->starts[l->count] = l->text.len;
    l->slots[slot] = (uint32_t)l->count;
    buf_add(&l->text, text, strlen(text) + 1);
    return (uint32_t)l->count++;
}

uint32_t lexicon_find(const struct lexicon *l, const char *text)
{
    return l->count == 0 ? LEXICON_NONE : l->slots[slot_of(l, text)];
}

const char *lexicon_text(const struct lexicon *l, uint32_t number)
{
    return l->text.data + l->starts[number];
}

void lexicon_release(struct lexicon *l)
{
    buf_release(&l->text);
    free(l->starts);
    free(l->slots);
    *l = (struct lexicon){0};
}
