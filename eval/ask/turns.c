#include "config.h"

#include "ask/turns.h"

#include <stdlib.h>

#include "alloc.h"

void turns_init(struct turns *t, struct journal *log, size_t count,
                bool as_done)
{
    *t = (struct turns){
        .log = log,
        .as_done = as_done,
        .count = count,
        .lines = xcalloc(count + 1, sizeof *t->lines),
        .done = xcalloc(count + 1, sizeof *t->done),
    };
}

struct buf *turns_line(struct turns *t, size_t turn)
{
    return &t->lines[turn];
}

/* Writes the line of a turn, if it has one. */
static int put(struct turns *t, size_t turn)
{
    struct buf *line = &t->lines[turn];
    int rc = line->len > 0 ? journal_put(t->log, line->data, line->len) : 0;
    buf_release(line);
    return rc;
}

int turns_end(struct turns *t, size_t turn)
{
    int rc = t->as_done ? put(t, turn) : 0;
    t->done[turn] = true;
    for (; t->settled < t->count && t->done[t->settled]; t->settled++)
        if (rc == 0)
            rc = put(t, t->settled);
    return rc;
}

void turns_release(struct turns *t)
{
    for (size_t i = 0; i < t->count; i++)
        buf_release(&t->lines[i]);
    free(t->lines);
    free(t->done);
    *t = (struct turns){0};
}
