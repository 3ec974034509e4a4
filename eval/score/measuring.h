/* Measures of runs that are no cells (measures.h), from their logs and marks. */
#ifndef MEASURING_H
#define MEASURING_H

#include "book.h"

/* Adds to each run of a book, whose replies are marked, its measures and what
 * is absent. */
void measuring_book(struct book *b);

#endif
