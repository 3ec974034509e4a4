#include "config.h"

#include "alloc.h"
#include "schema/ecma.h"

int ecma_refer(struct ecma *e, size_t capture)
{
    if (e->second && capture >= e->capture_all)
        return ecma_wrong(e, "a reference is to a group that is not there");
    if (e->reference_count == e->reference_cap) {
        e->reference_cap = e->reference_cap == 0 ? 8 : 2 * e->reference_cap;
        e->references =
            xrealloc(e->references, e->reference_cap, sizeof *e->references);
    }
    e->references[e->reference_count++] = (struct ecma_reference){
        .capture = capture,
        .group = e->group,
        .alternative = e->groups[e->group].alternatives,
        .at = (size_t)(e->at - e->text),
    };
    e->long_step = true;
    buf_printf(&e->out, "\\g{%zu}", capture);
    return 0;
}

/* True if group `outer` is `inner` or holds it; *alternative, which is of
 * `inner`, becomes one of `outer`. */
static bool holds(const struct ecma *e, size_t outer, size_t inner,
                  size_t *alternative)
{
    while (inner != outer && e->groups[inner].depth > e->groups[outer].depth) {
        *alternative = e->groups[inner].alternative;
        inner = e->groups[inner].parent;
    }
    return inner == outer;
}

/* True if, seen from the reference, the capture may hold what an earlier round
 * of a repetition put there. Goes from the capture outwards: `sure` while each
 * round of the group sets it. */
static bool is_stale(const struct ecma *e, const struct ecma_reference *r)
{
    size_t number = e->captures[r->capture], alternative;
    bool sure = true, looked = false;
    const struct ecma_group *capture = &e->groups[number];
    for (; number != 0; number = e->groups[number].parent) {
        const struct ecma_group *g = &e->groups[number];
        alternative = r->alternative;
        bool inside = holds(e, number, r->group, &alternative);
        bool early = inside && r->at <= capture->end;
        if (g->again && (!sure || early))
            return true;
        looked |= g->kind >= ECMA_AHEAD;
        if ((looked || g->empty) && (g->again || g->maybe))
            return true;
        sure = sure && (inside || !g->maybe);
        alternative = r->alternative;
        inside = holds(e, g->parent, r->group, &alternative);
        sure = sure && (e->groups[g->parent].alternatives == 0 ||
                        (inside && alternative == g->alternative));
    }
    return false;
}

/* True if an empty round decides what is captured, since a group that looks
 * does not try again. */
static bool is_held_empty(const struct ecma_group *g)
{
    return g->held && g->empty && (g->again || g->maybe);
}

const char *ecma_references_refused(const struct ecma *e)
{
    for (size_t i = 0; i < e->reference_count; i++)
        if (is_stale(e, &e->references[i]))
            return "a reference is to a group that may have been set in "
                   "another round of a repetition";
    for (size_t i = 0; e->reference_count > 0 && i < e->group_count; i++)
        if (is_held_empty(&e->groups[i]))
            return "there is a reference, and a group that looks captures "
                   "beside a repetition that may be empty";
    return NULL;
}
