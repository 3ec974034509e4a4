/* Schemas checked against the metaschemas they name. */
#ifndef SCHEMA_META_H
#define SCHEMA_META_H

#include "schema/registry.h"

/* Checks a document once, but for those that are built in. Returns 0, or
 * -1 with the first thing wrong in `why`. */
int meta_check(struct registry *r, uint32_t document, struct buf *why);

#endif
