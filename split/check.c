#include "config.h"

#include "check.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "census.h"
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
    const char *seed = rule->seed != NULL ? rule->seed : "";
    if (k->seed != NULL && strcmp(seed, k->seed) != 0)
        intake_refuse(in, id, "the split states seed '%s', not '%s'", seed,
                      k->seed);
    else if (k->n != 0 && rule->n != k->n)
        intake_refuse(in, id, "the split states n %" PRIu64 ", not %" PRIu64,
                      rule->n, k->n);
    else if (splitsets_init(&k->known, rule, NULL) < 0)
        intake_fail(in, EXIT_SYSTEM);
    else {
        k->first = k->claim;
        k->claim = (struct splitclaim){.rank = k->first.rank};
        k->roll.seed = k->first.rule.seed;
        k->started = true;
        stamp_init(&k->stamp, &k->first.rule, &k->known);
        return 0;
    }
    return -1;
}

/* Looks whether a person of that kind may state that rank. Returns 0, or -1
 * (refused). */
static int check_rank(struct check *k, struct intake *in,
                      const struct record_head *head, uint64_t rank)
{
    const struct splitrule *rule = &k->first.rule;
    bool ranked = splitrule_ranked(rule->kind);
    if (head->kind != RECORD_FICTITIOUS && rank != 0)
        intake_refuse(in, head->name, "only fictitious people have a rank");
    else if (!ranked && rank != 0)
        intake_refuse(in, head->name, "by %s nobody has a rank",
                      splitrule_name(rule->kind));
    else if (head->kind == RECORD_FICTITIOUS && ranked &&
             (rank == 0 || rank > rule->n))
        intake_refuse(in, head->name, "a fictitious person's rank must be "
                      "from 1 to %" PRIu64, rule->n);
    else
        return 0;
    return -1;
}

/* Compares the record's split with what follows from the rule and the rank it
 * states, or from the rule and the id. Returns 0, or -1 (refused). */
static int check_claim(struct check *k, struct intake *in,
                       const struct record_head *head,
                       const struct json_member *split, uint64_t rank)
{
    const struct splitrule *rule = &k->first.rule;
    bool ranked = splitrule_ranked(rule->kind);
    if (check_rank(k, in, head, rank) < 0)
        return -1;
    if (!ranked && head->kind == RECORD_FICTITIOUS)
        rank = splitsets_band(rule, head->id, head->id_len);
    buf_clear(&k->text);
    stamp_write(&k->stamp, rank, head->kind, &k->text);
    if (split->value_len == k->text.len &&
        memcmp(split->value, k->text.data, k->text.len) == 0)
        return 0;
    intake_refuse(in, head->name,
                  "the split's sets do not follow from its %s, or it is "
                  "spelled in another way than '%s'",
                  ranked ? "rank" : "id", buf_string(&k->text));
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
    if (!k->started) {
        if (adopt(k, in, head->name) < 0)
            return -1;
    } else {
        const char *what =
            splitrule_difference(&k->first.rule, &k->claim.rule);
        if (what != NULL) {
            intake_refuse(in, head->name,
                          "the split differs from that of the first record in "
                          "its %s", what);
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

/* Adds a record whose split is good by itself, and its stratum by the fact that
 * the rule names, or refuses it. */
static void add_record(struct check *k, struct intake *in,
                       const struct record_head *head)
{
    const char *by = k->first.rule.by;
    long stratum = 0;
    if (by[0] != '\0' && head->kind == RECORD_FICTITIOUS)
        stratum = strata_of(&k->strata, &k->facts, &in->reader.scan, by);
    if (stratum < 0) {
        intake_refuse(in, head->name, "the fact '%s' %s", by,
                      strata_reason(stratum));
        return;
    }
    keep_rank(k, k->claim.rank);
    if (roll_add(&k->roll, head, intake_place(in, NULL), head->id,
                 head->id_len) < 0)
        intake_fail(in, EXIT_SYSTEM);
    else if (by[0] != '\0')
        roll_note_stratum(&k->roll, (uint16_t)stratum);
    if (k->census != NULL && head->kind == RECORD_FICTITIOUS &&
        !census_add(k->census, head, &in->reader.scan))
        intake_refuse(in, head->name, "more than %d people", CENSUS_PEOPLE);
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
    add_record(k, in, &head);
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
    if (!splitrule_ranked(k->first.rule.kind))
        return EXIT_OK;
    while (wrong < r->count && r->ranks[wrong] == k->ranks[wrong])
        wrong++;
    if (wrong == r->count)
        return EXIT_OK;
    char id[RECORD_ID_LIMIT + 1];
    if (roll_id(r, wrong, id) < 0)
        return EXIT_SYSTEM;
    diag_at(roll_place(r, wrong, id), "the split states rank %" PRIu32
            ", but %s under its seed gives %" PRIu32, k->ranks[wrong],
            splitrule_name(k->first.rule.kind), r->ranks[wrong]);
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

enum exit_status check_sets(const struct check *k, struct splitsets *sets)
{
    const struct splitrule *rule = &k->first.rule;
    if (roll_sets(&k->roll, rule, sets) < 0)
        return EXIT_SYSTEM;
    const struct splitset *empty = splitsets_empty(sets, rule->n);
    if (empty == NULL)
        return EXIT_OK;
    diag("of %" PRIu64 " people %s holds %s", rule->n, empty->name,
         empty->count == 0 ? "nobody" : "everybody");
    return EXIT_DATA;
}

void check_close(struct check *k)
{
    stamp_release(&k->stamp);
    splitsets_release(&k->known);
    strata_release(&k->strata);
    json_scan_release(&k->facts);
    splitclaim_release(&k->first);
    splitclaim_release(&k->claim);
    roll_close(&k->roll);
    buf_release(&k->text);
    free(k->ranks);
}
