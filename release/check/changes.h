/* What changed from one log to another: the leaves of both, in the order of
 * their ids, read side by side. */
#ifndef CHANGES_H
#define CHANGES_H

#include <stdbool.h>
#include <stdint.h>

#include "diag.h"
#include "spool.h"
#include "tlog.h"

struct changes {
    uint64_t added, removed, changed;
};

/* Counts the people who were added, removed or changed, and adds each to the
 * list: in `json` {"id":..,"change":..,"old":..,"new":..} with the SHA-256 of
 * the record bytes or null, parted by commas, else "change  id" in lines. The
 * leaves of `old` must be those of its checkpoint. Returns EXIT_OK, or what to
 * exit with (told). */
enum exit_status changes_list(struct changes *c, struct tlog *old,
                              struct tlog *new, bool json,
                              struct spool *list);

#endif
