/* Which questions a person gets. Train: one for every fact, task and modality.
 * Eval: five choice, two cloze and two open questions a modality, on facts
 * drawn for the person, none twice while there are others; a picture's second
 * open question asks the name. Test: the twins of eval. Auxiliary people get
 * base questions as others get train ones; celebrities eval only; strangers
 * eval and test. */
#ifndef PLAN_H
#define PLAN_H

#include <stdbool.h>
#include <stddef.h>

#include "subject.h"
#include "wordings.h"

#define PLAN_LIMIT 192 /* questions in a plan, at most */
#define PLAN_OPTIONS 4 /* of a choice question */
#define PLAN_WRONG (PLAN_OPTIONS - 1)

enum modality { MODALITY_TEXT, MODALITY_IMAGE };

struct plan_item {
    enum question_set set;
    enum task task;
    enum modality modality;
    enum fact fact;
    bool pair;         /* the other modality asks it too */
    bool twin;         /* eval and test both ask it */
    char letter;       /* of the right option: 'A'..'D', or 0 */
    const int *wrong;  /* places of the wrong options, or NULL */
};

struct plan {
    struct plan_item items[PLAN_LIMIT]; /* in the order they are written */
    size_t count;
    int wrong[FACTS][PLAN_WRONG]; /* the same in all sets, see plan.c */
};

/* Makes the plan of a person, drawing from its stream. */
void plan_make(struct plan *plan, struct subject *s);

/* Draws `count` values of a fact that differ from the person's own and from
 * one another, from the domain the person's own came from (the whole table if
 * that has too few). Returns 0, or -1 if there are not as many. */
int plan_draw_others(const struct person *p, enum fact fact, struct rng *r,
                     int *values, size_t count);

#endif
