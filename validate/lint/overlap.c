#include "config.h"

#include "lint/overlap.h"

struct share overlap_find(const struct tally *t, const struct membership *m,
                          uint32_t form, uint64_t forget, uint64_t retain)
{
    struct share share = {0};
    const struct tally_entry *e = t->entries;
    for (size_t i = tally_find(t, form, 0), end;
         i < t->count && e[i].form == form; i = end) {
        uint64_t forgotten = 0;
        bool kept = false;
        for (end = i; end < t->count && e[end].form == form &&
                      e[end].value == e[i].value; end++) {
            forgotten += membership_in(m, e[end].class, forget) ? e[end].count
                                                                : 0;
            kept = kept || membership_in(m, e[end].class, retain);
        }
        share.of += forgotten;
        share.parts += kept ? forgotten * SHARE_WHOLE : 0;
    }
    return share;
}
