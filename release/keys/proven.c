#include "config.h"

#include "proven.h"

#include <errno.h>
#include <inttypes.h>
#include <string.h>

#include "file.h"
#include "intake.h"
#include "record_bytes.h"

static const char *proof_name(const struct proven_args *a)
{
    return strcmp(a->proof, "-") == 0 ? "stdin" : a->proof;
}

/* Tells what is wrong with the proof. */
static enum exit_status wrong(const struct proven_args *a, const char *what)
{
    diag("%s: the proof %s", proof_name(a), what);
    return EXIT_DATA;
}

static enum exit_status read_proof(struct proven *p,
                                   const struct proven_args *a)
{
    int rc = file_read_named(a->proof, PROOF_LIMIT, &p->text);
    bool large = rc < 0 && errno == EFBIG;
    if (rc < 0 && !large)
        diag_errno("cannot read %s", proof_name(a));
    if (rc < 0)
        return large ? wrong(a, "is larger than one may be") : EXIT_SYSTEM;
    const char *what =
        proof_parse(&p->proof, buf_string(&p->text), p->text.len);
    return what == NULL ? EXIT_OK : wrong(a, what);
}

/* Checks whose log it is. */
static enum exit_status check_log(struct proven *p,
                                  const struct proven_args *a)
{
    const struct checkpoint *c = &p->proof.checkpoint;
    if (a->origin != NULL &&
        (c->origin_len != strlen(a->origin) ||
         memcmp(c->origin, a->origin, c->origin_len) != 0)) {
        diag("%s: the proof is of the log %.*s, not of %s", proof_name(a),
             (int)c->origin_len, c->origin, a->origin);
        return EXIT_DATA;
    }
    if (a->public_key == NULL) {
        if (!a->require)
            return EXIT_OK;
        diag("a signature is required, and no public key given to check it");
        return EXIT_DATA;
    }
    enum note_verdict verdict = checkpoint_verify(c, a->public_key);
    p->verified = verdict == NOTE_VERIFIED;
    if (verdict == NOTE_UNKNOWN)
        return wrong(a, c->note.count == 0
                            ? "is of a log that nobody signed"
                            : "is of a log that the public key did not sign");
    return p->verified
               ? EXIT_OK
               : wrong(a, "has a signature that is not the public key's");
}

/* Keeps what the summary says of the record. */
static void keep(struct proven *p, const struct json_scan *scan,
                 const struct record_head *head)
{
    const struct json_member *split = json_scan_find(scan, "split");
    buf_add(&p->id, head->id, head->id_len);
    if (split != NULL)
        buf_add(&p->split, split->value, split->value_len);
}

/* Checks the record now out. Returns EXIT_OK, or what to exit with (told). */
static enum exit_status check_record(struct proven *p, const struct intake *in,
                                     const struct member_known *known)
{
    const struct json_scan *scan = &in->reader.scan;
    struct record_bytes bytes;
    struct record_head head;
    struct buf why = BUF_EMPTY;
    unsigned char digest[DIGEST_BYTES];
    char leaf[RECORD_LEAF_LIMIT];
    const char *what = record_head(scan, &head);
    if (what != NULL) {
        diag_at(intake_place(in, NULL), "%s", what);
        return EXIT_DATA;
    }
    record_bytes_find(&bytes, scan, in->reader.line, in->reader.len);
    record_bytes_digest(&bytes, digest);
    size_t len = record_bytes_leaf(digest, head.id, head.id_len, leaf);
    keep(p, scan, &head);
    p->member = member_check(scan, &head, known, &why);
    if (proof_verify(&p->proof, leaf, len) < 0)
        what = "the proof is not one of this record";
    else if (p->member == MEMBER_WRONG)
        what = buf_string(&why);
    if (what != NULL)
        diag_at(intake_place(in, head.name), "%s", what);
    buf_release(&why);
    if (what == NULL && p->member == MEMBER_FAILED)
        return EXIT_SYSTEM;
    return what == NULL ? EXIT_OK : EXIT_DATA;
}

/* Reads the one record there must be. */
static enum exit_status read_record(struct proven *p,
                                    const struct proven_args *a)
{
    struct intake in;
    if (intake_open(&in, a->record, a->record_count, false, NULL) < 0)
        return EXIT_SYSTEM;
    if (intake_next(&in)) {
        enum exit_status status = check_record(p, &in, &a->split);
        if (status != EXIT_OK)
            intake_fail(&in, status);
        else if (intake_next(&in))
            intake_refuse(&in, NULL, "one record is checked at a time");
    } else if (in.status == EXIT_OK) {
        diag("there is no record");
        intake_fail(&in, EXIT_DATA);
    }
    return intake_close(&in);
}

enum exit_status proven_check(struct proven *p, const struct proven_args *a)
{
    *p = (struct proven){.text = BUF_EMPTY};
    enum exit_status status = read_proof(p, a);
    if (status == EXIT_OK)
        status = check_log(p, a);
    return status == EXIT_OK ? read_record(p, a) : status;
}

void proven_summary(struct proven *p, struct buf *out)
{
    const struct checkpoint *c = &p->proof.checkpoint;
    struct buf origin = BUF_EMPTY;
    buf_add(&origin, c->origin, c->origin_len);
    buf_string(&origin);
    diag_tame(origin.data);
    buf_printf(out, "record     %s\n", buf_string(&p->id));
    buf_printf(out, "log        %s\n", buf_string(&origin));
    buf_printf(out, "leaf       %" PRIu64 ", of %" PRIu64 "\n",
               p->proof.index, c->size);
    if (p->split.len > 0)
        buf_printf(out, "split      %s\n", buf_string(&p->split));
    buf_release(&origin);
}

void proven_verdict(const struct proven *p, struct buf *out)
{
    static const char *const splits[] = {
        [MEMBER_NONE] = "no split claimed",
        [MEMBER_STATED] = "split as claimed",
        [MEMBER_FOLLOWS] =
            "split as claimed; the split follows from the seed it states",
        [MEMBER_PROVED] = "split proved",
    };
    if (!p->verified)
        buf_puts(out, p->proof.checkpoint.note.count > 0 ? "self-signed: "
                                                         : "unsigned: ");
    buf_printf(out, "record included; %s", splits[p->member]);
    if (!p->verified)
        buf_puts(out, p->proof.checkpoint.note.count > 0
                          ? "; the log's signature was not checked"
                          : "; nobody signed the log");
    buf_putc(out, '\n');
}

void proven_release(struct proven *p)
{
    buf_release(&p->text);
    buf_release(&p->id);
    buf_release(&p->split);
}
