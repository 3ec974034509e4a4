#include "config.h"

#include "pledged.h"

#include "chains.h"
#include "verified.h"

enum exit_status pledged_open(struct pledged *p)
{
    enum exit_status status = pledge_load_commit(&p->pledge, p->commit);
    if (status == EXIT_OK)
        status = pledge_load_reveal(&p->pledge, p->reveal);
    if (status == EXIT_OK && cohort_open(&p->people) < 0)
        status = EXIT_SYSTEM;
    return status;
}

void pledged_add(struct pledged *p, struct intake *in,
                 const struct record_head *head,
                 const struct json_member *split)
{
    const struct jsonl *r = &in->reader;
    const char *wrong = cohort_adopt(&p->people, head, &r->scan);
    if (wrong == NULL && p->people.people.count == 0)
        wrong = pledge_check_split(&p->pledge, split->value,
                                   split->value_len);
    if (wrong != NULL)
        intake_refuse(in, head->name, "%s", wrong);
    else if (cohort_add(&p->people, head, intake_place(in, NULL), &r->scan,
                        r->line, r->len) < 0)
        intake_fail(in, EXIT_SYSTEM);
}

/* Tells where the beacon may be the publisher's own. */
static enum exit_status know_chain(const struct pledged *p)
{
    const struct beacon_chain *chain = &p->pledge.commit.chain;
    char hex[DIGEST_HEX + 1];
    int known = chains_known(chain, p->chain);
    if (known == 0) {
        digest_to_hex(chain->hash, hex);
        diag("the beacon's chain %s is not known: it may be the publisher's "
             "own (--chain)", hex);
    }
    return known < 0 ? EXIT_SYSTEM : EXIT_OK;
}

enum exit_status pledged_check(struct pledged *p)
{
    unsigned char root[DIGEST_BYTES];
    enum exit_status status = cohort_root(&p->people, root);
    if (status != EXIT_OK)
        return status;
    const char *wrong = pledge_check_people(
        &p->pledge, p->people.people.count, root, &p->people.generator_seed);
    if (wrong != NULL) {
        diag_at((struct diag_place){p->commit, 0, NULL}, "%s", wrong);
        return EXIT_DATA;
    }
    status = know_chain(p);
    return status == EXIT_OK ? verified_beacon(p->verifier, &p->pledge)
                             : status;
}

void pledged_close(struct pledged *p)
{
    cohort_close(&p->people);
    pledge_release(&p->pledge);
}
