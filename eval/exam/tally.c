#include "config.h"

#include "exam/tally.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "digest.h"
#include "perm.h"

static size_t find(const struct tally *t, size_t subject, struct text text)
{
    uint64_t h = perm_mix(subject);
    for (size_t i = 0; i < text.len; i++)
        h = (h ^ (unsigned char)text.text[i]) * 0x100000001b3u;
    size_t slot = perm_mix(h) & (t->cap - 1);
    while (t->slots[slot].times > 0 &&
           (t->slots[slot].subject != subject ||
            !text_same(t->slots[slot].text, text)))
        slot = (slot + 1) & (t->cap - 1);
    return slot;
}

static void grow(struct tally *t)
{
    struct tally old = *t;
    t->cap = old.cap == 0 ? 1024 : 2 * old.cap;
    t->slots = xcalloc(t->cap, sizeof *t->slots);
    for (size_t i = 0; i < old.cap; i++)
        if (old.slots[i].times > 0)
            t->slots[find(t, old.slots[i].subject, old.slots[i].text)] =
                old.slots[i];
    free(old.slots);
}

size_t tally_add(struct tally *t, size_t subject, struct text text)
{
    if (2 * t->used >= t->cap)
        grow(t);
    struct tally_entry *entry = &t->slots[find(t, subject, text)];
    if (entry->times == 0) {
        entry->text = text;
        entry->subject = subject;
        t->used++;
    }
    return ++entry->times;
}

size_t tally_times(const struct tally *t, size_t subject, struct text text)
{
    return t->cap == 0 ? 0 : t->slots[find(t, subject, text)].times;
}

int tally_order(struct text a, struct text b)
{
    unsigned char one[DIGEST_BYTES], other[DIGEST_BYTES];
    digest_bytes(a.text, a.len, one);
    digest_bytes(b.text, b.len, other);
    return memcmp(one, other, DIGEST_BYTES);
}

void tally_release(struct tally *t)
{
    free(t->slots);
    *t = (struct tally){0};
}
