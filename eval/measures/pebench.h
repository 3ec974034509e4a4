/* PEBench's measures of unlearned people, on the open questions that ask for
 * the name of who is in a picture. */
#ifndef PEBENCH_H
#define PEBENCH_H

#include "measures/measured.h"
#include "measures/row.h"

void pebench_rows(const struct measured *m, const struct rows *rows);

#endif
