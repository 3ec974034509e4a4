#include "config.h"

#include "member.h"

#include "splitclaim.h"
#include "stamp.h"

/* Checks the split against its own rule, rank and sets. */
static enum member check_sets(const struct splitclaim *c,
                              const struct record_head *head,
                              const struct json_member *split,
                              struct buf *why)
{
    struct splitsets sets;
    struct stamp stamp;
    if (splitsets_init(&sets, &c->rule, NULL) < 0)
        return MEMBER_FAILED;
    stamp_init(&stamp, &c->rule, &sets);
    const char *wrong = stamp_check(&stamp, head, c->rank, split);
    stamp_release(&stamp);
    splitsets_release(&sets);
    if (wrong != NULL) {
        buf_printf(why, "split: %s", wrong);
        return MEMBER_WRONG;
    }
    return c->rule.kind == SPLITRULE_THRESHOLD ? MEMBER_PROVED
                                               : MEMBER_STATED;
}

enum member member_check(const struct json_scan *scan,
                         const struct record_head *head, struct buf *why)
{
    const struct json_member *split = json_scan_find(scan, "split");
    struct splitclaim c = {0};
    enum member found = MEMBER_WRONG;
    if (split == NULL)
        return MEMBER_NONE;
    if (splitclaim_read(&c, split->value, split->value_len, why) == 0)
        found = check_sets(&c, head, split, why);
    splitclaim_release(&c);
    return found;
}
