#include "config.h"

#include "previous.h"

#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "check/batch.h"
#include "check/checking.h"
#include "cores.h"
#include "file.h"
#include "inside.h"
#include "jsonl.h"
#include "out.h"

#define JOBS 1024                           /* threads that check, at most */
#define TOMBSTONES ((size_t)256 << 20)      /* bytes of them, at most */
#define BLOCK ((size_t)1 << 16)             /* bytes of a list at once */

/* A walk through the people of the earlier release. */
struct walk {
    const struct previous_wish *wish;
    int fd;
    struct jsonl reader;
    struct record_head head; /* of the record that is out */
};

static enum exit_status walk_open(struct walk *w,
                                  const struct previous_wish *wish)
{
    *w = (struct walk){.wish = wish};
    w->fd = inside_open_in(wish->folder, BATCH_FILE);
    jsonl_init(&w->reader, w->fd);
    if (w->fd >= 0)
        return EXIT_OK;
    diag_errno("cannot read %s/" BATCH_FILE, wish->folder);
    return EXIT_SYSTEM;
}

/* True if a record is out; false at the end, or with *status set (told). */
static bool walk_next(struct walk *w, enum exit_status *status)
{
    const char *why = NULL;
    enum jsonl_status got = jsonl_next(&w->reader);
    if (got == JSONL_END)
        return false;
    if (got == JSONL_ERROR) {
        diag_errno("cannot read %s/" BATCH_FILE, w->wish->folder);
        *status = EXIT_SYSTEM;
        return false;
    }
    why = got == JSONL_BAD ? w->reader.scan.reason
                           : record_head(&w->reader.scan, &w->head);
    if (why == NULL)
        return true;
    diag("%s/" BATCH_FILE ":%" PRIu64 ": %s", w->wish->folder,
         w->reader.number, why);
    *status = EXIT_DATA;
    return false;
}

static void walk_close(struct walk *w)
{
    jsonl_release(&w->reader);
    if (w->fd >= 0)
        close(w->fd);
}

/* True if the folder holds a signature. */
static bool has_signature(const char *folder)
{
    int fd = inside_open_in(folder, SUMS_SIGNATURE);
    if (fd >= 0)
        close(fd);
    return fd >= 0;
}

/* Takes over what the check of the release has read. */
static enum exit_status take_checked(struct previous *p, struct checking *c)
{
    enum exit_status status = checking_status(c);
    p->edition = c->own.edition;
    buf_add(&p->steps, c->own.steps.data, c->own.steps.len);
    p->images = c->people.images > 0;
    p->removed = c->removed.count;
    if (status != EXIT_OK)
        diag("%s cannot be followed", c->folder);
    return status;
}

/* Checks the release as ckrelease does. */
static enum exit_status check(struct previous *p,
                              const struct previous_wish *wish,
                              const struct minisign_secret *key)
{
    struct minisign_public public_key;
    struct checking_wish held = {0};
    struct checking c;
    enum exit_status status = EXIT_SYSTEM;
    if (has_signature(wish->folder) && key == NULL) {
        diag("%s is signed: with --key, so is what follows it",
             wish->folder);
        return EXIT_DATA;
    }
    if (has_signature(wish->folder)) {
        memcpy(public_key.number, key->number, sizeof public_key.number);
        memcpy(public_key.key, key->key + SIGN_SECRET - SIGN_PUBLIC,
               SIGN_PUBLIC);
        held.key = &public_key;
    }
    int rc = checking_open(&c, wish->folder, &held);
    if (rc == 0)
        rc = checking_run(&c, cores_count(JOBS), wish->progress);
    if (rc == 0)
        status = take_checked(p, &c);
    checking_close(&c);
    return status;
}

/* Counts those who stay, and notes what is to be known of those who do not. */
static enum exit_status look_through(struct previous *p,
                                     const struct previous_wish *wish)
{
    struct walk w;
    enum exit_status status = walk_open(&w, wish);
    while (status == EXIT_OK && walk_next(&w, &status)) {
        struct leaver *leaver = leaving_find(&p->leaving, w.head.name);
        if (leaver != NULL) {
            leaver->leaf = w.reader.number - 1;
            leaver->found = true;
            traces_note(&p->traces, &w.reader, leaver->id);
            continue;
        }
        p->kinds[w.head.kind]++;
        if (wish->people && resplit_add(&p->resplit, &w.reader, &w.head) < 0)
            status = EXIT_SYSTEM;
    }
    walk_close(&w);
    return status;
}

