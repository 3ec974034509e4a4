/* What would still tell of people who are removed, in the lines of others:
 * their ids (and with them those of their questions and images), names, e-mail
 * addresses, telephone numbers and the hashes of their images. An id or a name
 * that is one word of letters alone is not looked for: it may mean anything. A
 * line is read once, however many traces there are: each of its words is looked
 * up among those by which traces are found. */
#ifndef TRACES_H
#define TRACES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "jsonl.h"
#include "records/person.h"

struct trace {
    const char *what; /* static: "id", "name", .. */
    char *text;       /* owned: as it stands in JSON */
    size_t key, key_len; /* its longest word: where it begins, its bytes */
    char *id;         /* owned: of the person */
    uint64_t told;    /* the number of the line it was told of last */
};

/* Starts as {0}, ends with traces_release(). */
struct traces {
    struct trace *list; /* owned; by key, once sorted */
    size_t count, cap;
    bool sorted;
    uint64_t lines;     /* looked at */
    struct buf line;    /* the last one, NUL-ended */
};

/* Notes all of the person whose checked line the reader has out. */
void traces_note(struct traces *t, const struct jsonl *reader,
                 const char *id);

/* Tells the traces in another's line, but for a telephone number that is the
 * other's own, too. Returns whether there are any. */
bool traces_tell(struct traces *t, const struct person *person);

void traces_release(struct traces *t);

#endif
