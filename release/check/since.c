#include "config.h"

#include "since.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "changes.h"
#include "checkpoint.h"
#include "file.h"
#include "folder/manifest.h"
#include "json_write.h"
#include "tlog.h"

#define CHECKPOINT_NAME "log/checkpoint"
#define SPLITS_NAME "splits/splits.json"
#define BLOCK ((size_t)1 << 16) /* bytes of the list at once */

/* A finding about `file` of the release. */
static void wrong(struct since *s, struct findings *f, const char *rule,
                  const char *file, const char *what)
{
    findings_add(f, rule, (struct diag_place){file, 0, NULL}, "%s", what);
    s->wrong = true;
}

/* Reads a checkpoint that was kept by itself. */
static enum exit_status read_checkpoint(struct tlog *t, const char *path)
{
    *t = (struct tlog){.release = path, .folder = -1};
    if (file_read(path, CHECKPOINT_LIMIT, &t->text) < 0) {
        diag_errno("cannot read %s", path);
        return EXIT_SYSTEM;
    }
    const char *what =
        checkpoint_parse(&t->checkpoint, buf_string(&t->text), t->text.len);
    if (what == NULL)
        return EXIT_OK;
    diag("%s: the checkpoint %s", path, what);
    return EXIT_DATA;
}

static enum exit_status open_old(const struct since *s, struct tlog *t,
                                 bool *folder)
{
    struct stat st;
    *t = (struct tlog){.folder = -1};
    if (stat(s->old, &st) < 0) {
        diag_errno("cannot open %s", s->old);
        return EXIT_SYSTEM;
    }
    *folder = S_ISDIR(st.st_mode);
    return *folder ? tlog_open(t, s->old) : read_checkpoint(t, s->old);
}

/* True, or EXIT_SYSTEM and the like in *status, if the new tree has the old
 * one as its beginning, by a consistency proof made of its tiles. */
static bool appended(struct tlog *old, struct tlog *new,
                     enum exit_status *status)
{
    struct merkle_range ranges[MERKLE_PROOF];
    unsigned char proof[MERKLE_PROOF][DIGEST_BYTES];
    const struct checkpoint *a = &old->checkpoint, *b = &new->checkpoint;
    if (a->size == 0 || a->size > b->size)
        return a->size == 0;
    size_t count = merkle_consistency(a->size, b->size, ranges);
    *status = tlog_hashes(new, ranges, count, proof);
    return *status == EXIT_OK &&
           merkle_verify_consistency(
               a->size, a->root, b->size, b->root,
               (const unsigned char(*)[DIGEST_BYTES])proof, count) == 0;
}

/* The major version that ends an origin, and the length of the name before
 * it; names are compared with it. */
static uint64_t major_of(const char *origin, size_t *name_len)
{
    const char *slash = strrchr(origin, '/');
    *name_len = slash != NULL ? (size_t)(slash - origin) : strlen(origin);
    return slash != NULL ? strtoull(slash + 1, NULL, 10) : 0;
}

/* What the two origins allow: a log that keeps its origin only grows, and the
 * next one has a larger number. */
static void compare_origins(struct since *s, const char *now,
                            struct findings *f)
{
    const char *then = buf_string(&s->origin);
    size_t len[2];
    uint64_t major[2] = {major_of(then, &len[0]), major_of(now, &len[1])};
    if (len[0] != len[1] || memcmp(then, now, len[0]) != 0)
        wrong(s, f, "since/name", CHECKPOINT_NAME,
              "the earlier release is one of another name");
    else if (major[1] < major[0])
        wrong(s, f, "since/rollback", CHECKPOINT_NAME,
              "the earlier release has a later version");
    else if (major[1] == major[0] && s->verdict != SINCE_APPENDED)
        wrong(s, f, "since/log", CHECKPOINT_NAME,
              "has the origin of the earlier log, and did not only append "
              "to it");
    else
        return;
    findings_witness(f, then, now);
}

/* Versions of one major number, which logs do not tell. */
static void compare_versions(struct since *s, const struct tlog *old,
                             struct findings *f)
{
    struct edition then;
    const char *now = s->edition->version;
    if (s->wrong || manifest_edition(old->folder, &then) < 0 ||
        edition_order(then.version, now) <= 0)
        return;
    wrong(s, f, "since/rollback", "manifest.json",
          "the earlier release has a later version");
    findings_witness(f, then.version, now);
}

static bool same_origin(const struct checkpoint *a, const struct checkpoint *b)
{
    return a->origin_len == b->origin_len &&
           memcmp(a->origin, b->origin, a->origin_len) == 0;
}

/* Without a major version the same people may not move into other sets, and
 * more people are split by the rule and seed that there were. */
static void compare_splits(struct since *s, const struct tlog *old,
                           const struct tlog *new, struct findings *f)
{
    struct buf then = BUF_EMPTY, now = BUF_EMPTY;
    s->split = since_split(old->folder, new->folder, &then, &now);
    bool keeps = then.len > 0 && s->verdict == SINCE_APPENDED &&
                 same_origin(&old->checkpoint, &new->checkpoint);
    if (keeps && s->split == SINCE_SPLIT_AGAIN && s->added == 0)
        wrong(s, f, "since/split", SPLITS_NAME,
              "the same people are in other sets than before");
    else if (keeps && s->split == SINCE_SPLIT_OTHER)
        wrong(s, f, "since/split", SPLITS_NAME,
              s->added == 0
                  ? "the same people are in other sets than before"
                  : "people are split by another rule or seed than before");
    else
        keeps = false;
    if (keeps)
        findings_witness_bytes(f, buf_string(&then), buf_string(&now),
                               now.len);
    buf_release(&then);
    buf_release(&now);
}

