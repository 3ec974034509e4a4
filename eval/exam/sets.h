/* The sets of an exam: those of people that splits.json names, whose eval
 * questions are asked; and of each a set of test questions:
 *
 *   forget_05 -> test_05, retain_95 -> test_95, stranger -> test_stranger
 *
 * Where retain_50 and forget_50 would share a name it is the forget set's.
 * Nobody has test questions in the set real. */
#ifndef SETS_H
#define SETS_H

#include "exam/exam.h"

/* Fills in the sets by splits.json of a release; one without it has real and
 * stranger only. Returns EXIT_OK, or what to exit with (told). */
enum exit_status sets_read(struct exam *e, const char *release);

/* Puts a person whom no split puts anywhere into the set of their kind. */
void sets_by_kind(const struct exam *e, struct exam_person *p);

/* Counts the people of each set, once all are there. */
void sets_count(struct exam *e);

#endif
