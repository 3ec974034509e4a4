/* From schemas to a program. */
#ifndef SCHEMA_COMPILE_H
#define SCHEMA_COMPILE_H

#include "schema/program.h"

/* Compiles the schema at `root` and all that it needs, which is fetched and
 * checked against its metaschema. With `formats` every format is asserted.
 * Returns 0, or -1 with the reason in `why`; the program is to be released
 * either way. */
int compile(struct registry *r, struct place root, bool formats,
            struct program *p, struct buf *why);

#endif
