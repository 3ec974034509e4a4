/* What would still tell of people who are removed, in the lines of others:
 * their ids (and with them those of their questions and images), names, e-mail
 * addresses, telephone numbers and the hashes of their images. An id or a name
 * that is one word of letters alone is not looked for: it may mean anything. */
#ifndef TRACES_H
#define TRACES_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "diag.h"
#include "jsonl.h"

struct trace {
    const char *what; /* static: "id", "name", .. */
    char *text;       /* owned: as it stands in JSON */
    char *id;         /* owned: of the person */
};

/* Starts as {0}, ends with traces_release(). */
struct traces {
    struct trace *list; /* owned */
    size_t count, cap;
    struct buf line;    /* the one looked at, NUL-ended */
};

/* Notes all of the person whose checked line the reader has out. */
void traces_note(struct traces *t, const struct jsonl *reader,
                 const char *id);

/* Tells the traces in another's line. Returns whether there are any. */
bool traces_tell(struct traces *t, const char *line, size_t len,
                 struct diag_place place);

void traces_release(struct traces *t);

#endif