/* Writes those who stay, in a split of their own. */
static enum exit_status take_people(struct previous *p,
                                    const struct previous_wish *wish)
{
    struct walk w;
    enum exit_status status = walk_open(&w, wish);
    while (status == EXIT_OK && walk_next(&w, &status))
        if (leaving_find(&p->leaving, w.head.name) == NULL &&
            resplit_write(&p->resplit, &w.reader, &w.head, &p->people) < 0)
            status = EXIT_SYSTEM;
    walk_close(&w);
    if (status != EXIT_OK)
        return status;
    return spool_flush(&p->people) < 0 || spool_flush(&p->resplit.moved) < 0
               ? EXIT_SYSTEM
               : EXIT_OK;
}

/* Tombstones are in the order of leaves, which is that of the ids. */
static enum exit_status bury(struct previous *p,
                             const struct previous_wish *wish)
{
    for (size_t i = 0; i < p->leaving.count; i++) {
        const struct leaver *leaver = &p->leaving.list[i];
        if (!leaver->found) {
            diag("%s/" BATCH_FILE ": there is no %s", wish->folder,
                 leaver->id);
            return EXIT_DATA;
        }
        removed_write(p->edition.version, leaver->leaf, &p->tombstones);
        p->removed++;
    }
    return EXIT_OK;
}

/* Reads the tombstones that are there already. */
static enum exit_status read_tombstones(struct previous *p, const char *folder)
{
    if (p->removed == 0)
        return EXIT_OK;
    int fd = inside_open_in(folder, REMOVED_NAME);
    int rc = fd >= 0 ? file_read_fd(fd, TOMBSTONES, &p->tombstones) : -1;
    if (rc < 0)
        diag_errno("cannot read %s/" REMOVED_NAME, folder);
    if (fd >= 0)
        close(fd);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

/* Whether those who stay may be split as they are now. */
static enum exit_status check_moves(const struct previous *p,
                                    const struct previous_wish *wish)
{
    const struct resplit *r = &p->resplit;
    if (r->moves == 0 || wish->resplit)
        return EXIT_OK;
    diag("without those removed, %s puts %" PRIu64 " others into other sets; "
         "--resplit allows that", splitrule_name(r->rule.kind), r->moves);
    return EXIT_DATA;
}

static enum exit_status choose(struct previous *p,
                               const struct previous_wish *wish)
{
    enum exit_status status = EXIT_OK;
    if (wish->remove != NULL)
        status = leaving_add(&p->leaving, wish->remove);
    if (status == EXIT_OK && wish->remove_list != NULL)
        status = leaving_add_file(&p->leaving, wish->remove_list);
    return status == EXIT_OK ? leaving_sort(&p->leaving) : status;
}

/* Those who stay become the people of the new release. */
static enum exit_status keep_people(struct previous *p,
                                    const struct previous_wish *wish)
{
    enum exit_status status = resplit_draw(&p->resplit);
    if (status == EXIT_OK && spool_open(&p->people) < 0)
        status = EXIT_SYSTEM;
    if (status == EXIT_OK)
        status = take_people(p, wish);
    if (status == EXIT_OK)
        status = check_moves(p, wish);
    roll_close(&p->resplit.roll); /* its memory is for others now */
    return status;
}

enum exit_status previous_read(struct previous *p,
                               const struct previous_wish *wish,
                               const struct minisign_secret *key)
{
    enum exit_status status = choose(p, wish);
    if (status == EXIT_OK)
        status = check(p, wish, key);
    if (status == EXIT_OK && wish->people && resplit_open(&p->resplit) < 0)
        status = EXIT_SYSTEM;
    if (status == EXIT_OK && p->leaving.count > 0)
        status = look_through(p, wish);
    if (status == EXIT_OK)
        status = read_tombstones(p, wish->folder);
    if (status == EXIT_OK)
        status = bury(p, wish);
    if (status == EXIT_OK && wish->people)
        status = keep_people(p, wish);
    return status;
}

int previous_tell_moves(struct previous *p)
{
    struct spool *moved = &p->resplit.moved;
    struct buf block = BUF_EMPTY;
    struct out out;
    if (p->resplit.moves == 0)
        return 0;
    int rc = out_open(&out, NULL);
    for (uint64_t at = 0; at < moved->size && rc == 0; at += block.len) {
        uint64_t left = moved->size - at;
        rc = spool_read(moved, at, left < BLOCK ? (size_t)left : BLOCK,
                        &block);
        if (rc == 0)
            rc = out_write(&out, block.data, block.len);
    }
    if (out_commit(&out) < 0)
        rc = -1;
    buf_release(&block);
    return rc;
}

void previous_close(struct previous *p)
{
    leaving_release(&p->leaving);
    traces_release(&p->traces);
    resplit_close(&p->resplit);
    spool_close(&p->people);
    buf_release(&p->tombstones);
    buf_release(&p->steps);
}
