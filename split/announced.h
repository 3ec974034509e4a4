/* How many people of each kind were announced, held against those who came: a
 * pipe cut by a dying producer never passes as a smaller benchmark. */
#ifndef ANNOUNCED_H
#define ANNOUNCED_H

#include <stdbool.h>
#include <stdint.h>

#include "record.h"

/* False if other people came than were announced (told). */
bool announced_came(const uint64_t announced[RECORD_KINDS],
                    const uint64_t came[RECORD_KINDS]);

#endif
