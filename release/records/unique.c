#include "config.h"

#include "unique.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "digest.h"

#define BLOCK 64 /* entries read of a run at a time */

int unique_open(struct unique *u)
{
    *u = (struct unique){0};
    u->run = xmalloc(UNIQUE_RUN, sizeof *u->run);
    return spool_open(&u->spool);
}

static int compare(const struct unique_entry *a, const struct unique_entry *b)
{
    for (int i = 0; i < 2; i++)
        if (a->hash[i] != b->hash[i])
            return a->hash[i] < b->hash[i] ? -1 : 1;
    return a->number < b->number ? -1 : a->number > b->number;
}

static int by_hash(const void *a, const void *b)
{
    return compare(a, b);
}

static int end_run(struct unique *u)
{
    qsort(u->run, u->used, sizeof *u->run, by_hash);
    int rc = spool_add(&u->spool, u->run, u->used * sizeof *u->run, NULL);
    u->last += u->used;
    u->used = 0;
    return rc;
}

int unique_add(struct unique *u, const char *id, size_t len, uint64_t number)
{
    unsigned char digest[DIGEST_BYTES];
    struct unique_entry *e = &u->run[u->used++];
    digest_bytes(id, len, digest);
    memcpy(e->hash, digest, sizeof e->hash);
    e->number = number;
    return u->used == UNIQUE_RUN ? end_run(u) : 0;
}

/* A run being merged: the part of it that is in memory. */
struct cursor {
    struct buf block;        /* entries */
    size_t at;               /* the entry now out, in the block */
    uint64_t next, end;      /* entries of the spool still to read */
    struct unique_entry now;
};

/* The next entry of a run. Returns 1, 0 at its end, -1 (told). */
static int advance(struct spool *spool, struct cursor *c)
{
    if (c->at * sizeof c->now == c->block.len) {
        uint64_t left = c->end - c->next;
        size_t count = left < BLOCK ? (size_t)left : BLOCK;
        if (count == 0)
            return 0;
        if (spool_read(spool, c->next * sizeof c->now,
                       count * sizeof c->now, &c->block) < 0)
            return -1;
        c->next += count;
        c->at = 0;
    }
    memcpy(&c->now, c->block.data + c->at++ * sizeof c->now, sizeof c->now);
    return 1;
}

/* Runs ordered as a heap by the entry now out, the smallest on top. */
struct merge {
    struct spool *spool;
    struct cursor **heap; /* owned */
    size_t count;         /* runs not yet at their end */
};

static void sift_down(struct merge *m, size_t i)
{
    for (;;) {
        size_t least = i;
        for (size_t child = 2 * i + 1; child <= 2 * i + 2; child++)
            if (child < m->count &&
                compare(&m->heap[child]->now, &m->heap[least]->now) < 0)
                least = child;
        if (least == i)
            return;
        struct cursor *moved = m->heap[i];
        m->heap[i] = m->heap[least];
        m->heap[least] = moved;
        i = least;
    }
}

/* Takes the smallest entry. Returns 1, 0 at the end, -1 (told). */
static int merge_next(struct merge *m, struct unique_entry *entry)
{
    if (m->count == 0)
        return 0;
    *entry = m->heap[0]->now;
    int rc = advance(m->spool, m->heap[0]);
    if (rc < 0)
        return -1;
    if (rc == 0)
        m->heap[0] = m->heap[--m->count];
    sift_down(m, 0);
    return 1;
}

/* Puts a pair among the `count` in order. Returns their new number. */
static int note(struct unique_twins *twins, int count, uint64_t one,
                uint64_t two)
{
    int at = 0;
    while (at < count && (twins[at].numbers[0] < one ||
                          (twins[at].numbers[0] == one &&
                           twins[at].numbers[1] < two)))
        at++;
    if (at < count && twins[at].numbers[0] == one &&
        twins[at].numbers[1] == two)
        return count;
    memmove(&twins[at + 1], &twins[at],
            (size_t)(count - at) * sizeof *twins);
    twins[at] = (struct unique_twins){{one, two}};
    return count + 1;
}

static int scan(struct merge *m, struct unique_twins *twins)
{
    struct unique_entry before = {{0, 0}, 0}, now;
    bool first = true;
    int count = 0;
    for (int rc; count < UNIQUE_TWINS && (rc = merge_next(m, &now)) != 0;
         before = now) {
        if (rc < 0)
            return -1;
        if (!first && before.number != now.number &&
            memcmp(before.hash, now.hash, sizeof now.hash) == 0)
            count = note(twins, count, before.number, now.number);
        first = false;
    }
    return count;
}

/* Opens a cursor on every run and puts those with entries on the heap. */
static int start(struct merge *m, struct cursor *cursors, size_t runs,
                 uint64_t last)
{
    for (size_t i = 0; i < runs; i++) {
        cursors[i].next = i * UNIQUE_RUN;
        cursors[i].end = (i + 1) * UNIQUE_RUN < last ? (i + 1) * UNIQUE_RUN
                                                     : last;
        if (advance(m->spool, &cursors[i]) < 0)
            return -1;
        m->heap[m->count++] = &cursors[i];
    }
    for (size_t i = m->count; i-- > 0;)
        sift_down(m, i);
    return 0;
}

int unique_find_twins(struct unique *u,
                      struct unique_twins twins[UNIQUE_TWINS])
{
    if (u->used > 0 && end_run(u) < 0)
        return -1;
    if (spool_flush(&u->spool) < 0)
        return -1;
    size_t runs = (size_t)((u->last + UNIQUE_RUN - 1) / UNIQUE_RUN);
    struct cursor *cursors = xcalloc(runs + 1, sizeof *cursors);
    struct merge m = {&u->spool, xmalloc(runs + 1, sizeof *m.heap), 0};
    int rc = start(&m, cursors, runs, u->last);
    if (rc == 0)
        rc = scan(&m, twins);
    for (size_t i = 0; i < runs; i++)
        buf_release(&cursors[i].block);
    free(cursors);
    free(m.heap);
    return rc;
}

void unique_close(struct unique *u)
{
    spool_close(&u->spool);
    free(u->run);
    *u = (struct unique){.spool.fd = -1};
}
