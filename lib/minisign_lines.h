/* The lines that minisign's files are made of; for lib/minisign*.c. */
#ifndef MINISIGN_LINES_H
#define MINISIGN_LINES_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

#define MINISIGN_UNTRUSTED "untrusted comment: "
#define MINISIGN_TRUSTED_MARK "trusted comment: "

/* Text that is taken line by line; all borrowed. */
struct minisign_lines {
    const char *text; /* what is left */
    size_t len;       /* bytes of it */
    unsigned number;  /* of the line taken, or missed, last; from 1 */
    const char *line; /* that line, without its LF */
    size_t line_len;
};

/* Takes the next line; the last one may lack its LF. False at the end. */
bool minisign_lines_next(struct minisign_lines *l);

/* Takes a line that begins with `mark`, and sets line to what follows. Returns
 * 0, or -1 with what is wrong appended to `why`. */
int minisign_lines_marked(struct minisign_lines *l, const char *mark,
                          struct buf *why);

/* Takes a line that is the base64 of `size` bytes, and keeps no copy of it.
 * Returns 0, or -1 with what is wrong appended to `why`. */
int minisign_lines_bytes(struct minisign_lines *l, void *bytes, size_t size,
                         struct buf *why);

/* Takes the untrusted comment. Returns 0, or -1 with `why`. */
int minisign_lines_comment(struct minisign_lines *l, struct buf *why);

/* Whether nothing is left. Returns 0, or -1 with `why`. */
int minisign_lines_end(struct minisign_lines *l, struct buf *why);

/* Appends `size` bytes as a line of base64; not for secrets. */
void minisign_lines_put(const void *bytes, size_t size, struct buf *out);

#endif
