#include "config.h"

#include "draft.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "announced.h"
#include "chains.h"
#include "cohort.h"
#include "datadir.h"
#include "pledge.h"
#include "record.h"
#include "strata.h"

enum exit_status draft_chain(struct draft *d, const char *file)
{
    char *known = datadir_path("templates/beacons/quicknet.json");
    enum exit_status status =
        chains_load(&d->commit.chain, file != NULL ? file : known);
    free(known);
    return status;
}

/* Puts it behind another. */
static enum exit_status follow(struct commit *c, const char *previous)
{
    struct pledge before = {0};
    struct diag_place place = {previous, 0, NULL};
    enum exit_status status = pledge_load_commit(&before, previous);
    if (status == EXIT_OK && strcmp(before.commit.series, c->series) != 0) {
        diag_at(place, "the commitment is of the series '%s', not '%s'",
                before.commit.series, c->series);
        status = EXIT_DATA;
    } else if (status == EXIT_OK && before.commit.number == UINT32_MAX) {
        diag_at(place, "no number comes behind that of this commitment");
        status = EXIT_DATA;
    }
    c->number = before.commit.number + 1;
    memcpy(c->previous, before.commit.digest, sizeof c->previous);
    pledge_release(&before);
    return status;
}

enum exit_status draft_number(struct draft *d, const char *previous,
                              uint64_t wanted)
{
    struct commit *c = &d->commit;
    enum exit_status status = EXIT_OK;
    c->number = 1;
    if (previous != NULL)
        status = follow(c, previous);
    if (status == EXIT_OK && wanted != 0 && wanted != c->number) {
        diag("this commitment is number %" PRIu64 " of its series, not %"
             PRIu64, c->number, wanted);
        status = EXIT_DATA;
    }
    return status;
}

/* The people while they are read. */
struct reading {
    struct cohort people;
    struct strata strata;   /* only looked at, where the rule has some */
    struct json_scan facts; /* of the record now out */
    uint64_t kinds[RECORD_KINDS];
};

/* Looks whether the record now out may be committed to. Returns false if not
 * (refused). */
static bool check_record(const struct draft *d, struct intake *in,
                         struct reading *r, struct record_head *head)
{
    const struct json_scan *scan = &in->reader.scan;
    const char *by = d->rule->by, *reason = record_head(scan, head);
    if (reason != NULL) {
        intake_refuse(in, NULL, "%s", reason);
        return false;
    }
    long stratum = 0;
    if (by[0] != '\0' && head->kind == RECORD_FICTITIOUS)
        stratum = strata_of(&r->strata, &r->facts, scan, by);
    if (head->kind == RECORD_AUXILIARY)
        reason = "auxiliary people take no part in a benchmark";
    else if (json_scan_find(scan, "split") != NULL)
        reason = "the record has a split already";
    else
        reason = cohort_adopt(&r->people, head, scan);
    if (reason != NULL)
        intake_refuse(in, head->name, "%s", reason);
    else if (stratum < 0)
        intake_refuse(in, head->name, "the fact '%s' %s", by,
                      strata_reason(stratum));
    return reason == NULL && stratum >= 0;
}

static void read_all(const struct draft *d, struct intake *in,
                     struct reading *r)
{
    struct progress p;
    struct record_head head;
    uint64_t total = 0;
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        total += d->announced[kind];
    progress_start(&p, d->progress, "people", total);
    while (intake_next(in)) {
        if (check_record(d, in, r, &head)) {
            r->kinds[head.kind]++;
            if (cohort_add(&r->people, &head, intake_place(in, NULL),
                           &in->reader.scan, in->reader.line,
                           in->reader.len) < 0)
                intake_fail(in, EXIT_SYSTEM);
        }
        progress_step(&p);
    }
    progress_end(&p);
}

/* A split record of the rule, without what is not known yet. */
static void write_options(const struct splitrule *rule, struct buf *out)
{
    struct splitrule unseeded = *rule;
    struct buf record = BUF_EMPTY;
    struct json_scan scan = {0};
    unseeded.seed = "";
    buf_putc(&record, '{');
    splitrule_write(&unseeded, &record);
    buf_putc(&record, '}');
    if (json_scan_check(&scan, record.data, record.len) == 0)
        pledge_split_options(&scan, out);
    json_scan_release(&scan);
    buf_release(&record);
}

enum exit_status draft_people(struct draft *d, struct intake *in)
{
    struct commit *c = &d->commit;
    struct reading r = {.facts = {0}};
    enum exit_status status = EXIT_SYSTEM;
    if (cohort_open(&r.people) == 0) {
        read_all(d, in, &r);
        status = in->status;
    }
    if (status == EXIT_OK && !announced_came(d->announced, r.kinds))
        status = EXIT_DATA;
    if (status == EXIT_OK)
        status = cohort_root(&r.people, c->root);
    c->tree_size = r.people.people.count;
    buf_add(&c->generator_seed, r.people.generator_seed.data,
            r.people.generator_seed.len);
    write_options(d->rule, &c->split);
    cohort_close(&r.people);
    strata_release(&r.strata);
    json_scan_release(&r.facts);
    return status;
}
