#include "config.h"

#include "stamp.h"

const char *stamp_set(enum record_kind kind)
{
    return kind == RECORD_CELEBRITY  ? "real"
           : kind == RECORD_STRANGER ? "stranger"
                                     : NULL;
}

void stamp_init(struct stamp *s, const struct splitrule *rule)
{
    *s = (struct stamp){.count = rule->count};
    splitrule_write_head(rule, &s->head);
    for (size_t i = 0; i <= rule->count; i++) {
        uint64_t rank = rule->n; /* of someone with these sets */
        if (i < rule->count) {
            s->counts[i] = splitrule_forget_count(rule->n, rule->ratios[i]);
            rank = s->counts[i];
        }
        splitrule_write_tail(rule, rank, NULL, &s->tails[i]);
    }
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const char *set = stamp_set((enum record_kind)kind);
        if (set == NULL)
            continue;
        buf_puts(&s->unranked[kind], "null");
        splitrule_write_tail(rule, 0, set, &s->unranked[kind]);
    }
}

void stamp_write(const struct stamp *s, uint64_t rank, enum record_kind kind,
                 struct buf *out)
{
    buf_add(out, s->head.data, s->head.len);
    if (rank == 0) {
        buf_add(out, s->unranked[kind].data, s->unranked[kind].len);
        return;
    }
    size_t passed = 0;
    while (passed < s->count && rank > s->counts[passed])
        passed++;
    buf_put_u64(out, rank);
    buf_add(out, s->tails[passed].data, s->tails[passed].len);
}

void stamp_line(const struct stamp *s, const char *line, size_t len,
                uint64_t rank, enum record_kind kind, struct buf *out)
{
    static const char name[] = ",\"split\":";
    size_t brace = len;
    while (line[--brace] != '}')
        ;
    buf_add(out, line, brace);
    buf_add(out, name, sizeof name - 1);
    stamp_write(s, rank, kind, out);
    buf_add(out, line + brace, len - brace);
}

void stamp_release(struct stamp *s)
{
    buf_release(&s->head);
    for (size_t i = 0; i <= SPLITRULE_RATIOS; i++)
        buf_release(&s->tails[i]);
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        buf_release(&s->unranked[kind]);
}
