/* What floors.h reports at the end. */
#ifndef LINT_FLOORS_REPORT_H
#define LINT_FLOORS_REPORT_H

#include "lint/finding.h"
#include "lint/floors.h"

/* All tallies are sealed. */
void floors_report(struct floors *l, struct findings *f);

#endif
