/* Counts in schemas: whole numbers, however written (3, 3.0, 3e0), that are
 * compared with numbers of things in a text. */
#ifndef SCHEMA_COUNT_H
#define SCHEMA_COUNT_H

#include "schema/value.h"

#define COUNT_MOST (UINT32_MAX - 1) /* stands for all larger ones, too */

/* The count that a number says; 0 if it is none. */
uint32_t count_read(struct value v);

#endif
