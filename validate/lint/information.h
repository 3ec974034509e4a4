/* Entropies, in bits, of values that were counted, and how much of one value
 * another tells beyond what chance alone would. Logarithms are made with
 * + - * / only, so that the figures are the same on every machine.
 *
 * The plug-in estimate of mutual information is above 0 though two values have
 * nothing to do with each other, the more so the rarer they are. What it would
 * be on average if the one were dealt out anew at random, all counts kept, is
 * known exactly and needs no dealing: Vinh, Epps and Bailey, "Information
 * theoretic measures for clusterings comparison", JMLR 11 (2010), theorem 3.
 * It is taken off. */
#ifndef LINT_INFORMATION_H
#define LINT_INFORMATION_H

#include <stddef.h>
#include <stdint.h>

#include "lint/share.h"

#define INFORMATION_MOST 10000 /* cases, at most */

/* One case: the number of the value known, and of the value asked for. */
struct information_case {
    uint32_t known;
    uint32_t asked;
};

/* What the one tells about the other. */
struct information {
    double entropy; /* of what is asked */
    double told;    /* the share of it that the other takes off, corrected for
                       chance: 1 if it is known then, about 0 if nothing is */
    struct share guessed; /* cases guessed from the others of the same known
                             value: what most of them have */
    uint64_t most;  /* cases that have the value most often asked for */
};

/* The logarithm to the base of 2; 0 of 0. */
double information_log2(uint64_t number);

/* The entropy of `count` kinds of values that were seen so often each. */
double information_entropy(const uint64_t *times, size_t count);

/* Looks at `count` cases, 1 to INFORMATION_MOST, which are put into another
 * order. */
void information_find(struct information_case *cases, size_t count,
                      struct information *found);

#endif
