/* How a release follows an earlier one of which somebody kept the folder, or
 * only the checkpoint of its log: whether it only added people behind those
 * that were there, which the two roots and a consistency proof show, and if
 * not, who was added, removed or changed, which the leaves of both logs show. */
#ifndef SINCE_H
#define SINCE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "files/findings.h"
#include "folder/edition.h"
#include "out.h"
#include "since_split.h"
#include "spool.h"

enum since_verdict {
    SINCE_NOT_ASKED,
    SINCE_NOT_CHECKED, /* the release itself is not right */
    SINCE_APPENDED,    /* proved: it only appended, if anything */
    SINCE_LISTED,      /* not so: what changed is listed */
    SINCE_UNLISTED,    /* not so, and there is but a checkpoint to compare */
};

struct since {
    const char *old;     /* borrowed: folder or file, or NULL */
    const unsigned char *public_key; /* of both, or NULL */
    const struct edition *edition; /* of the release now */
    bool json;           /* list in JSON, not in lines */
    enum since_verdict verdict;
    enum since_split split;
    bool wrong;          /* something of it is a finding */
    struct buf origin;   /* owned: of the old log */
    uint64_t records;    /* in it */
    uint64_t added, removed, changed;
    struct spool list;   /* of them, if listed */
};

/* Compares the release in `folder`, which was checked and found right, with
 * s->old; what one of them cannot have become is a finding. Returns EXIT_OK, or
 * what to exit with if the old one cannot be read or is not right (told);
 * either way it ends with since_close(). */
enum exit_status since_check(struct since *s, const char *folder,
                             struct findings *f);

/* Appends what was found: a line, or the members of a JSON object. */
void since_summary(const struct since *s, struct buf *out);
void since_write(const struct since *s, struct buf *out);

/* Writes the list. Returns 0, or -1 (told). */
int since_copy(struct since *s, struct out *out);

void since_close(struct since *s);

#endif
