#include "config.h"

#include "splits.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

int splits_open(struct splits *s)
{
    *s = (struct splits){.roll.spool.fd = -1, .ranked.fd = -1,
                         .real.fd = -1, .stranger.fd = -1};
    if (roll_open(&s->roll) < 0 || spool_open(&s->ranked) < 0 ||
        spool_open(&s->real) < 0 || spool_open(&s->stranger) < 0)
        return -1;
    return 0;
}

static void wrong(const struct person *p, struct findings *f,
                  const char *rule, const char *what)
{
    findings_add(f, rule, p->place, "split: %s", what);
}

/* The member as a witness. */
static void show(const struct person *p, struct findings *f,
                 const char *expected)
{
    const struct json_member *m = json_scan_find(p->scan, "split");
    findings_witness_bytes(f, expected, m->value, m->value_len);
}

/* The same beside the rule of the first record. */
static void show_rule(const struct splits *s, const struct person *p,
                      struct findings *f)
{
    struct buf rule = BUF_EMPTY;
    splits_write_rule(s, &rule);
    show(p, f, buf_string(&rule));
    buf_release(&rule);
}

/* The same beside the member that its rank and kind give, if it may have that
 * rank. */
static void show_stamp(const struct splits *s, const struct person *p,
                       struct findings *f)
{
    bool ranked = p->head.kind == RECORD_FICTITIOUS && s->stamp.ranked;
    uint64_t rank = s->claim.rank;
    struct buf text = BUF_EMPTY;
    if (ranked == (rank != 0) && rank <= s->rule.n &&
        (ranked || p->head.kind != RECORD_FICTITIOUS))
        stamp_write(&s->stamp, rank, p->head.kind, &text);
    else
        buf_puts(&text, "what rule, id and kind give");
    show(p, f, buf_string(&text));
    buf_release(&text);
}

/* Either all records have a split or none has. */
static void wrong_mix(const struct person *p, struct findings *f, bool has)
{
    wrong(p, f, "split/all",
          has ? "there is one, but records before have none"
              : "there is none, but the records before have one");
    findings_witness(f, has ? "no split" : "a split",
                     has ? "a split" : "no split");
}

/* Takes over the first record's rule. Returns 0, or -1 (told). */
static int adopt(struct splits *s, const struct splitrule *rule)
{
    if (splitsets_init(&s->known, rule, NULL) < 0)
        return -1;
    s->rule = *rule;
    if (rule->seed != NULL)
        s->seed = xstrndup(rule->seed, strlen(rule->seed));
    s->rule.seed = s->roll.seed = s->seed;
    stamp_init(&s->stamp, &s->rule, &s->known);
    s->used = true;
    return 0;
}

/* Reads what the member states. Returns 0, or -1 where it is wrong. */
static int read_claim(struct splits *s, const struct person *p,
                      struct findings *f)
{
    const struct json_member *m = json_scan_find(p->scan, "split");
    struct buf why = BUF_EMPTY;
    int rc = splitclaim_read(&s->claim, m->value, m->value_len, &why);
    if (rc < 0) {
        findings_add(f, "split/shape", p->place, "%s", buf_string(&why));
        show(p, f, "a split of palimpsest-split(5)");
    }
    buf_release(&why);
    return rc;
}

/* Finds the stratum that the rule puts a person in. */
static uint32_t find_stratum(struct splits *s, const struct person *p,
                             struct findings *f)
{
    if (s->rule.by[0] == '\0' || p->head.kind != RECORD_FICTITIOUS)
        return 0;
    long stratum = strata_of(&s->strata, &s->facts, p->scan, s->rule.by);
    if (stratum >= 0)
        return (uint32_t)stratum;
    findings_add(f, "split/stratum", p->place, "split: the fact '%s' %s",
                 s->rule.by, strata_reason(stratum));
    findings_witness(f, s->rule.by, strata_reason(stratum));
    return 0;
}

static int check_split(struct splits *s, const struct person *p,
                       struct splits_stated *stated, struct findings *f)
{
    if (read_claim(s, p, f) < 0)
        return 0;
    if (!s->used && adopt(s, &s->claim.rule) < 0)
        return -1;
    const char *what = splitrule_difference(&s->rule, &s->claim.rule);
    if (what != NULL) {
        findings_add(f, "split/same", p->place,
                     "split: it differs from that of the first record in "
                     "its %s", what);
        show_rule(s, p, f);
        return 0;
    }
    const char *reason = stamp_check(&s->stamp, &p->head, s->claim.rank,
                                     json_scan_find(p->scan, "split"));
    if (reason != NULL) {
        wrong(p, f, "split/sets", reason);
        show_stamp(s, p, f);
    } else {
        stated->rank = (uint32_t)s->claim.rank;
    }
    stated->stratum = find_stratum(s, p, f);
    return 0;
}

int splits_check(struct splits *s, const struct person *p,
                 struct splits_stated *stated, struct findings *f)
{
    *stated = (struct splits_stated){0};
    if (json_scan_find(p->scan, "split") == NULL) {
        s->without++;
        if (s->with > 0)
            wrong_mix(p, f, false);
        return 0;
    }
    s->with++;
    if (s->without == 0)
        return check_split(s, p, stated, f);
    wrong_mix(p, f, true);
    return 0;
}

bool splits_used(const struct splits *s)
{
    return s->used;
}

static int add_line(struct spool *spool, const struct record_head *head)
{
    if (spool_add(spool, head->name, head->id_len, NULL) < 0)
        return -1;
    return spool_add(spool, "\n", 1, NULL);
}

static int add_ranked(struct splits *s, const struct record_head *head,
                      uint64_t line, struct splits_stated stated)
{
    if (s->roll.count == s->cap) {
        s->cap = s->cap == 0 ? 256 : 2 * s->cap;
        s->stated = xrealloc(s->stated, s->cap, sizeof *s->stated);
    }
    s->stated[s->roll.count] = stated.rank;
    if (roll_add(&s->roll, head, (struct diag_place){.line = line}, head->id,
                 head->id_len) < 0)
        return -1;
    if (s->rule.by[0] != '\0')
        roll_note_stratum(&s->roll, (uint16_t)stated.stratum);
    return 0;
}

int splits_add(struct splits *s, const struct record_head *head,
               uint64_t line, struct splits_stated stated)
{
    if (!s->used)
        return 0;
    if (head->kind == RECORD_FICTITIOUS)
        return add_ranked(s, head, line, stated);
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
    stamp_release(&s->stamp);
    splitsets_release(&s->known);
    splitsets_release(&s->sets);
    strata_release(&s->strata);
    json_scan_release(&s->facts);
    spool_close(&s->ranked);
    spool_close(&s->real);
    spool_close(&s->stranger);
    free(s->stated);
    free(s->bounds);
    free(s->seed);
    *s = (struct splits){.roll.spool.fd = -1, .ranked.fd = -1,
                         .real.fd = -1, .stranger.fd = -1};
}
