#include "config.h"

#include "lines.h"

#include <errno.h>
#include <stdlib.h>

#include "alloc.h"

/* Room for schemas applied inside one another, MACHINE_DEPTH of them. */
#define STACK ((size_t)32 << 20) /* bytes, most of them never touched */

/* A line of a batch. */
struct line {
    const char *file;
    uint64_t number;
    size_t at, len;     /* in the batch's text */
    const char *reason; /* why it is none, or NULL */
    size_t column;
};

/* What one thread works on. */
struct batch {
    struct inspector inspector;
    struct buf text; /* of the lines */
    struct buf told; /* what is to be printed */
    struct line *lines;
    size_t count;
    const char *borrowed; /* the text of a line too long for a batch, which is
                             then its only one; or NULL */
    uint64_t number;      /* of this batch, from 0 */
    bool invalid;         /* some line is */
};

static bool is_line(enum jsonl_status status)
{
    return status == JSONL_RECORD || status == JSONL_BAD;
}

/* Adds the line that is out of the source. */
static void add_line(struct lines *l, struct batch *b)
{
    const struct jsonl *r = &l->source->reader;
    bool bad = l->status == JSONL_BAD;
    struct line *line = &b->lines[b->count++];
    *line = (struct line){l->source->file, r->number, b->text.len,
                          bad ? 0 : r->len, bad ? r->scan.reason : NULL,
                          r->scan.column};
    if (line->len > LINES_BYTES)
        b->borrowed = r->line;
    else
        buf_add(&b->text, r->line, line->len);
    l->waiting = false;
}

/* Reads the next batch, with `reading` held. Returns false if there is none. */
static bool read_batch(struct lines *l, struct batch *b)
{
    buf_clear(&b->text);
    b->count = 0;
    b->borrowed = NULL;
    while (b->count < LINES_MOST && b->borrowed == NULL && !l->over) {
        if (!l->waiting) {
            l->status = source_line(l->source);
            l->waiting = is_line(l->status);
            l->over = !l->waiting;
        }
        if (!l->waiting)
            break;
        size_t len = l->status == JSONL_RECORD ? l->source->reader.len : 0;
        if (b->count > 0 && b->text.len + len > LINES_BYTES)
            break;
        add_line(l, b);
    }
    b->number = l->batches;
    l->batches += b->count > 0;
    return b->count > 0;
}

static void check_batch(struct batch *b)
{
    buf_clear(&b->told);
    b->invalid = false;
    for (size_t i = 0; i < b->count; i++) {
        const struct line *line = &b->lines[i];
        struct subject s = {.file = line->file, .line = line->number,
                            .len = line->len, .reason = line->reason,
                            .column = line->column};
        s.text = b->borrowed != NULL ? b->borrowed : b->text.data + line->at;
        b->invalid |= !inspector_check(&b->inspector, &s, &b->told);
    }
}

/* Prints the batch when those before it are printed. */
static void print_batch(struct lines *l, struct batch *b)
{
    pthread_mutex_lock(&l->lock);
    while (l->printed != b->number)
        pthread_cond_wait(&l->turn, &l->lock);
    l->invalid |= b->invalid;
    if (!l->failed && out_write(l->out, b->told.data, b->told.len) < 0)
        l->failed = true;
    for (size_t i = 0; i < b->count; i++)
        progress_step(l->progress);
    l->printed++;
    pthread_cond_broadcast(&l->turn);
    pthread_mutex_unlock(&l->lock);
}

static bool has_failed(struct lines *l)
{
    pthread_mutex_lock(&l->lock);
    bool failed = l->failed;
    pthread_mutex_unlock(&l->lock);
    return failed;
}

static void *work(void *shared)
{
    struct lines *l = shared;
    struct batch b = {.lines = xcalloc(LINES_MOST, sizeof *b.lines)};
    inspector_init(&b.inspector, l->schemas, l->form);
    buf_reserve(&b.text, LINES_BYTES + 1);
    for (bool more = true; more && !has_failed(l);) {
        pthread_mutex_lock(&l->reading);
        more = read_batch(l, &b);
        bool held = b.borrowed != NULL; /* the reader holds the line's bytes */
        if (!held)
            pthread_mutex_unlock(&l->reading);
        if (more) {
            check_batch(&b);
            print_batch(l, &b);
        }
        if (held)
            pthread_mutex_unlock(&l->reading);
    }
    inspector_release(&b.inspector);
    buf_release(&b.text);
    buf_release(&b.told);
    free(b.lines);
    return NULL;
}

/* Starts threads, as many as can be had, and waits for them. Returns 0, or -1
 * (told) if there is none. */
static int work_all(struct lines *l, unsigned jobs)
{
    pthread_t *threads = xmalloc(jobs, sizeof *threads);
    pthread_attr_t attributes;
    unsigned started = 0;
    int error = 0;
    pthread_attr_init(&attributes);
    pthread_attr_setstacksize(&attributes, STACK);
    while (started < jobs && error == 0) {
        error = pthread_create(&threads[started], &attributes, work, l);
        started += error == 0;
    }
    for (unsigned i = 0; i < started; i++)
        pthread_join(threads[i], NULL);
    pthread_attr_destroy(&attributes);
    free(threads);
    if (started > 0)
        return 0;
    errno = error;
    diag_errno("cannot start a thread");
    return -1;
}

enum exit_status lines_run(struct lines *l, unsigned jobs)
{
    pthread_mutex_init(&l->reading, NULL);
    pthread_mutex_init(&l->lock, NULL);
    pthread_cond_init(&l->turn, NULL);
    int rc = work_all(l, jobs);
    pthread_mutex_destroy(&l->reading);
    pthread_mutex_destroy(&l->lock);
    pthread_cond_destroy(&l->turn);
    if (rc < 0 || l->failed || l->status == JSONL_ERROR)
        return EXIT_SYSTEM;
    return l->invalid ? EXIT_DATA : EXIT_OK;
}
