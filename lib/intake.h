/* The input of a filter: the files named as operands, one after another, none
 * or "-" being stdin; each line checked. A bad line is told with its place;
 * then the input ends, or, with keep_going, the line goes to the rejects file
 * and the next one follows. Either way `status` remembers the worst that
 * happened, and is the tool's exit status. */
#ifndef INTAKE_H
#define INTAKE_H

#include <stdbool.h>
#include <stdint.h>

#include "diag.h"
#include "jsonl.h"
#include "out.h"

struct intake {
    char **files;     /* borrowed operands */
    int count;        /* of them; 0 means stdin */
    int next;         /* the operand to open next */
    bool keep_going;  /* -k */
    bool open;        /* a file is open */
    const char *file; /* its name for messages */
    int fd;
    struct json_tape *tape; /* borrowed, or NULL */
    size_t most;      /* values in a line; 0 for any number */
    struct jsonl reader;   /* reader.line, reader.len, reader.scan */
    struct out rejects;    /* --rejects; fp is NULL when not asked for */
    enum exit_status status;
};

/* `rejects` is a path or NULL. Returns 0, or -1 (told). */
int intake_open(struct intake *in, char **files, int count, bool keep_going,
                const char *rejects);

/* The same of an open descriptor, which is closed with it; `name` is borrowed,
 * for messages. */
void intake_open_fd(struct intake *in, int fd, const char *name);

/* Makes an index of each line in `tape`, and takes none of more values. */
void intake_index(struct intake *in, struct json_tape *tape, size_t most);

/* True if a record is there; false at the end or after a failure. A record is
 * a JSON object. */
bool intake_next(struct intake *in);

/* Refuses the record now out, for a reason of the tool's own. */
void intake_refuse(struct intake *in, const char *id, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Refuses a line of `len` bytes that was out before, copied by the caller, for
 * the reason given, or for one that is told already if that is NULL. */
void intake_refuse_line(struct intake *in, struct diag_place place,
                        const char *line, size_t len, const char *reason);

/* Where the record now out stands; `id` may be NULL. */
struct diag_place intake_place(const struct intake *in, const char *id);

/* Records a failure that is not the line's: the input ends. */
void intake_fail(struct intake *in, enum exit_status status);

/* Closes everything; returns the status. */
enum exit_status intake_close(struct intake *in);

#endif
