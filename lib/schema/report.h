/* What a run found wrong with a text, and what the schema says of a text that
 * holds: the units of the standard's `basic` output, in the order they were
 * found, each with where it stands in the schema, by the way taken and by its
 * URI, and in the text. All strings are owned; start a report as {0}. */
#ifndef SCHEMA_REPORT_H
#define SCHEMA_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "schema/run.h"

#define REPORT_MOST 100  /* units kept of each kind; the others are counted */
#define REPORT_NAME 128  /* bytes kept of a name to tell */

/* A leg of the way that was taken through the schemas: from one node of a
 * document to one in it. */
struct report_leg {
    uint32_t document, from, to;
};

/* Most units are dropped before the run is over: their strings are made when it
 * is, by report_place(). */
struct report_unit {
    struct string keyword;   /* keywordLocation */
    struct string absolute;  /* absoluteKeywordLocation */
    struct string instance;  /* instanceLocation */
    struct string text;      /* an error's message, or a note's JSON value */
    size_t node;             /* of the text under work */
    struct failure failure;  /* its name is owned; of a note: block, step and
                                nodes */
    struct report_leg *legs; /* owned: the way to the block */
    size_t leg_count;
    bool hidden;             /* of an alternative that was hardly meant */
};

struct report_units {
    struct report_unit *list; /* the first REPORT_MOST at most */
    size_t count;             /* of all */
};

struct report {
    bool noting; /* notes are wanted */
    struct report_units errors, notes;
    struct report_leg *legs; /* owned: the way to the schema under work */
    size_t leg_count, leg_room;
};

/* Errors of one of several alternatives. */
struct report_branch {
    size_t from, to; /* errors [from, to) */
    size_t weight;   /* how far the text is from it; SIZE_MAX: there is none */
};

/* Goes into the schema that a step applies; returns what report_leave() takes
 * to come back. */
size_t report_enter(struct report *r, const struct program *p,
                    const struct block *b, const struct step *s,
                    uint32_t block);
void report_leave(struct report *r, size_t before);

void report_failure(struct report *r, const struct failure *f);

/* Adds why the run ended before all was found. */
void report_end(struct report *r, const struct program *p, const char *reason);

/* What the keyword of a step says, of the value at `node`. */
void report_note(struct report *r, const struct block *b, const struct step *s,
                 size_t node);

/* Makes the strings of the units that are left, once the run is over. */
void report_place(struct report *r, const struct program *p,
                  const struct json_tape *tape);

/* Drops all units but the first `count`. */
void report_drop(struct report_units *units, size_t count);

/* Compares the errors from `from` on, those of one alternative for the value at
 * `node`, with the nearest so far. */
void report_weigh(const struct report *r, const struct program *p, size_t from,
                  size_t node, struct report_branch *nearest);

/* Hides the errors from `from` on but for those of the nearest alternative. */
void report_hide(struct report *r, size_t from,
                 const struct report_branch *nearest);

/* Empties it for another text; frees what it owns. */
void report_clear(struct report *r);
void report_release(struct report *r);

#endif
