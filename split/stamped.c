#include "config.h"

#include "stamped.h"

#include <stdint.h>
#include <string.h>

#include "buf.h"
#include "out.h"
#include "roll.h"
#include "stamp.h"

#define BLOCK ((size_t)1 << 18) /* bytes read back at a time, at least */

/* Appends to `text` the whole lines in `block`, the first of which is person
 * *index, each with its split. Returns the bytes used. */
static size_t stamp_lines(const struct stamp *stamp, const struct roll *roll,
                          const struct buf *block, size_t *index,
                          struct buf *text)
{
    size_t at = 0;
    for (;;) {
        const char *line = block->data + at;
        const char *lf = memchr(line, '\n', block->len - at);
        if (lf == NULL)
            return at;
        size_t i = (*index)++;
        stamp_line(stamp, line, (size_t)(lf - line) + 1, roll->ranks[i],
                   (enum record_kind)roll->people[i].kind, text);
        at += (size_t)(lf - line) + 1;
    }
}

int stamped_write(const struct splitrule *rule, const struct splitsets *sets,
                  struct roll *roll, struct out *out)
{
    struct stamp stamp;
    struct buf block = BUF_EMPTY, text = BUF_EMPTY;
    size_t index = 0, size = BLOCK;
    int rc = 0;
    stamp_init(&stamp, rule, sets);
    for (uint64_t at = 0; rc == 0 && at < roll->spool.size;) {
        uint64_t left = roll->spool.size - at;
        size_t len = left < size ? (size_t)left : size;
        rc = spool_read(&roll->spool, at, len, &block);
        if (rc < 0)
            break;
        buf_clear(&text);
        size_t used = stamp_lines(&stamp, roll, &block, &index, &text);
        if (used == 0)
            size *= 2; /* a line longer than that */
        else
            rc = out_write(out, text.data, text.len);
        at += used;
    }
    stamp_release(&stamp);
    buf_release(&block);
    buf_release(&text);
    return rc;
}
