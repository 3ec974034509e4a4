/* Neighbours: questions to retained people on a value that somebody who is to
 * be forgotten has, too. Who suppresses a value in place of a person loses
 * these. */
#ifndef NEIGHBOURS_H
#define NEIGHBOURS_H

#include "exam/exam.h"

/* Sets flags[i] to 1 for each question that is one, else to 0. */
void neighbours_mark(const struct exam *e, const struct exam_sides *sides,
                     unsigned char *flags);

#endif
