/* A schema document: its text, the index of it, and the resources in it. A
 * place in one is the number of a node. */
#ifndef SCHEMA_DOCUMENT_H
#define SCHEMA_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "json_tape.h"
#include "schema/names.h"
#include "schema/value.h"

#define DOCUMENT_POINTER ((size_t)1 << 16) /* bytes of a pointer that is told */

/* Where the children of a large object or array are. */
struct document_index {
    size_t node;        /* the object or array */
    struct names names; /* owned: those without escapes; numbers are nodes */
    uint32_t *elements; /* owned: nodes */
};

struct document {
    char *text;            /* owned */
    struct json_tape tape; /* owned */
    char *uri;             /* owned: where it was found, without fragment */
    char *file;            /* owned: its name for messages */
    struct document_index *indexes; /* owned: of what was looked into */
    size_t index_count;
    uint32_t *owner;       /* owned: of each node the number of its resource */
    bool trusted;          /* it is built in: it is not checked */
    bool ready;            /* it was checked, or is being so */
};

/* Takes a copy of `len` bytes. Returns NULL, with the reason in `why`, if they
 * are no JSON. The caller frees the document. */
struct document *document_new(const char *uri, const char *file,
                              const char *text, size_t len, struct buf *why);

struct value document_value(const struct document *d, size_t node);

/* The node a pointer (decoded) leads to from `from`, or -1. */
int64_t document_find(struct document *d, size_t from,
                      const char *pointer, size_t len);

/* Appends the pointer that leads from node `from` to `to`, which is in it; no
 * more once DOCUMENT_POINTER bytes are there, and of a longer name only as many,
 * or, if it has escapes, "...". */
void document_pointer(const struct json_tape *tape, size_t from, size_t to,
                      struct buf *out);

/* The array or object that holds the node; `within` is around both. */
size_t document_parent(const struct json_tape *tape, size_t within,
                       size_t node);

void document_free(struct document *d);

#endif
