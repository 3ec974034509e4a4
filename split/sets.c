#include "config.h"

#include "sets.h"

#include <string.h>

#include "buf.h"
#include "stamp.h"

static void set_name(struct set *set, struct buf *name)
{
    strncpy(set->name, buf_string(name), sizeof set->name - 1);
    buf_clear(name);
}

size_t sets_list(const struct splitrule *rule,
                 const uint64_t kinds[RECORD_KINDS],
                 struct set sets[SETS_LIMIT])
{
    struct buf name = BUF_EMPTY;
    size_t count = 0;
    memset(sets, 0, SETS_LIMIT * sizeof *sets);
    for (size_t i = 0; i < rule->count; i++) {
        uint64_t held = splitrule_forget_count(rule->n, rule->ratios[i]);
        struct set *forget = &sets[count++], *retain = &sets[count++];
        *forget = (struct set){"", RECORD_FICTITIOUS, 1, held};
        *retain = (struct set){"", RECORD_FICTITIOUS, held + 1,
                               rule->n - held};
        splitrule_forget_name(rule->ratios[i], &name);
        set_name(forget, &name);
        splitrule_retain_name(rule->ratios[i], &name);
        set_name(retain, &name);
    }
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const char *set = stamp_set((enum record_kind)kind);
        if (set == NULL || kinds[kind] == 0)
            continue;
        struct set *s = &sets[count++];
        *s = (struct set){"", (enum record_kind)kind, 0, kinds[kind]};
        buf_puts(&name, set);
        set_name(s, &name);
    }
    buf_release(&name);
    return count;
}
