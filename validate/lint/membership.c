#include "config.h"

#include "lint/membership.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "num.h"

uint64_t membership_bit(struct membership *m, const char *set)
{
    uint32_t number = lexicon_find(&m->sets, set);
    if (number == LEXICON_NONE && m->sets.count < MEMBERSHIP_SETS)
        number = lexicon_put(&m->sets, set);
    return number == LEXICON_NONE ? 0 : (uint64_t)1 << number;
}

uint32_t membership_class(struct membership *m, uint64_t bits)
{
    char text[24];
    snprintf(text, sizeof text, "%" PRIx64, bits);
    uint32_t class = lexicon_put(&m->masks, text);
    if (class == m->cap) {
        m->cap = m->cap == 0 ? 16 : m->cap * 2;
        m->classes = xrealloc(m->classes, m->cap, sizeof *m->classes);
    }
    m->classes[class] = bits;
    return class;
}

bool membership_in(const struct membership *m, uint32_t class, uint64_t bits)
{
    return (m->classes[class] & bits) != 0;
}

static uint64_t known_bit(const struct membership *m, const char *set)
{
    uint32_t number = lexicon_find(&m->sets, set);
    return number == LEXICON_NONE ? 0 : (uint64_t)1 << number;
}

bool membership_forgets(const char *set)
{
    return strncmp(set, "forget_", 7) == 0 ||
           strncmp(set, "request_", 8) == 0;
}

uint64_t membership_kept(const struct membership *m, const char *forget)
{
    uint64_t percent;
    char name[16];
    if (!membership_forgets(forget))
        return 0;
    if (forget[0] == 'r')
        return known_bit(m, "retain");
    forget += forget[7] == '0' ? 8 : 7;
    if (!num_parse(forget, 1, 99, &percent))
        return known_bit(m, "retain");
    snprintf(name, sizeof name, "retain_%02u", 100 - (unsigned)percent);
    uint64_t bit = known_bit(m, name);
    return bit != 0 ? bit : known_bit(m, "retain");
}

uint64_t membership_count(const struct membership *m, const struct tally *t,
                          uint64_t bits, uint32_t form, uint64_t value)
{
    uint64_t sum = 0;
    for (size_t i = tally_find(t, form, value); i < t->count; i++) {
        const struct tally_entry *e = &t->entries[i];
        if (e->form != form || e->value != value)
            break;
        sum += membership_in(m, e->class, bits) ? e->count : 0;
    }
    return sum;
}

void membership_release(struct membership *m)
{
    lexicon_release(&m->sets);
    lexicon_release(&m->masks);
    free(m->classes);
    *m = (struct membership){0};
}
