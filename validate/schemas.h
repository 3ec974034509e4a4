/* The schemas that records are checked by: one that was given, or that which
 * each record names by its member "schema", compiled when it is first named.
 * Threads share them. */
#ifndef SCHEMAS_H
#define SCHEMAS_H

#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "diag.h"
#include "schema/schema.h"

#define SCHEMAS_NAMED 64 /* different ones that records may name */

/* A schema that a record named, and what came of it. */
struct schemas_named {
    char *name;           /* owned: "palimpsest/person/1" */
    struct schema schema; /* compiled, unless: */
    struct buf why;       /* the reason why it could not be, or empty */
};

struct schemas {
    bool given;           /* all records are checked by `first` */
    bool formats;         /* are asserted */
    struct schema first;
    struct schemas_named *named; /* owned */
    size_t count;         /* of them */
    pthread_mutex_t lock; /* of these two */
};

/* `formats` are asserted or not. */
void schemas_init(struct schemas *s, bool formats);

/* EXIT_OK, or EXIT_SYSTEM (told) if the folder of the suite's schemas, by which
 * records are checked if no schema is given, is not there. */
enum exit_status schemas_find_data(void);

/* Makes a folder stand for a part of the web in the schema that is given. */
void schemas_map(struct schemas *s, const char *prefix, const char *folder);

/* Compiles the first of the files as the one given, the others being documents
 * that it may refer to. Returns EXIT_OK, or what went wrong (told). */
enum exit_status schemas_give(struct schemas *s, char **files, size_t count);

/* Says on stderr what may be misspelt in the schema given. */
void schemas_note(const struct schemas *s);

/* The schema of a record that names it so, or the one given. NULL with the
 * reason in `why` if there is none; `name` may then be NULL. It stays until the
 * end. */
const struct schema *schemas_find(struct schemas *s, const char *name,
                                  size_t len, struct buf *why);

void schemas_release(struct schemas *s);

#endif
