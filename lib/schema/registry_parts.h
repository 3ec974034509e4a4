/* What the files of the registry share. */
#ifndef SCHEMA_REGISTRY_PARTS_H
#define SCHEMA_REGISTRY_PARTS_H

#include "schema/registry.h"

/* A new resource: the schema at `root`, of that absolute URI. Returns its
 * number. */
uint32_t registry_add_resource(struct registry *r, struct place root,
                               const char *uri, size_t len);

/* A new anchor. Returns 0, or -1 if the resource has another of that name. */
int registry_add_anchor(struct registry *r, uint32_t resource, uint32_t node,
                        const char *name, size_t len, bool dynamic);

/* Finds the resources and anchors in a new document. Returns 0, or -1 with the
 * reason in `why`. */
int registry_index(struct registry *r, uint32_t document, struct buf *why);

#endif
