/* One person's record and its proof, checked without the release they are
 * of. */
#ifndef PROVEN_H
#define PROVEN_H

#include <stdbool.h>

#include "buf.h"
#include "diag.h"
#include "member.h"
#include "proof.h"

/* What was asked for; all borrowed. */
struct proven_args {
    const char *proof;  /* file; "-" is stdin */
    char **record;      /* operands: at most one; none or "-" is stdin */
    int record_count;
    const char *origin; /* the log's, or NULL for any */
    const unsigned char *public_key; /* or NULL */
    bool require;       /* a signature that is checked */
    struct member_known split; /* what is known of it */
};

/* What was found. */
struct proven {
    struct buf text;    /* owned: of the proof */
    struct proof proof; /* in text */
    bool verified;      /* its checkpoint is the key's */
    struct buf id, split; /* owned: of the record; JSON, or nothing */
    enum member member;
};

/* Checks everything. Returns EXIT_OK, or what to exit with (told); either way
 * it ends with proven_release(). */
enum exit_status proven_check(struct proven *p, const struct proven_args *a);

/* Appends what was checked, a line each. */
void proven_summary(struct proven *p, struct buf *out);

/* Appends the verdict, one line. */
void proven_verdict(const struct proven *p, struct buf *out);

void proven_release(struct proven *p);

#endif
