/* A line on stderr about long work: done/total, rate, time left. By itself it
 * shows only on a terminal and only past two seconds; -P shows it anywhere,
 * -q never. */
#ifndef PROGRESS_H
#define PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

enum progress_mode { PROGRESS_AUTO, PROGRESS_ALWAYS, PROGRESS_NEVER };

struct progress {
    const char *noun;  /* what is counted, plural: "people"; borrowed */
    uint64_t total;    /* 0 when unknown */
    uint64_t done;     /* so far */
    uint64_t next;     /* count at which the clock is looked at again */
    int64_t start_ms;  /* monotonic clock */
    int64_t shown_ms;  /* when the line was last drawn, or -1 */
    bool on;           /* whether it may be drawn at all */
    bool forced;       /* -P: at once, too */
    bool terminal;     /* redrawn in place */
};

void progress_start(struct progress *p, enum progress_mode mode,
                    const char *noun, uint64_t total);

/* Counts one more. */
void progress_step(struct progress *p);

/* Draws the last state if anything was ever drawn, and ends the line. */
void progress_end(struct progress *p);

#endif
