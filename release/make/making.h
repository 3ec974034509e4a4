/* A release in the making: the stream is read and checked, then written. */
#ifndef MAKING_H
#define MAKING_H

#include <stdbool.h>
#include <stdint.h>

#include "folder/edition.h"
#include "folder/images.h"
#include "folder/log.h"
#include "folder/seeding.h"
#include "minisign.h"
#include "previous.h"
#include "progress.h"
#include "records/people.h"
#include "schema/schema.h"
#include "sorter.h"

/* What was asked for; all borrowed. */
struct making_args {
    uint64_t wanted[RECORD_KINDS]; /* people of each kind */
    const char *output;
    const char *images, *steps;    /* folder, file, or NULL */
    struct edition edition;
    bool named, versioned;         /* somebody said so */
    struct previous_wish previous;
    const char *key, *passphrase;  /* files, or NULL */
    bool legacy;                   /* signed for signify */
    const char *commit, *reveal;   /* files, or both NULL */
    bool replace;
    enum progress_mode progress;
    char **files;                  /* operands */
    int file_count;
};

/* What is known of a line besides its bytes, which follow it in `lines`. */
struct making_origin {
    uint64_t line;
    uint32_t file; /* of the operands */
    uint32_t kind; /* enum record_kind */
    struct splits_stated stated;
    unsigned char digest[DIGEST_BYTES]; /* of the record bytes */
};

struct making {
    const struct making_args *args; /* borrowed */
    struct minisign_secret *key;    /* owned: in memory for secrets, or NULL */
    struct previous previous;       /* the release that it follows */
    struct buf earlier_images;      /* where those are, if asked for */
    struct schema schema;           /* of a person */
    struct people people;
    struct images images;
    struct log log;
    struct seeding seeding;
    struct sorter lines; /* the people by id, as they came */
    struct buf steps;    /* JSON text */
    struct findings findings;
};

/* Returns 0, or -1 (told); either way it ends with making_close(). */
int making_open(struct making *m, const struct making_args *args);

/* Takes over what is asked for of the release that it follows, into `args`, too,
 * which are those it was opened with. Returns EXIT_OK, or what to exit with
 * (told). */
enum exit_status making_follow(struct making *m, struct making_args *args);

/* Compares what was written into `folder` with the release of the same major
 * version that it follows, if it does, as ckrelease --since would. Returns
 * EXIT_OK, or what to exit with (told). */
enum exit_status making_compare(struct making *m, const char *folder);

/* Reads the steps and all people; checks each and their numbers. Returns
 * EXIT_OK, or what to exit with (told). */
enum exit_status making_read(struct making *m);

/* The name of an operand, for messages. */
const char *making_file(const struct making *m, uint32_t file);

/* Writes all files into `folder`. Returns EXIT_OK, or what to exit with (told,
 * but for an interrupt). */
enum exit_status making_write(struct making *m, const char *folder);

void making_close(struct making *m);

#endif
