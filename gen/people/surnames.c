#include "config.h"

#include "surnames.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static uint64_t hash(const char *name, size_t len)
{
    uint64_t h = 0xcbf29ce484222325u;
    for (size_t i = 0; i < len; i++)
        h = (h ^ (unsigned char)name[i]) * 0x100000001b3u;
    return h ^ (h >> 32);
}

void surnames_init(struct surnames *s, size_t count)
{
    size_t size = 2;
    while (size < 2 * count)
        size *= 2;
    s->slots = xcalloc(size, sizeof *s->slots);
    s->mask = size - 1;
}

/* The slot that holds the name, or the empty one where it belongs. */
static struct surnames_entry *find(const struct surnames *s, const char *name,
                                   size_t len)
{
    for (size_t at = hash(name, len) & s->mask;; at = (at + 1) & s->mask) {
        struct surnames_entry *slot = &s->slots[at];
        if (slot->name == NULL || (strncmp(slot->name, name, len) == 0 &&
                                   slot->name[len] == '\0'))
            return slot;
    }
}

bool surnames_add(struct surnames *s, const struct surnames_entry *entry)
{
    struct surnames_entry *slot = find(s, entry->name, strlen(entry->name));
    if (slot->name != NULL)
        return false;
    *slot = *entry;
    return true;
}

const struct surnames_entry *surnames_find(const struct surnames *s,
                                           const char *name, size_t len)
{
    const struct surnames_entry *slot = find(s, name, len);
    return slot->name != NULL ? slot : NULL;
}

void surnames_release(struct surnames *s)
{
    free(s->slots);
    *s = (struct surnames){0};
}
