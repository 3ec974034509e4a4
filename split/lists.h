/* The lists of ids in a release's splits/ folder, one file a set, held against
 * the sets that were derived: forget and retain in rank order, the others in
 * the order of their ids. */
#ifndef LISTS_H
#define LISTS_H

#include <stddef.h>

#include "diag.h"
#include "roll.h"
#include "splitsets.h"

/* Checks all *.txt files in `folder`; nothing is asked where there are none,
 * and else that there is one for each set. Returns EXIT_OK; EXIT_DATA at the
 * first that differs, or EXIT_SYSTEM (told). */
enum exit_status lists_check(const char *folder, struct roll *roll,
                             const struct splitsets *sets);

#endif
