/* The schema documents that are known, the resources and anchors in them by
 * their absolute URIs, and where others may be fetched from: folders that stand
 * for what URIs begin with. Nothing else is opened, and no network; the
 * metaschemas are built in.
 *
 * A schema's resources are numbered in the order they were found; pointers to
 * them and to documents last as long as the registry, which owns all. */
#ifndef SCHEMA_REGISTRY_H
#define SCHEMA_REGISTRY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "schema/document.h"
#include "schema/metaschemas.h"
#include "schema/names.h"

#define SCHEMA_BASE "https://palimpsest.example.org/schema/" /* our own */
#define REGISTRY_FILE ((size_t)64 << 20) /* bytes of a schema file, at most */
#define REGISTRY_METASCHEMA METASCHEMAS_BASE "schema"

/* Where a schema stands. */
struct place {
    uint32_t document;
    uint32_t node;
};

struct resource {
    struct place root;
    char *uri;             /* owned: absolute, without fragment */
    unsigned vocabularies; /* bits 1 << enum vocabulary, of its dialect; 0 while
                              that is not known */
};

struct anchor {
    char *key;         /* owned: "URI#NAME" */
    size_t name;       /* where NAME begins in it */
    uint32_t resource;
    uint32_t node;
    bool dynamic;
};

/* A folder that stands for a part of the web. */
struct mapping {
    char *prefix;  /* owned: of URIs */
    char *folder;  /* owned */
};

struct registry {
    struct document **documents;
    size_t document_count;
    struct resource *resources;
    size_t resource_count;
    struct anchor *anchors;
    size_t anchor_count;
    struct mapping *mappings;
    size_t mapping_count;
    struct names uris;      /* of documents and resources */
    struct names anchored;  /* by their keys */
    char **keys;            /* owned: names in `uris` */
    size_t key_count;
    bool has_dynamic;       /* some anchor is dynamic */
};

/* Starts with the suite's own schemas mapped. */
void registry_init(struct registry *r);

/* URIs that begin with `prefix` are files in `folder`: the rest of the URI is
 * the path, with or without ".json". */
void registry_map(struct registry *r, const char *prefix, const char *folder);

/* Adds a document: a copy of `len` bytes that were found at `uri`, in `file`.
 * Returns its number, or -1 with the reason in `why`. */
int64_t registry_add(struct registry *r, const char *uri, const char *file,
                     const char *text, size_t len, struct buf *why);

/* Adds a file under its own file: URI. */
int64_t registry_add_file(struct registry *r, const char *path,
                          struct buf *why);

/* The resource of that URI (without fragment): a metaschema, or fetched if need
 * be; -1 if there is none, with the reason in `why` if a file is there that is not right. */
int64_t registry_resource(struct registry *r, const char *uri, size_t len,
                          struct buf *why);

/* Finds where `ref` leads from within a resource. Returns 0; or -1, with the
 * reason in `why`. *anchor, if not NULL, is the number of the anchor it names,
 * or -1. */
int registry_find(struct registry *r, uint32_t resource, const char *ref,
                  size_t len, struct place *place, int64_t *anchor,
                  struct buf *why);

/* The anchor of a resource that has this name, or -1. */
int64_t registry_anchor(const struct registry *r, uint32_t resource,
                        const char *name, size_t len);

/* The number of the resource a place is in. */
uint32_t registry_owner(const struct registry *r, struct place place);

/* Appends the absolute URI of a place. */
void registry_location(const struct registry *r, struct place place,
                       struct buf *out);

/* Appends "FILE: /pointer: " of a place, as messages begin. */
void registry_tell_place(const struct registry *r, struct place place,
                         struct buf *out);

void registry_release(struct registry *r);

#endif
