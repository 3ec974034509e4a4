#include "config.h"

#include "stamp.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_write.h"

/* Renders what stands behind the rank of people in the sets of a segment. */
static void write_tail(const struct splitsets *sets, uint64_t rank,
                       struct buf *out)
{
    bool first = true;
    buf_puts(out, ",\"sets\":[");
    for (size_t i = 0; i < sets->count; i++) {
        if (!splitset_holds(&sets->list[i], rank))
            continue;
        if (!first)
            buf_putc(out, ',');
        json_write_text(out, sets->list[i].name);
        first = false;
    }
    buf_puts(out, "]}");
}

void stamp_init(struct stamp *s, const struct splitrule *rule,
                const struct splitsets *sets)
{
    *s = (struct stamp){.rule = rule, .sets = sets,
                        .ranked = splitrule_ranked(rule->kind)};
    buf_putc(&s->head, '{');
    splitrule_write(rule, &s->head);
    buf_puts(&s->head, ",\"rank\":");
    s->tails = xcalloc(sets->segment_count, sizeof *s->tails);
    for (size_t i = 0; i < sets->segment_count; i++)
        write_tail(sets, sets->ends[i], &s->tails[i]);
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        const char *set = splitsets_of_kind((enum record_kind)kind);
        if (set == NULL)
            continue;
        buf_puts(&s->unranked[kind], "null,\"sets\":[\"");
        buf_puts(&s->unranked[kind], set);
        buf_puts(&s->unranked[kind], "\"]}");
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
    const struct buf *tail = &s->tails[splitsets_segment(s->sets, rank)];
    if (s->ranked)
        buf_put_u64(out, rank);
    else
        buf_puts(out, "null");
    buf_add(out, tail->data, tail->len);
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

/* Why one of a kind cannot state a rank, or NULL. */
static const char *check_rank(const struct stamp *s, enum record_kind kind,
                              uint64_t rank)
{
    if (kind != RECORD_FICTITIOUS && rank != 0)
        return "only fictitious people have a rank";
    if (!s->ranked && rank != 0)
        return "by its rule nobody has a rank";
    if (kind == RECORD_FICTITIOUS && s->ranked && rank == 0)
        return "a fictitious person has no rank";
    if (rank > s->rule->n)
        return "its rank is not from 1 to n";
    return NULL;
}

const char *stamp_check(const struct stamp *s, const struct record_head *head,
                        uint64_t rank, const struct json_member *split)
{
    const char *wrong = check_rank(s, head->kind, rank);
    struct buf text = BUF_EMPTY;
    if (wrong != NULL)
        return wrong;
    if (!s->ranked && head->kind == RECORD_FICTITIOUS)
        rank = splitsets_band(s->rule, head->id, head->id_len);
    stamp_write(s, rank, head->kind, &text);
    if (split->value_len != text.len ||
        memcmp(split->value, text.data, text.len) != 0)
        wrong = "its sets are not those of its rank and kind";
    buf_release(&text);
    return wrong;
}

void stamp_release(struct stamp *s)
{
    buf_release(&s->head);
    for (size_t i = 0; s->tails != NULL && i < s->sets->segment_count; i++)
        buf_release(&s->tails[i]);
    free(s->tails);
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        buf_release(&s->unranked[kind]);
    *s = (struct stamp){0};
}
