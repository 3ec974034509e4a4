#include "config.h"

#include "schema/names.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* Most names are short enough for two words, which may overlap. */
static uint32_t hash_name(const char *name, size_t len)
{
    uint64_t first = 0, last = 0, before = len;
    for (; len > 16; name += 8, len -= 8) {
        memcpy(&first, name, 8);
        before = (before ^ before >> 32 ^ first) * 0xd6e8feb86659fd93u;
    }
    if (len >= 8) {
        memcpy(&first, name, 8);
        memcpy(&last, name + len - 8, 8);
    } else if (len >= 4) {
        memcpy(&first, name, 4);
        memcpy(&last, name + len - 4, 4);
    } else if (len > 0) {
        first = (unsigned char)name[0];
        last = (uint64_t)(unsigned char)name[len - 1] << 8 |
               (unsigned char)name[len / 2];
    }
    uint64_t x = (first ^ before) * 0x9e3779b97f4a7c15u ^
                 (last + len) * 0xd6e8feb86659fd93u;
    x = (x ^ x >> 32) * 0xd6e8feb86659fd93u;
    return (uint32_t)(x >> 32);
}

static void put(struct names *set, struct names_slot slot)
{
    size_t at = slot.hash & (set->room - 1);
    while (set->slots[at].name != NULL)
        at = (at + 1) & (set->room - 1);
    set->slots[at] = slot;
}

static void grow(struct names *set)
{
    struct names old = *set;
    set->room = old.room == 0 ? 8 : 2 * old.room;
    set->slots = xcalloc(set->room, sizeof *set->slots);
    for (size_t i = 0; i < old.room; i++)
        if (old.slots[i].name != NULL)
            put(set, old.slots[i]);
    free(old.slots);
}

void names_add(struct names *set, const char *name, size_t len,
               uint32_t number)
{
    if (3 * (set->count + 1) > set->room)
        grow(set);
    put(set, (struct names_slot){name, len, hash_name(name, len), number});
    set->count++;
    set->lengths |= (uint64_t)1 << len % 64;
}

int64_t names_find(const struct names *set, const char *name, size_t len)
{
    if ((set->lengths >> len % 64 & 1) == 0)
        return -1;
    uint32_t hash = hash_name(name, len);
    for (size_t at = hash & (set->room - 1); set->slots[at].name != NULL;
         at = (at + 1) & (set->room - 1)) {
        const struct names_slot *slot = &set->slots[at];
        if (slot->hash == hash && slot->len == len &&
            memcmp(slot->name, name, len) == 0)
            return slot->number;
    }
    return -1;
}

void names_release(struct names *set)
{
    free(set->slots);
    *set = (struct names){0};
}
