/* What a split says of itself, and, where it can be read, the sets of its rule:
 * forget and retain may hold nobody twice. */
#include "config.h"

#include <stdlib.h>

#include "splitclaim.h"
#include "splitsets.h"
#include "target.h"

/* Ends the process if sets hold ranks beyond n, or more than there are. */
static void look_at(const struct splitrule *rule)
{
    struct splitsets sets;
    uint64_t n = rule->kind == SPLITRULE_THRESHOLD ? rule->count + 1 : rule->n;
    if (rule->kind != SPLITRULE_MLLMU &&
        splitsets_init(&sets, rule, NULL) == 0) {
        if (sets.segment_count == 0 || sets.ends[sets.segment_count - 1] != n)
            abort();
        for (size_t i = 0; i < sets.count; i++)
            if (sets.list[i].count == 0 || sets.list[i].count >= n)
                abort();
        splitsets_release(&sets);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct splitclaim c = {0};
    struct buf why = BUF_EMPTY;
    if (splitclaim_read(&c, (const char *)data, size, &why) == 0)
        look_at(&c.rule);
    buf_release(&why);
    splitclaim_release(&c);
    return 0;
}
