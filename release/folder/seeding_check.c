#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdlib.h>
#include <unistd.h>

#include "chains.h"
#include "file.h"
#include "inside.h"
#include "minisign.h"
#include "reveal.h"
#include "seeding.h"
#include "seeding_files.h"
#include "verifier.h"

const struct seeding_beside seeding_beside[SEEDING_BESIDE] = {
    {".minisig", NULL},
    {".tsr", "timestamp"},
    {".note", "cosignature"},
};

/* A check while it runs. */
struct check {
    struct seeding *seeding;
    const char *folder; /* of the release */
    struct findings *findings;
    struct tree *tree;
    const struct seeding_judges *judges;
};

static void wrong(const struct check *k, const char *rule, const char *file,
                  const char *what, const char *expected)
{
    findings_add(k->findings, rule, (struct diag_place){file, 0, NULL}, "%s",
                 what);
    findings_witness(k->findings, expected, what);
}

/* Whether the release has a file of that name: 1, 0, or -1 (told). */
static int has(const struct check *k, const char *name)
{
    int64_t index = tree_find(k->tree, name, 0);
    return index == -2 ? -1 : index >= 0;
}

/* Reads a file that the release has. Returns false if it cannot be read, which
 * is a finding. */
static bool read_file(const struct check *k, const char *name,
                      struct buf *text)
{
    int folder = open(k->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int fd = folder >= 0 ? inside_open(folder, name) : -1;
    bool read = fd >= 0 && file_read_fd(fd, SEEDING_LIMIT, text) == 0;
    if (!read && fd >= 0 && errno == EFBIG)
        wrong(k, "seed/large", name, "is larger than 1 MiB",
              "1 MiB at most");
    else if (!read)
        findings_unreadable(k->findings, name);
    if (fd >= 0)
        close(fd);
    if (folder >= 0)
        close(folder);
    return read;
}

/* Reads the commitment and what was revealed into the pledge. Returns false if
 * they are not right, which is a finding. */
static bool read_pledge(const struct check *k, struct buf *commit)
{
    struct pledge *p = &k->seeding->pledge;
    struct buf reveal = BUF_EMPTY;
    const char *reason = NULL;
    bool good = read_file(k, SEEDING_COMMIT, commit) &&
                read_file(k, SEEDING_REVEAL, &reveal);
    if (good) {
        reason = commit_read(&p->commit, commit->data, commit->len);
        if (reason != NULL)
            wrong(k, "seed/commit", SEEDING_COMMIT, reason,
                  "a commitment of palimpsest-commit(5)");
        good = reason == NULL;
    }
    if (good) {
        reason = reveal_read(&p->answer, &p->commit, reveal.data, reveal.len);
        if (reason != NULL)
            wrong(k, "seed/reveal", SEEDING_REVEAL, reason,
                  "the seed that its beacon gives");
        good = reason == NULL;
    }
    buf_release(&reveal);
    return good;
}

/* Looks whether the beacon is known. Returns 0, or -1 (told). */
static int check_chain(const struct check *k)
{
    struct seeding *s = k->seeding;
    int rc = chains_known(&s->pledge.commit.chain, k->judges->chain);
    s->known = rc > 0;
    return rc < 0 ? -1 : 0;
}

/* Has the beacon's signature checked. Returns 0, or -1 (told). */
static int check_beacon(const struct check *k)
{
    struct seeding *s = k->seeding;
    if (k->judges->verifier == NULL)
        return 0;
    switch (verifier_beacon(k->judges->verifier, &s->pledge.commit.chain,
                            &s->pledge.answer)) {
    case VERIFIER_YES:
        s->verified = true;
        return 0;
    case VERIFIER_NO:
        wrong(k, "seed/beacon", SEEDING_REVEAL,
              "the beacon's signature is not that of the round, says the "
              "verifier",
              "a signature that the verifier accepts");
        return 0;
    case VERIFIER_UNABLE:
        return 0;
    case VERIFIER_BROKEN:
        break;
    }
    return -1;
}

/* Takes the time that a file beside the commitment proves. */
static void take_time(const struct check *k, const char *name, uint64_t time)
{
    struct seeding *s = k->seeding;
    const struct commit *c = &s->pledge.commit;
    uint64_t due = beacon_time(&c->chain, c->round);
    if (time >= due) {
        s->late = true;
        findings_add(k->findings, "date/late",
                     (struct diag_place){name, 0, NULL},
                     "the commitment was dated %" PRIu64
                     " s after its round was due", time - due);
        findings_witness_u64(k->findings, due, time);
        return;
    }
    if (!s->dated || time < s->time)
        s->time = time;
    s->dated = true;
}

/* Has a file beside the commitment looked at. Returns 0, or -1 (told). */
static int check_date(const struct check *k, const char *name,
                      const char *kind)
{
    uint64_t time = 0;
    if (k->judges->verifier == NULL)
        return 0;
    char *commit = file_join(k->folder, SEEDING_COMMIT);
    char *proof = file_join(k->folder, name);
    enum verifier_verdict verdict =
        verifier_date(k->judges->verifier, kind, commit, proof, &time);
    if (verdict == VERIFIER_YES)
        take_time(k, name, time);
    else if (verdict == VERIFIER_NO)
        wrong(k, "date/proof", name,
              "does not date the commitment, says the verifier",
              "a proof that the verifier accepts");
    free(commit);
    free(proof);
    return verdict == VERIFIER_BROKEN ? -1 : 0;
}

/* Checks the commitment's signature by the key, if there is one. */
static void check_signature(const struct check *k, const char *name,
                            const struct buf *commit)
{
    struct minisign_signature s = {0};
    struct buf text = BUF_EMPTY, message = BUF_EMPTY, why = BUF_EMPTY;
    if (k->judges->key == NULL || !read_file(k, name, &text))
        return;
    int rc = minisign_read(&s, text.data, text.len, &why);
    if (rc == 0) {
        minisign_message_bytes(commit->data, commit->len, s.prehashed,
                               &message);
        rc = minisign_verify(&s, k->judges->key, &message, &why);
    }
    if (rc < 0)
        wrong(k, "signature/commit", name, buf_string(&why),
              "a signature of the commitment by the key");
    minisign_release(&s);
    buf_release(&text);
    buf_release(&message);
    buf_release(&why);
}

/* Checks the commitment's signature if it `has` one; it need not, unless that
 * is asked for. */
static void check_signed(const struct check *k, const char *name,
                         const struct buf *commit, bool has)
{
    k->seeding->has_signature = has;
    if (has)
        check_signature(k, name, commit);
    else if (k->judges->signature)
        wrong(k, "signature/commit", name,
              "is missing: the commitment is not signed", name);
}

/* Checks the files beside the commitment. Returns 0, or -1 (told). */
static int check_beside(const struct check *k, const struct buf *commit)
{
    int rc = 0;
    for (size_t i = 0; i < SEEDING_BESIDE && rc >= 0; i++) {
        struct buf name = BUF_EMPTY;
        const char *kind = seeding_beside[i].kind;
        buf_printf(&name, "%s%s", SEEDING_COMMIT, seeding_beside[i].ending);
        rc = has(k, buf_string(&name));
        if (rc > 0)
            rc = tree_explain(k->tree, buf_string(&name)) < 0 ? -1 : 1;
        if (rc >= 0 && kind == NULL)
            check_signed(k, buf_string(&name), commit, rc > 0);
        else if (rc > 0)
            rc = check_date(k, buf_string(&name), kind);
        buf_release(&name);
    }
    return rc < 0 ? -1 : 0;
}

/* Checks both files, which are there. Returns 0, or -1 (told). */
static int check_both(const struct check *k,
                      const struct seeding_people *people)
{
    struct seeding *s = k->seeding;
    struct buf commit = BUF_EMPTY;
    const char *reason = NULL;
    int rc = 0;
    bool good = read_pledge(k, &commit);
    if (good)
        reason = seeding_compare(s, people);
    if (reason != NULL)
        wrong(k, "seed/people", SEEDING_COMMIT, reason,
              "what the records and the split give");
    s->committed = good && reason == NULL;
    if (good && (check_chain(k) < 0 || check_beacon(k) < 0 ||
                 check_beside(k, &commit) < 0))
        rc = -1;
    buf_release(&commit);
    return rc;
}

int seeding_check(struct seeding *s, const char *folder, struct findings *f,
                  struct tree *tree, const struct seeding_people *people,
                  const struct seeding_judges *judges)
{
    struct check k = {s, folder, f, tree, judges};
    int commit = has(&k, SEEDING_COMMIT), reveal = has(&k, SEEDING_REVEAL);
    if (commit < 0 || reveal < 0 || tree_explain(tree, SEEDING_COMMIT) < 0 ||
        tree_explain(tree, SEEDING_REVEAL) < 0)
        return -1;
    if (commit == 0 && reveal > 0)
        wrong(&k, "seed/both", SEEDING_REVEAL,
              "something is revealed, but nothing was committed to",
              SEEDING_COMMIT);
    else if (commit > 0 && reveal == 0)
        wrong(&k, "seed/both", SEEDING_COMMIT,
              "something was committed to, but nothing is revealed",
              SEEDING_REVEAL);
    else if (commit > 0)
        return check_both(&k, people);
    return 0;
}
