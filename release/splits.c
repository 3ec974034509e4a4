#include "config.h"

#include "splits.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "seed.h"
#include "shape.h"

static const struct shape_member shape[] = {
    {"rule", SHAPE_TEXT},   {"seed", SHAPE_TEXT},
    {"n", SHAPE_COUNT},     {"ratios", SHAPE_ARRAY},
    {"rank", SHAPE_COUNT | SHAPE_NULL}, {"sets", SHAPE_ARRAY},
    {NULL, 0},
};

int splits_open(struct splits *s)
{
    *s = (struct splits){.ids.fd = -1, .ranked.fd = -1, .real.fd = -1,
                         .stranger.fd = -1};
    if (spool_open(&s->ids) < 0 || spool_open(&s->ranked) < 0 ||
        spool_open(&s->real) < 0 || spool_open(&s->stranger) < 0)
        return -1;
    return 0;
}

static int wrong(const struct person *p, struct findings *f, const char *what)
{
    findings_add(f, FINDINGS_SPLITS, p->place, "split: %s", what);
    return -1;
}

static const cJSON *member(const cJSON *split, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(split, name);
}

static int read_ratios(struct splitrule *rule, const cJSON *ratios)
{
    unsigned before = 0;
    rule->count = 0;
    for (const cJSON *r = ratios->child; r != NULL; r = r->next) {
        if (!shape_is(r, SHAPE_COUNT) || r->valuedouble <= before ||
            r->valuedouble > 99 || rule->count == SPLITRULE_RATIOS)
            return -1;
        before = (unsigned)r->valuedouble;
        rule->ratios[rule->count++] = before;
    }
    return rule->count > 0 ? 0 : -1;
}

/* Reads a rule; its seed stays borrowed from the tree. Returns NULL, or what
 * is wrong. */
static const char *read_rule(struct splitrule *rule, const cJSON *split)
{
    rule->seed = shape_text(split, "seed");
    double n = member(split, "n")->valuedouble;
    if (!seed_valid(rule->seed, strlen(rule->seed)))
        return "its seed is not a seed";
    if (n < 1 || n > (double)UINT32_MAX)
        return "its n is out of range";
    rule->n = (uint64_t)n;
    if (read_ratios(rule, member(split, "ratios")) < 0)
        return "its ratios are not ascending percentages";
    if (splitrule_empty_ratio(rule) != 0)
        return "one of its sets would be empty";
    return NULL;
}

static void adopt(struct splits *s, const struct splitrule *rule)
{
    s->rule = *rule;
    s->seed = xstrndup(rule->seed, strlen(rule->seed));
    s->rule.seed = s->seed;
}

/* What of the rule differs from the first record's, or NULL. */
static const char *other_rule(const struct splits *s,
                              const struct splitrule *rule)
{
    if (strcmp(rule->seed, s->seed) != 0)
        return "its seed is not that of the first record";
    if (rule->n != s->rule.n)
        return "its n is not that of the first record";
    if (rule->count != s->rule.count ||
        memcmp(rule->ratios, s->rule.ratios,
               rule->count * sizeof rule->ratios[0]) != 0)
        return "its ratios are not those of the first record";
    return NULL;
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
                              const cJSON *value, uint32_t *rank)
{
    bool ranked = p->head.kind == RECORD_FICTITIOUS;
    if (cJSON_IsNull(value) == ranked)
        return ranked ? "a fictitious person has no rank"
                      : "only fictitious people have a rank";
    if (ranked && (value->valuedouble < 1 ||
                   value->valuedouble > (double)s->rule.n))
        return "its rank is not from 1 to n";
    *rank = ranked ? (uint32_t)value->valuedouble : 0;
    return check_text(s, p, *rank);
}

static int check_split(struct splits *s, const struct person *p,
                       const cJSON *split, uint32_t *rank,
                       struct findings *f)
{
    struct splitrule rule;
    struct buf why = BUF_EMPTY;
    int rc = shape_check(split, "it", shape, &why);
    if (rc < 0)
        wrong(p, f, buf_string(&why));
    buf_release(&why);
    if (rc < 0)
        return -1;
    const char *name = shape_text(split, "rule");
    if (strcmp(name, SPLITRULE_NAME) != 0) {
        findings_add(f, FINDINGS_SPLITS, p->place,
                     "split: unknown rule '%s'", name);
        return -1;
    }
    const char *reason = read_rule(&rule, split);
    if (reason == NULL && s->seed == NULL)
        adopt(s, &rule);
    if (reason == NULL)
        reason = other_rule(s, &rule);
    if (reason == NULL)
        reason = check_rank(s, p, member(split, "rank"), rank);
    return reason == NULL ? 0 : wrong(p, f, reason);
}

int splits_check(struct splits *s, const struct person *p, uint32_t *rank,
                 struct findings *f)
{
    const cJSON *split = member(p->tree, "split");
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

/* In `ids` a person is: line (8 bytes), length of the id (1 byte), id. */
static int add_ranked(struct splits *s, const struct record_head *head,
                      uint64_t line, uint32_t rank)
{
    unsigned char key[DIGEST_BYTES], len = (unsigned char)head->id_len;
    if (s->count == s->cap) {
        s->cap = s->cap == 0 ? 256 : 2 * s->cap;
        s->entries = xrealloc(s->entries, s->cap, sizeof *s->entries);
        s->offsets = xrealloc(s->offsets, s->cap, sizeof *s->offsets);
        s->stated = xrealloc(s->stated, s->cap, sizeof *s->stated);
    }
    splitrule_key(s->seed, head->name, head->id_len, key);
    s->entries[s->count] = (struct rank_entry){
        .key = rank_key(key), .index = (uint32_t)s->count};
    s->stated[s->count] = rank;
    if (spool_add(&s->ids, &line, sizeof line, &s->offsets[s->count]) < 0 ||
        spool_add(&s->ids, &len, 1, NULL) < 0)
        return -1;
    s->count++;
    return spool_add(&s->ids, head->name, head->id_len, NULL);
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
    spool_close(&s->ids);
    spool_close(&s->ranked);
    spool_close(&s->real);
    spool_close(&s->stranger);
    free(s->entries);
    free(s->offsets);
    free(s->stated);
    free(s->seed);
    *s = (struct splits){.ids.fd = -1, .ranked.fd = -1, .real.fd = -1,
                         .stranger.fd = -1};
}
