#include "config.h"

#include "census.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "folder/images.h"
#include "inside.h"
#include "records/form.h"

#define BLOCK 65536 /* bytes hashed at once */

/* What a thread may do next. */
enum task { TASK_TAKE, TASK_READ, TASK_CHECK, TASK_WAIT, TASK_END };

static struct batch *batch_at(struct census *c, uint64_t number)
{
    return &c->ring[number % c->room];
}

/* Notes the line that is out of the reader: all of it, however long. Returns its
 * status, or JSONL_ERROR if the rest of a long one cannot be read. */
static enum jsonl_status note_line(struct census *c, enum jsonl_status status)
{
    struct jsonl *r = &c->reader;
    int more = 1;
    while (more > 0) {
        digest_more(&c->sum, r->line, r->len);
        c->open_end = r->taken == r->len;
        if (!c->open_end)
            digest_more(&c->sum, "\n", 1);
        c->seen += r->taken;
        more = r->cut && c->seen <= c->size ? jsonl_more(r) : 0;
    }
    return more < 0 ? JSONL_ERROR : status;
}

/* Gets the next line out of the reader. A file that grows while it is read is
 * read no further than it went. */
static void next_line(struct census *c)
{
    enum jsonl_status status = JSONL_END;
    if (c->seen < c->size) {
        status = jsonl_line(&c->reader);
        if (status == JSONL_RECORD || status == JSONL_BAD)
            status = note_line(c, status);
    }
    c->failure = status == JSONL_ERROR ? errno : 0;
    c->status = status;
    c->waiting = status == JSONL_RECORD || status == JSONL_BAD;
}

/* Hashes what is behind the lines that were read. */
static void hash_rest(struct census *c)
{
    char block[BLOCK];
    ssize_t got = 0;
    do {
        got = pread(c->reader.fd, block, sizeof block, (off_t)c->seen);
        if (got > 0) {
            digest_more(&c->sum, block, (size_t)got);
            c->seen += (uint64_t)got;
            c->open_end = block[got - 1] != '\n';
        }
    } while ((got > 0 && c->seen <= c->size) || (got < 0 && errno == EINTR));
    c->failure = got < 0 ? errno : 0;
    c->status = got < 0 ? JSONL_ERROR : JSONL_END;
    c->waiting = false;
}

/* Fills the next batch. Returns false if there are no lines for it. */
static bool read_batch(struct census *c)
{
    struct batch *b = batch_at(c, c->read);
    for (;;) {
        if (!c->waiting)
            next_line(c);
        if (!c->waiting || batch_is_full(b, c->reader.len))
            break;
        batch_add(b, &c->reader, c->status);
        c->waiting = false;
        if (batch_is_long(b->lines[0].len))
            break;
    }
    return b->count > 0;
}

static void check_order(struct census *c, const struct batch_line *l)
{
    const char *id = l->person.head.name;
    struct diag_place place = {BATCH_FILE, l->number, id};
    char expected[RECORD_ID_LIMIT + 16];
    int order = strcmp(c->before, id);
    snprintf(expected, sizeof expected, "an id behind %s", c->before);
    strcpy(c->before, id);
    if (order < 0)
        return;
    if (order == 0)
        findings_add(c->findings, "people/twice", place,
                     "the line before has the same id");
    else
        findings_add(c->findings, "people/order", place,
                     "out of order: lines are sorted by id");
    findings_witness(c->findings, expected, id);
}

/* Takes a checked line. Returns 0, or -1 (told). */
static int take_line(struct census *c, struct batch_line *l)
{
    const struct record_head *head = &l->person.head;
    struct splits_stated stated = {0};
    findings_move(c->findings, &l->findings);
    progress_step(c->progress);
    c->wrong += !l->read;
    if (!l->read)
        return 0;
    check_order(c, l);
    if (people_check(c->people, &l->person, &stated, c->findings) < 0 ||
        images_check(&l->person, c->tree, c->findings) < 0 ||
        log_add(c->log, l->leaf, head->name, head->id_len) < 0)
        return -1;
    return splits_add(&c->people->splits, head, l->number, stated);
}

/* Takes the next batch that is checked, and empties it. Nothing is taken behind
 * too many wrong lines, so that what is found does not depend on how far others
 * have read by then; what the rest would show counts as not shown. */
static int take_batch(struct census *c)
{
    struct batch *b = batch_at(c, c->taken);
    int rc = 0;
    for (size_t i = 0; i < b->count && rc == 0 && c->wrong < CENSUS_WRONG; i++)
        rc = take_line(c, &b->lines[i]);
    if (c->wrong == CENSUS_WRONG)
        c->findings->failed[FINDINGS_SPLITS] =
            c->findings->failed[FINDINGS_FILES] = true;
    batch_clear(b);
    return rc;
}

/* True if a batch can be read: there is room, and no long line is in the way,
 * which is checked alone for the memory it takes. */
static bool can_read(const struct census *c)
{
    bool empty = c->read == c->taken;
    if (c->reading || c->over || c->read - c->taken == c->room)
        return false;
    if (c->long_one || (c->waiting && batch_is_long(c->reader.len)))
        return empty;
    return true;
}

