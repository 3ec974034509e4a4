/* What is wrong with a release: told as it is found, the first FINDINGS_CAP
 * of it kept for a report. A finding names the rule that is broken, as
 * ckrelease(1) lists them: its area, a slash, and what it is about. The area
 * says which rung of the ladder breaks that ends ckrelease's output. */
#ifndef FINDINGS_H
#define FINDINGS_H

#include <stdbool.h>
#include <stddef.h>

#include "diag.h"

#define FINDINGS_CAP 100     /* findings told and kept */
#define FINDINGS_WITNESS 300 /* bytes of a witness, at most */

/* The rungs a finding can break; the others are never claimed here. */
enum findings_rung {
    FINDINGS_INTACT, /* bytes, shapes, counts, questions, images */
    FINDINGS_AUTHENTIC, /* the signature, the name and the version */
    FINDINGS_SPLITS, /* the split of the rule and seed */
    FINDINGS_FILES,  /* derived files, byte for byte */
    FINDINGS_SEED,   /* the seed of a commitment */
    FINDINGS_DATED,  /* the time of a commitment */
    FINDINGS_SINCE,  /* no rung: how it follows an earlier release */
    FINDINGS_RUNGS
};

struct finding {
    const char *rule; /* static: "sums/unlisted" */
    char *file;    /* owned: in the release, or NULL */
    uint64_t line; /* from 1, or 0 */
    char *id;      /* owned: of the record, or NULL */
    char *what;    /* owned */
    char *expected, *found; /* owned: what anybody can look up, or NULL */
    bool unread;   /* the file, or what is in the folder, could not be read */
};

struct findings {
    const char *folder;           /* borrowed: put before file names, or NULL */
    bool silent;                  /* keep only, tell nothing */
    bool broken;                  /* something could not be read */
    bool failed[FINDINGS_RUNGS];
    size_t count;                 /* of all findings */
    struct finding *kept;         /* owned: min(count, FINDINGS_CAP) */
};

/* Adds one finding; `rule` is static, the text says what is wrong. */
void findings_add(struct findings *f, const char *rule,
                  struct diag_place place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Gives the finding just added its witness: what the rule asks for, and what is
 * there, for a reader who checks that by hand. */
void findings_witness(struct findings *f, const char *expected,
                      const char *found);

/* The same where what is there is `len` bytes, which may be anything. */
void findings_witness_bytes(struct findings *f, const char *expected,
                            const char *found, size_t len);

/* The same of two numbers. */
void findings_witness_u64(struct findings *f, uint64_t expected,
                          uint64_t found);

/* Adds the findings of `from`, in their order, which has none then. */
void findings_move(struct findings *f, struct findings *from);

/* Tells that `file` could not be read, with errno's reason, unless that was
 * told of it, or of a folder above it, before. */
void findings_unreadable(struct findings *f, const char *file);

/* True if it was: nothing can be said of what is in the file then, nor of
 * whether it is there. Of those among the findings kept. */
bool findings_unread(const struct findings *f, const char *file);

/* The exit status they make. */
enum exit_status findings_status(const struct findings *f);

void findings_release(struct findings *f);

#endif
