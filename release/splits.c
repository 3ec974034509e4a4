#include "config.h"

#include "splits.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "shape.h"

static const struct shape_member shape[] = {
    {"rule", SHAPE_TEXT},   {"seed", SHAPE_TEXT},
    {"n", SHAPE_COUNT},     {"ratios", SHAPE_ARRAY},
    {"rank", SHAPE_COUNT | SHAPE_NULL}, {"sets", SHAPE_ARRAY},
    {NULL, 0},
};

int splits_open(struct splits *s)
{
    *s = (struct splits){.roll.spool.fd = -1, .ranked.fd = -1,
                         .real.fd = -1, .stranger.fd = -1};
    if (roll_open(&s->roll) < 0 || spool_open(&s->ranked) < 0 ||
        spool_open(&s->real) < 0 || spool_open(&s->stranger) < 0)
        return -1;
    return 0;
}

static int wrong(const struct person *p, struct findings *f, const char *what)
{
    findings_add(f, FINDINGS_SPLITS, p->place, "split: %s", what);
    return -1;
}

static void adopt(struct splits *s, const struct splitrule *rule)
{
    s->rule = *rule;
    s->seed = xstrndup(rule->seed, strlen(rule->seed));
    s->rule.seed = s->roll.seed = s->seed;
}

/* Checks that the member is spelled as the rule spells it for that rank. */
static const char *check_text(const struct splits *s, const struct person *p,
                              uint64_t rank)
{
    const struct json_member *m = json_scan_find(p->scan, "split");
    const char *set = p->head.kind == RECORD_CELEBRITY ? "real" : "stranger";
    struct buf text = BUF_EMPTY;
    splitrule_write(&s->rule, rank, set, &text);
    bool same = text.len == m->value_len &&
                memcmp(text.data, m->value, text.len) == 0;
    buf_release(&text);
    return same ? NULL : "its sets are not those of its rank and kind";
}

static const char *check_rank(const struct splits *s, const struct person *p,
                              uint64_t rank)
{
    if (p->head.kind == RECORD_FICTITIOUS && rank == 0)
        return "a fictitious person has no rank";
    if (p->head.kind != RECORD_FICTITIOUS && rank != 0)
        return "only fictitious people have a rank";
    if (rank > s->rule.n)
        return "its rank is not from 1 to n";
    return check_text(s, p, rank);
}

/* Reads what the member states. Returns 0, or -1 where it is wrong. */
static int read_claim(struct splits *s, const struct person *p,
                      const cJSON *split, struct findings *f)
{
    const struct json_member *m = json_scan_find(p->scan, "split");
    struct buf why = BUF_EMPTY;
    int rc = shape_check(split, "it", shape, &why);
    if (rc < 0) {
        wrong(p, f, buf_string(&why));
    } else {
        rc = splitclaim_read(&s->claim, m->value, m->value_len, &why);
        if (rc < 0)
            findings_add(f, FINDINGS_SPLITS, p->place, "%s",
                         buf_string(&why));
    }
    buf_release(&why);
    return rc;
}

static int check_split(struct splits *s, const struct person *p,
                       const cJSON *split, uint32_t *rank,
                       struct findings *f)
{
    if (read_claim(s, p, split, f) < 0)
        return -1;
    if (splitrule_empty_ratio(&s->claim.rule) != 0)
        return wrong(p, f, "one of its sets would be empty");
    if (s->seed == NULL)
        adopt(s, &s->claim.rule);
    const char *what = splitclaim_difference(&s->rule, &s->claim.rule);
    if (what != NULL) {
        findings_add(f, FINDINGS_SPLITS, p->place,
                     "split: its %s is not that of the first record", what);
        return -1;
    }
    const char *reason = check_rank(s, p, s->claim.rank);
    if (reason != NULL)
        return wrong(p, f, reason);
    *rank = (uint32_t)s->claim.rank;
    return 0;
}

int splits_check(struct splits *s, const struct person *p, uint32_t *rank,
                 struct findings *f)
{
    const cJSON *split =
        cJSON_GetObjectItemCaseSensitive(p->tree, "split");
    *rank = 0;
    if (split == NULL) {
        s->without++;
        if (s->with > 0)
            return wrong(p, f, "there is none, but the records before have "
                               "one");
        return 0;
    }
    s->with++;
    if (s->without > 0)
        return wrong(p, f, "there is one, but records before have none");
    return check_split(s, p, split, rank, f);
}

bool splits_used(const struct splits *s)
{
    return s->seed != NULL;
}

static int add_line(struct spool *spool, const struct record_head *head)
{
    if (spool_add(spool, head->name, head->id_len, NULL) < 0)
        return -1;
    return spool_add(spool, "\n", 1, NULL);
}

static int add_ranked(struct splits *s, const struct record_head *head,
                      uint64_t line, uint32_t rank)
{
    if (s->roll.count == s->cap) {
        s->cap = s->cap == 0 ? 256 : 2 * s->cap;
        s->stated = xrealloc(s->stated, s->cap, sizeof *s->stated);
    }
    s->stated[s->roll.count] = rank;
    return roll_add(&s->roll, head, (struct diag_place){.line = line},
                    head->id, head->id_len);
}

int splits_add(struct splits *s, const struct record_head *head,
               uint64_t line, uint32_t rank)
{
    if (s->seed == NULL)
        return 0;
    if (head->kind == RECORD_FICTITIOUS)
        return add_ranked(s, head, line, rank);
    if (head->kind == RECORD_CELEBRITY) {
        s->real_count++;
        return add_line(&s->real, head);
    }
    s->stranger_count++;
    return add_line(&s->stranger, head);
}

void splits_close(struct splits *s)
{
    roll_close(&s->roll);
    splitclaim_release(&s->claim);
    spool_close(&s->ranked);
    spool_close(&s->real);
    spool_close(&s->stranger);
    free(s->stated);
    free(s->seed);
    *s = (struct splits){.roll.spool.fd = -1, .ranked.fd = -1,
                         .real.fd = -1, .stranger.fd = -1};
}
