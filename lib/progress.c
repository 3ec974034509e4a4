#include "config.h"

#include "progress.h"

#include <inttypes.h>
#include <stdio.h>
#include <unistd.h>

#include "clock.h"

#define FIRST_MS 2000 /* quiet for that long, unless forced */
#define EVERY_MS 500

void progress_start(struct progress *p, enum progress_mode mode,
                    const char *noun, uint64_t total)
{
    bool terminal = isatty(STDERR_FILENO) == 1;
    *p = (struct progress){
        .noun = noun,
        .total = total,
        .next = 1,
        .start_ms = clock_now_ms(),
        .shown_ms = -1,
        .on = mode == PROGRESS_ALWAYS || (mode == PROGRESS_AUTO && terminal),
        .forced = mode == PROGRESS_ALWAYS,
        .terminal = terminal,
    };
}

static void draw(struct progress *p, int64_t now)
{
    double seconds = (double)(now - p->start_ms) / 1000;
    double rate = seconds > 0 ? (double)p->done / seconds : 0;
    if (p->terminal)
        fputc('\r', stderr);
    fprintf(stderr, "%" PRIu64, p->done);
    if (p->total != 0)
        fprintf(stderr, "/%" PRIu64, p->total);
    fprintf(stderr, " %s, %.0f a second", p->noun, rate);
    if (p->total > p->done && rate > 0)
        fprintf(stderr, ", %.0f s left", (double)(p->total - p->done) / rate);
    fputs(p->terminal ? "\033[K" : "\n", stderr);
    p->shown_ms = now;
}

void progress_step(struct progress *p)
{
    p->done++;
    if (!p->on || p->done < p->next)
        return;
    int64_t now = clock_now_ms();
    int64_t due = p->shown_ms >= 0 ? p->shown_ms + EVERY_MS
                  : p->forced      ? p->start_ms
                                   : p->start_ms + FIRST_MS;
    if (now >= due)
        draw(p, now);
    /* look at the clock about 20 times a second, whatever the rate */
    int64_t elapsed = now - p->start_ms;
    uint64_t step = elapsed > 0 ? p->done * 50 / (uint64_t)elapsed : 1;
    p->next = p->done + (step != 0 ? step : 1);
}

void progress_end(struct progress *p)
{
    if (!p->on || p->shown_ms < 0)
        return;
    draw(p, clock_now_ms());
    if (p->terminal)
        fputc('\n', stderr);
    p->on = false;
}
