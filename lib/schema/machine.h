/* Runs a program on a JSON text: does the text hold, and, asked in a second run
 * with a report, why not. Texts may be what they like: a run takes at most
 * MACHINE_STEPS and MACHINE_STEPS_A_NODE more for each value of the text, and
 * applies at most MACHINE_DEPTH schemas inside one another, not counting those
 * that look at nothing but one value. */
#ifndef SCHEMA_MACHINE_H
#define SCHEMA_MACHINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "json_tape.h"
#include "schema/program.h"

#define MACHINE_STEPS 20000000
#define MACHINE_STEP_BYTES 64 /* of a long string or number, a step */
#define MACHINE_STEPS_A_NODE 1000
#define MACHINE_HASH 16       /* steps to hash and sort a value */
#define MACHINE_SEARCH 64     /* steps of a search that is no automaton's */
#define MACHINE_DEPTH 4000

struct report;

/* Why a run came to no verdict. */
enum machine_fault {
    MACHINE_FINE,
    MACHINE_TOO_LONG,  /* the steps are used up */
    MACHINE_TOO_DEEP,  /* the depth is */
    MACHINE_PATTERN,   /* a pattern took more than a search may */
};

struct machine {
    const struct program *program; /* borrowed */
    const struct json_tape *tape;  /* borrowed: the text under work */
    struct report *report;         /* borrowed, or NULL: only the verdict */
    struct pattern_match *match;   /* owned */
    struct buf scratch;            /* owned: a string while it is looked at */
    enum machine_fault fault;
    uint64_t steps;  /* left */
    unsigned depth;
    uint64_t *marks; /* owned: one bit a child of the values under work whose
                        evaluated children count */
    size_t mark_count, mark_room; /* words */
    size_t track;    /* where those of the value under work are, or
                        SIZE_MAX: nobody asks */
    uint32_t *scope; /* owned: resources entered, outermost first */
    size_t scope_count;
    bool *in_scope;  /* owned: of each resource */
};

/* The program must stay as long as the machine. */
void machine_init(struct machine *m, const struct program *program);

/* True if the text holds. If `fault` is set, which is to be looked at first,
 * there is no verdict. With a report what is wrong is put into it, and, last,
 * the fault. */
bool machine_run(struct machine *m, const struct json_tape *tape,
                 struct report *report);

/* What the fault is, as a message says it. */
const char *machine_reason(enum machine_fault fault);

void machine_release(struct machine *m);

#endif
