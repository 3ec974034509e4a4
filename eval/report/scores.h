/* A scores file (palimpsest-scores(5)) in memory, as the report shows it. All
 * text is NUL-ended, owned by the file, and as hostile as whoever wrote it: what
 * goes into a page goes through markup.h. A number is kept with its spelling, so
 * that it can be copied; null is a number without one. */
#ifndef SCORES_H
#define SCORES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "schema/schema.h"

#define SCORES_LIMIT ((size_t)128 << 20) /* bytes of a file */
#define SCORES_NO_STEP (-1)

struct number {
    const char *text; /* as in the file; NULL for null */
    double value;     /* 0 for null */
};

enum run_role { RUN_UNLEARNED, RUN_VANILLA, RUN_GOLD };

/* What was replied, counted. */
struct replies {
    const char *set, *task, *modality;
    struct number asked, answered, right, wrong, refused, empty, unparsable,
        broken;
};

struct cell {
    const char *set, *task, *modality, *slice, *metric;
    struct number numerator, denominator, value, low, high;
    struct number chance, prior, familiar, strangers; /* floors */
    bool complete; /* no answer is missing */
};

struct part {
    const char *part, *task, *modality; /* "F", "T", "R" or "C" */
    struct number value, unlearned, vanilla, gold, strangers, over;
    const char *why; /* it has no value, or NULL */
};

struct signal {
    const char *code, *text;
};

struct measure {
    const char *name, *set; /* set: NULL where it is of no set */
    struct number value, n, low, high;
};

struct absent {
    const char *name, *needs;
};

struct utility {
    const char *name, *file;
    struct number value, n;
};

struct run {
    const char *name;
    const char *method; /* its name where the file has none */
    enum run_role role;
    int64_t step; /* or SCORES_NO_STEP */
    bool last;    /* no other run of its method is at a later step */
    int colour;   /* among the methods of all files, from 0; -1 for none */
    const char *score_name, *score_why; /* why: or NULL */
    struct number score, f, t, r, c;    /* J and what it is made of */
    struct replies *replies;            /* owned, as all that follow */
    struct cell *cells;
    struct part *parts;
    struct signal *signals;
    struct measure *measures;
    struct absent *absent;
    struct utility *utility;
    size_t replies_count, cell_count, part_count, signal_count, measure_count,
        absent_count, utility_count;
};

/* One run's cell less another's. */
struct difference {
    const char *a, *b, *set, *task, *modality, *metric;
    struct number value, low, high, p, p_holm;
};

struct scores {
    const char *path; /* borrowed */
    char *store;      /* owned: all text */
    size_t used;      /* bytes of it */
    const char *version, *root, *rules, *forget;
    struct number people, questions, draws, level; /* level: percent */
    bool celebrities;
    struct run *runs;                /* owned */
    struct difference *differences;  /* owned */
    size_t run_count, difference_count;
};

/* Reads a file and checks it by the schema of such files. Returns EXIT_OK,
 * EXIT_DATA or EXIT_SYSTEM (told); released by the caller in any case. */
enum exit_status scores_read(struct scores *s, const char *path,
                             const struct schema *schema);

/* The only run of that role, or NULL; the first where there are several. */
const struct run *scores_run(const struct scores *s, enum run_role role);

void scores_release(struct scores *s);

#endif
