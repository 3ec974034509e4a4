/* Which facts belong to many people and which to one alone, as
 * schema/person.json has it (x-class). */
#ifndef CLASSES_H
#define CLASSES_H

#include "exam/exam.h"

enum fact_class {
    CLASS_NONE, /* not said: a fact of celebrities */
    CLASS_SHARED,
    CLASS_UNIQUE
};

/* Writes the class of each of the exam's facts. Returns 0, or -1 (told). */
int classes_read(enum fact_class *classes, const struct exam *e);

#endif
