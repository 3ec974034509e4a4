#include "config.h"

#include "member.h"

#include <string.h>

#include "splitclaim.h"
#include "stamp.h"

/* Whether the rule is the one that is known, as far as one is; or says in `why`
 * how it differs. */
static bool agrees(const struct splitrule *rule,
                   const struct member_known *known, struct buf *why)
{
    bool same_seed = known->seed == NULL ||
                     (rule->seed != NULL &&
                      strcmp(rule->seed, known->seed) == 0);
    bool same_rule = known->rule == SPLITRULE_KINDS ||
                     known->rule == rule->kind;
    if (!same_rule)
        buf_printf(why, "split: its rule is %s, not %s",
                   splitrule_name(rule->kind), splitrule_name(known->rule));
    else if (!same_seed)
        buf_puts(why, "split: its seed is not the one given");
    return same_rule && same_seed;
}

/* What sets that are right show. */
static enum member judge(const struct splitrule *rule,
                         const struct member_known *known)
{
    if (rule->kind != SPLITRULE_THRESHOLD)
        return MEMBER_STATED;
    return known->seed != NULL && known->rule == rule->kind ? MEMBER_PROVED
                                                            : MEMBER_FOLLOWS;
}

/* Checks the split against its own rule, rank and sets. */
static enum member check_sets(const struct splitclaim *c,
                              const struct record_head *head,
                              const struct json_member *split,
                              const struct member_known *known,
                              struct buf *why)
{
    struct splitsets sets;
    struct stamp stamp;
    if (!agrees(&c->rule, known, why))
        return MEMBER_WRONG;
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
    return judge(&c->rule, known);
}

enum member member_check(const struct json_scan *scan,
                         const struct record_head *head,
                         const struct member_known *known, struct buf *why)
{
    const struct json_member *split = json_scan_find(scan, "split");
    struct splitclaim c = {0};
    enum member found = MEMBER_WRONG;
    if (split == NULL && known->seed == NULL && known->rule == SPLITRULE_KINDS)
        return MEMBER_NONE;
    if (split == NULL) {
        buf_puts(why, "split: there is none to have the seed or rule given");
        return MEMBER_WRONG;
    }
    if (splitclaim_read(&c, split->value, split->value_len, why) == 0)
        found = check_sets(&c, head, split, known, why);
    splitclaim_release(&c);
    return found;
}
