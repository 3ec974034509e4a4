/* What the files of the machine share: a step is run by its family. Each says
 * whether it holds for the value at a node; with a report they go on after
 * what is wrong and put it there. */
#ifndef SCHEMA_RUN_H
#define SCHEMA_RUN_H

#include "schema/machine.h"
#include "schema/value.h"

/* Something wrong, as it is told. */
struct failure {
    const struct block *block;
    const struct step *step;
    size_t keyword;   /* node of the keyword's value */
    size_t node;      /* of the value that is wrong */
    size_t one, two;  /* numbers to tell, as the step has them */
    const char *name; /* a member's name to tell, or NULL */
    size_t name_len;
    const char *reason; /* static: why the run ended before all was found, and
                           `step` is NULL; or NULL */
};

/* Applies a block to a value. */
bool run_block(struct machine *m, uint32_t block, size_t node);

/* The same of a block that a step applies: to the value it is at, to one of its
 * children, or to the value in a branch, of which nothing is known to have been
 * evaluated unless it holds. */
bool run_inner(struct machine *m, const struct block *b, const struct step *s,
               uint32_t block, size_t node);
bool run_child(struct machine *m, const struct block *b, const struct step *s,
               uint32_t block, size_t node);
bool run_branch(struct machine *m, const struct block *b,
                const struct step *s, uint32_t block, size_t node);

/* Ends the run without a verdict; returns false. */
bool run_fault(struct machine *m, enum machine_fault fault);

/* Takes steps off what is left. */
void run_charge(struct machine *m, uint64_t steps);

/* 1 if a pattern of the program is found in the string at a node, 0 if not, -1
 * if that took too long, which ends the run. */
int run_find(struct machine *m, uint32_t pattern, size_t node);

/* Tells a failure, if there is a report; returns false. */
bool run_fail(struct machine *m, const struct block *b, const struct step *s,
              size_t node);
bool run_tell(struct machine *m, const struct failure *f);

/* The families. */
bool run_scalar(struct machine *m, const struct block *b,
                const struct step *s, size_t node);
bool run_members(struct machine *m, const struct block *b,
                 const struct step *s, size_t node);
bool run_names(struct machine *m, const struct block *b, const struct step *s,
               size_t node);
bool run_dependent(struct machine *m, const struct block *b,
                   const struct step *s, size_t node);
bool run_other_members(struct machine *m, const struct block *b,
                       const struct step *s, size_t node);
bool run_elements(struct machine *m, const struct block *b,
                  const struct step *s, size_t node);
bool run_contains(struct machine *m, const struct block *b,
                  const struct step *s, size_t node);
bool run_unique(struct machine *m, const struct block *b,
                const struct step *s, size_t node);
bool run_other_elements(struct machine *m, const struct block *b,
                        const struct step *s, size_t node);
bool run_logic(struct machine *m, const struct block *b, const struct step *s,
               size_t node);

/* Which children of a value were evaluated: begins to keep that of a value with
 * so many children and returns what was kept before; ends it, and, if the value
 * held, adds what was evaluated to what was kept before. */
size_t marks_begin(struct machine *m, size_t children);
void marks_end(struct machine *m, size_t before, size_t children, bool holds);

/* Notes that a child was evaluated; whether it was. */
void marks_set(struct machine *m, size_t child);
bool marks_has(const struct machine *m, size_t child);

#endif