/* What to do next, with the lock held. */
static enum task choose(const struct census *c)
{
    if (c->failed)
        return TASK_END;
    if (!c->taking && c->taken < c->begun && c->checked[c->taken % c->room])
        return TASK_TAKE;
    if (can_read(c))
        return TASK_READ;
    if (c->begun < c->read)
        return TASK_CHECK;
    return c->over && c->taken == c->read ? TASK_END : TASK_WAIT;
}

/* These three begin with the lock held, let go of it while they work, and end
 * with it held again. */
static void task_take(struct census *c)
{
    c->taking = true;
    pthread_mutex_unlock(&c->lock);
    int rc = take_batch(c);
    pthread_mutex_lock(&c->lock);
    c->failed |= rc < 0;
    c->hopeless = c->wrong == CENSUS_WRONG;
    c->checked[c->taken++ % c->room] = false;
    c->taking = false;
}

static void task_read(struct census *c)
{
    bool hopeless = c->hopeless, some = false;
    c->reading = true;
    pthread_mutex_unlock(&c->lock);
    if (hopeless)
        hash_rest(c);
    else
        some = read_batch(c);
    pthread_mutex_lock(&c->lock);
    c->long_one = some && batch_is_long(batch_at(c, c->read)->lines[0].len);
    c->over = !c->waiting && c->status != JSONL_RECORD &&
              c->status != JSONL_BAD;
    c->read += some;
    c->reading = false;
}

static void task_check(struct census *c, struct form *form)
{
    uint64_t mine = c->begun++;
    pthread_mutex_unlock(&c->lock);
    batch_check(batch_at(c, mine), form);
    pthread_mutex_lock(&c->lock);
    c->checked[mine % c->room] = true;
}

static void *work(void *shared)
{
    struct census *c = shared;
    struct form form;
    enum task task;
    form_init(&form, c->schema);
    pthread_mutex_lock(&c->lock);
    while ((task = choose(c)) != TASK_END) {
        if (task == TASK_WAIT) {
            pthread_cond_wait(&c->changed, &c->lock);
            continue;
        }
        if (task == TASK_TAKE)
            task_take(c);
        else if (task == TASK_READ)
            task_read(c);
        else
            task_check(c, &form);
        pthread_cond_broadcast(&c->changed);
    }
    pthread_mutex_unlock(&c->lock);
    form_release(&form);
    return NULL;
}

/* Works with `jobs` threads, this one among them, or as many as can be had. */
static void work_all(struct census *c, unsigned jobs)
{
    pthread_t *threads = xmalloc(jobs, sizeof *threads);
    unsigned started = 1;
    while (started < jobs &&
           pthread_create(&threads[started], NULL, work, c) == 0)
        started++;
    work(c);
    for (unsigned i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
}

/* What there is to say of the file once it was read. */
static void finish(struct census *c)
{
    unsigned char digest[DIGEST_BYTES];
    struct diag_place place = {BATCH_FILE, c->reader.number, NULL};
    digest_end(&c->sum, digest);
    if (c->failure != 0) {
        errno = c->failure;
        findings_unreadable(c->findings, BATCH_FILE);
        return;
    }
    tree_set_apart(c->tree, digest, c->seen);
    if (c->seen != c->size)
        tree_tell_change(BATCH_FILE, c->findings);
    if (c->seen == 0 || !c->open_end)
        return;
    findings_add(c->findings, "people/end", place,
                 "the last line does not end");
    findings_witness(c->findings, "LF", "the end");
}

static void ring_release(struct census *c)
{
    for (uint64_t i = 0; i < c->room; i++)
        batch_release(&c->ring[i]);
    free(c->ring);
    free(c->checked);
}

int census_open_file(struct tree *tree, struct findings *f)
{
    int64_t index = tree_find(tree, BATCH_FILE, 0);
    int fd = index >= 0 ? inside_open(tree->fd, BATCH_FILE) : -1;
    if (index >= 0 && fd < 0)
        findings_unreadable(f, BATCH_FILE);
    if (index != -1 || findings_unread(f, BATCH_FILE))
        return fd;
    findings_add(f, "people/missing", (struct diag_place){BATCH_FILE, 0, NULL},
                 "the people are missing");
    findings_witness(f, BATCH_FILE, "no such file");
    return -1;
}

int census_run(struct census *c, int fd, unsigned jobs)
{
    struct stat st;
    if (fstat(fd, &st) < 0) {
        diag_errno("cannot look at " BATCH_FILE);
        return -1;
    }
    c->size = (uint64_t)st.st_size;
    if (jobs > c->size / BATCH_BYTES + 1)
        jobs = (unsigned)(c->size / BATCH_BYTES) + 1;
    c->room = (uint64_t)CENSUS_AHEAD * jobs;
    c->ring = xcalloc(c->room, sizeof *c->ring);
    c->checked = xcalloc(c->room, sizeof *c->checked);
    jsonl_init(&c->reader, fd);
    digest_start(&c->sum);
    pthread_mutex_init(&c->lock, NULL);
    pthread_cond_init(&c->changed, NULL);
    work_all(c, jobs);
    finish(c);
    pthread_mutex_destroy(&c->lock);
    pthread_cond_destroy(&c->changed);
    ring_release(c);
    jsonl_release(&c->reader);
    return c->failed ? -1 : 0;
}
