/* Which vocabularies a schema is written in: what $schema says, and the
 * $vocabulary of the metaschema that it names. */
#ifndef SCHEMA_DIALECT_H
#define SCHEMA_DIALECT_H

#include "schema/registry.h"

/* Returns 0, or -1 with the reason in `why` if `name`, a value of $schema in
 * that document, is another draft. */
int dialect_check_draft(const struct registry *r, uint32_t document,
                        struct value name, struct buf *why);

/* Finds out the vocabularies of a resource, kept in it. Returns 0, or -1 with
 * the reason in `why`: another draft, an unknown metaschema, or one that
 * demands a vocabulary that is unknown. */
int dialect_find(struct registry *r, uint32_t resource, struct buf *why);

/* The number of the resource that is the metaschema of a document, or -1 with
 * the reason in `why`. */
int64_t dialect_metaschema(struct registry *r, uint32_t document,
                           struct buf *why);

#endif
