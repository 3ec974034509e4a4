#include "config.h"

#include "check.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "pledged.h"
#include "record.h"
#include "splitrule.h"

int check_open(struct check *k)
{
    return roll_open(&k->roll);
}

/* Takes over the first record's rule. Returns 0, or -1 (refused). */
static int adopt(struct check *k, struct intake *in, const char *id)
{
    const struct splitrule *rule = &k->claim.rule;
    unsigned p = splitrule_empty_ratio(rule);
    if (k->seed != NULL && strcmp(rule->seed, k->seed) != 0)
        intake_refuse(in, id, "the split states seed '%s', not '%s'",
                      rule->seed, k->seed);
    else if (k->n != 0 && rule->n != k->n)
        intake_refuse(in, id, "the split states n %" PRIu64 ", not %" PRIu64,
                      rule->n, k->n);
    else if (p != 0)
        intake_refuse(in, id, "to forget %u %% of %" PRIu64 " people is to "
                      "forget nobody or everybody", p, rule->n);
    else {
        k->first = k->claim;
        k->claim = (struct splitclaim){.rank = k->first.rank};
        k->roll.seed = k->first.rule.seed;
        stamp_init(&k->stamp, &k->first.rule);
        return 0;
    }
    return -1;
}

/* Compares the record's split with what follows from the rule and the rank it
 * states. Returns 0, or -1 (refused). */
static int check_claim(struct check *k, struct intake *in,
                       const struct record_head *head,
                       const struct json_member *split, uint64_t rank)
{
    const struct splitrule *rule = &k->first.rule;
    if (head->kind == RECORD_FICTITIOUS && (rank == 0 || rank > rule->n)) {
        intake_refuse(in, head->name, "a fictitious person's rank must be "
                      "from 1 to %" PRIu64, rule->n);
        return -1;
    }
    if (head->kind != RECORD_FICTITIOUS && rank != 0) {
        intake_refuse(in, head->name, "only fictitious people have a rank");
        return -1;
    }
    buf_clear(&k->text);
    stamp_write(&k->stamp, rank, head->kind, &k->text);
    if (split->value_len == k->text.len &&
        memcmp(split->value, k->text.data, k->text.len) == 0)
        return 0;
    intake_refuse(in, head->name,
                  "the split's sets do not follow from its rank, or it is "
                  "spelled in another way than '%s'", buf_string(&k->text));
    return -1;
}

/* Reads the split now out and checks all that needs no other record. Returns
 * 0, or -1 (refused). */
static int check_split(struct check *k, struct intake *in,
                       const struct record_head *head,
                       const struct json_member *split)
{
    if (splitclaim_read(&k->claim, split->value, split->value_len,
                        &k->text) < 0) {
        intake_refuse(in, head->name, "%s", buf_string(&k->text));
        return -1;
    }
    uint64_t rank = k->claim.rank;
    if (k->roll.seed == NULL) {
        if (adopt(k, in, head->name) < 0)
            return -1;
    } else {
        const char *what =
            splitclaim_difference(&k->first.rule, &k->claim.rule);
        if (what != NULL) {
            intake_refuse(in, head->name,
                          "the split's %s is not that of the first record",
                          what);
            return -1;
        }
    }
    return check_claim(k, in, head, split, rank);
}

static void keep_rank(struct check *k, uint64_t rank)
{
    if (k->roll.count == k->cap) {
        k->cap = k->cap == 0 ? 1024 : 2 * k->cap;
        k->ranks = xrealloc(k->ranks, k->cap, sizeof *k->ranks);
    }
    k->ranks[k->roll.count] = (uint32_t)rank;
}

static void take_record(struct check *k, struct intake *in)
{
    struct record_head head;
    const char *reason = record_head(&in->reader.scan, &head);
    if (reason != NULL) {
        intake_refuse(in, NULL, "%s", reason);
        return;
    }
    if (head.kind == RECORD_AUXILIARY) {
        intake_refuse(in, head.name,
                      "auxiliary people take no part in a benchmark");
        return;
    }
    const struct json_member *split =
        json_scan_find(&in->reader.scan, "split");
    if (split == NULL) {
        intake_refuse(in, head.name, "the record has no split");
        return;
    }
    if (check_split(k, in, &head, split) < 0)
        return;
    if (k->pledged != NULL)
        pledged_add(k->pledged, in, &head, split);
    if (in->status != EXIT_OK)
        return;
    keep_rank(k, k->claim.rank);
    if (roll_add(&k->roll, &head, intake_place(in, NULL), head.id,
                 head.id_len) < 0)
        intake_fail(in, EXIT_SYSTEM);
}

enum exit_status check_read(struct check *k, struct intake *in,
                            enum progress_mode progress)
{
    struct progress p;
    progress_start(&p, progress, "people", k->n);
    while (intake_next(in)) {
        take_record(k, in);
        progress_step(&p);
    }
    progress_end(&p);
    return in->status;
}

/* Compares all ranks in the order of the input. */
static enum exit_status compare_ranks(struct check *k)
{
    struct roll *r = &k->roll;
    uint32_t wrong = 0;
    while (wrong < r->count && r->ranks[wrong] == k->ranks[wrong])
        wrong++;
    if (wrong == r->count)
        return EXIT_OK;
    char id[RECORD_ID_LIMIT + 1];
    if (roll_id(r, wrong, id) < 0)
        return EXIT_SYSTEM;
    diag_at(roll_place(r, wrong, id), "the split states rank %" PRIu32
            ", but " SPLITRULE_NAME " under its seed gives %" PRIu32,
            k->ranks[wrong], r->ranks[wrong]);
    return EXIT_DATA;
}

enum exit_status check_compare(struct check *k)
{
    uint64_t came = k->roll.kinds[RECORD_FICTITIOUS];
    if (k->roll.count == 0) {
        diag("no people came");
        return EXIT_DATA;
    }
    if (came != k->first.rule.n) {
        diag("the split states n %" PRIu64 ", but %" PRIu64
             " fictitious people came", k->first.rule.n, came);
        return EXIT_DATA;
    }
    enum exit_status status = roll_rank(&k->roll);
    return status == EXIT_OK ? compare_ranks(k) : status;
}

void check_close(struct check *k)
{
    stamp_release(&k->stamp);
    splitclaim_release(&k->first);
    splitclaim_release(&k->claim);
    roll_close(&k->roll);
    buf_release(&k->text);
    free(k->ranks);
}