static void check_signature(struct since *s, const struct tlog *old,
                            struct findings *f)
{
    if (s->public_key == NULL ||
        checkpoint_verify(&old->checkpoint, s->public_key) == NOTE_VERIFIED)
        return;
    wrong(s, f, "since/signature", CHECKPOINT_NAME,
          "the earlier log is not signed with the public key");
    findings_witness(f, "a signature that the key verifies", "none");
}

/* Compares the two logs, both open. */
static enum exit_status compare(struct since *s, struct tlog *old,
                                struct tlog *new, bool folder)
{
    enum exit_status status = EXIT_OK;
    struct changes c = {0};
    s->records = old->checkpoint.size;
    if (appended(old, new, &status)) {
        s->verdict = SINCE_APPENDED;
        s->added = new->checkpoint.size - old->checkpoint.size;
        return EXIT_OK;
    }
    s->verdict = SINCE_UNLISTED;
    if (status != EXIT_OK || !folder)
        return status;
    if (spool_open(&s->list) < 0)
        return EXIT_SYSTEM;
    status = changes_list(&c, old, new, s->json, &s->list);
    if (status != EXIT_OK) {
        spool_close(&s->list);
        return status;
    }
    s->verdict = SINCE_LISTED;
    s->added = c.added;
    s->removed = c.removed;
    s->changed = c.changed;
    return EXIT_OK;
}

enum exit_status since_check(struct since *s, const char *folder,
                             struct findings *f)
{
    struct tlog old, new = {.folder = -1};
    bool is_folder = false;
    enum exit_status status = open_old(s, &old, &is_folder);
    if (status == EXIT_OK)
        status = tlog_open(&new, folder);
    if (status == EXIT_OK)
        status = compare(s, &old, &new, is_folder);
    if (status == EXIT_OK) {
        struct buf now = BUF_EMPTY;
        buf_add(&s->origin, old.checkpoint.origin, old.checkpoint.origin_len);
        buf_add(&now, new.checkpoint.origin, new.checkpoint.origin_len);
        compare_origins(s, buf_string(&now), f);
        if (is_folder) {
            compare_versions(s, &old, f);
            compare_splits(s, &old, &new, f);
        }
        check_signature(s, &old, f);
        buf_release(&now);
    }
    if (status != EXIT_OK)
        s->verdict = SINCE_NOT_CHECKED;
    tlog_close(&old);
    tlog_close(&new);
    return status;
}

static const char *name(enum since_verdict verdict)
{
    static const char *const names[] = {"not asked", "not checked", "appended",
                                        "changed", "changed"};
    return names[verdict];
}

static const char *const split_words[] = {
    "; splits not compared", "; the same split",
    "; another split of the same rule and seed", "; another split"};
static const char *const split_names[] = {"not compared", "same", "again",
                                          "other"};

void since_write(const struct since *s, struct buf *out)
{
    json_write_member(out, "verdict", name(s->verdict));
    json_write_name(out, "origin");
    json_write_string(out, s->origin.data, s->origin.len);
    json_write_member_u64(out, "people", s->records);
    json_write_member_u64(out, "added", s->added);
    json_write_member_u64(out, "removed", s->removed);
    json_write_member_u64(out, "changed", s->changed);
    json_write_member(out, "split", split_names[s->split]);
}

void since_summary(const struct since *s, struct buf *out)
{
    if (s->verdict == SINCE_NOT_CHECKED) {
        buf_puts(out, "since      not checked\n");
        return;
    }
    buf_printf(out, "since      %.*s, %" PRIu64 " people: ",
               (int)s->origin.len, s->origin.data, s->records);
    if (s->verdict == SINCE_APPENDED)
        buf_printf(out, "only appended, %" PRIu64 " added (%s)%s\n", s->added,
                   s->wrong ? "but it does not follow" : "proved",
                   split_words[s->split]);
    else if (s->verdict == SINCE_LISTED)
        buf_printf(out, "%" PRIu64 " added, %" PRIu64 " removed, %" PRIu64
                        " changed\n", s->added, s->removed, s->changed);
    else
        buf_puts(out, "not only appended to; what changed cannot be told "
                      "from a checkpoint\n");
}

int since_copy(struct since *s, struct out *out)
{
    struct buf block = BUF_EMPTY;
    int rc = 0;
    if (s->verdict != SINCE_LISTED)
        return 0;
    for (uint64_t at = 0; at < s->list.size && rc == 0; at += block.len) {
        uint64_t left = s->list.size - at;
        rc = spool_read(&s->list, at, left < BLOCK ? (size_t)left : BLOCK,
                        &block);
        if (rc == 0)
            rc = out_write(out, block.data, block.len);
    }
    buf_release(&block);
    return rc;
}

void since_close(struct since *s)
{
    if (s->verdict == SINCE_LISTED)
        spool_close(&s->list);
    buf_release(&s->origin);
}
