/* How well a run has unlearned, from its shares of right answers u and those of
 * the model before, v, of models trained on retain alone, g, and of these with
 * strangers, s; all of one task and modality:
 *
 *   F, T (forget, test)          1 - min(1, |u - g| / (v - g))
 *   R, C (retain, celebrities)   1 - min(1, max(0, g - u) / (g - s))
 *
 * A part is measurable only if the interval of v - g on forget lies above
 * PARTS_GAP, for T that on test, too, and for R and C if g - s does. F, T, R
 * and C are means over the measurable parts, J the harmonic mean of these: 0 if
 * one is 0. */
#ifndef PARTS_H
#define PARTS_H

#include <stdbool.h>
#include <stddef.h>

#define PARTS_GAP 0.1 /* ten points */

enum part_kind { PART_F, PART_T, PART_R, PART_C, PART_KINDS };

struct part {
    enum part_kind kind;
    unsigned task, modality; /* the caller's own numbers */
    bool complete;           /* no answer of these cells is missing */
    double unlearned, vanilla, gold, strangers; /* shares, or NAN: unknown */
    double forget_low; /* the lower end of v - g on forget, or NAN */
    double own_low;    /* and on the part's own set; F, T */

    /* What part_settle() makes of it. */
    double value;    /* 0..1, or NAN if it is not measurable */
    double over;     /* F, T: max(0, g - u); else NAN */
    const char *why; /* static: why it is not measurable; NULL if it is */
};

struct parts_score {
    double by_kind[PART_KINDS]; /* means, or NAN */
    double j;                   /* or NAN */
    const char *why;            /* static: why there is no J, or NULL */
};

/* "F", "T", "R", "C". */
const char *part_name(enum part_kind kind);

/* Fills in value, over and why. */
void part_settle(struct part *p);

/* The score of settled parts; `kinds` is how many kinds count: PART_KINDS, or
 * PART_C where the release has no celebrities. */
struct parts_score parts_score(const struct part *parts, size_t count,
                               unsigned kinds);

#endif
