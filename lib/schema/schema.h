/* A JSON Schema (draft 2020-12), compiled: the one way in for who checks
 * records. All of the draft is there, but for dialects of other drafts, which
 * are refused by name.
 *
 *     struct schema s;
 *     schema_init(&s);
 *     schema_map(&s, "https://example.org/", "folder");   if need be
 *     if (schema_compile_file(&s, "person.json", false, &why) == 0) ...
 *     checker_init(&c, &s), checker_check(&c, text, len)  one a thread
 *
 * Once it is compiled it does not change: threads may share it. */
#ifndef SCHEMA_H
#define SCHEMA_H

#include <stdbool.h>

#include "buf.h"
#include "schema/program.h"
#include "schema/registry.h"

struct schema {
    struct registry registry;
    struct program program;
};

void schema_init(struct schema *s);

/* URIs that begin with `prefix` stand for files in `folder`. */
void schema_map(struct schema *s, const char *prefix, const char *folder);

/* Makes a document known, under its $id and its own file: URI. Returns 0, or -1
 * with the reason in `why`. */
int schema_add_file(struct schema *s, const char *path, struct buf *why);

/* Compiles the schema in a file, or of a URI, or in `len` bytes of text, and
 * all that it refers to; `formats` are asserted or only noted. Once only.
 * Returns 0, or -1 with the reason in `why`. */
int schema_compile_file(struct schema *s, const char *path, bool formats,
                        struct buf *why);
int schema_compile_uri(struct schema *s, const char *uri, bool formats,
                       struct buf *why);
int schema_compile_text(struct schema *s, const char *uri, const char *text,
                        size_t len, bool formats, struct buf *why);

void schema_release(struct schema *s);

#endif
