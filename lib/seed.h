/* Seeds: printable UTF-8, 1 to 1024 bytes. They are public, part of every
 * record, and hashed as they stand. */
#ifndef SEED_H
#define SEED_H

#include <stdbool.h>
#include <stddef.h>

#define SEED_LIMIT 1024 /* bytes */

/* True if `seed` may be a seed: UTF-8 without control characters (C0, DEL,
 * C1), of 1 to SEED_LIMIT bytes. */
bool seed_valid(const char *seed, size_t len);

#endif
