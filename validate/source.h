/* The files that are checked: operands one after another, none or "-" being
 * stdin. What is not JSON is for others to say. */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>

#include "buf.h"
#include "jsonl.h"

struct source {
    char **files;     /* borrowed operands */
    int count;        /* of them */
    int next;         /* the operand to open next */
    bool open;        /* a file is open */
    const char *file; /* its name for messages */
    int fd;
    struct jsonl reader; /* the line now out */
};

void source_init(struct source *s, char **files, int count);

/* The next line of all files, as jsonl_line() has it; JSONL_ERROR is told. */
enum jsonl_status source_line(struct source *s);

/* All of the next file in place of what is in `text`. Returns 1, 0 if there is
 * none, or -1 (told). */
int source_whole(struct source *s, struct buf *text);

void source_close(struct source *s);

#endif
