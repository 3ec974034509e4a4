/* A program of the user's own that looks at pictures, with a face model for
 * example: a shell command that runs as long as we do. For each picture it
 * gets one JSON line on its standard input and writes one to its standard
 * output, at once, and nothing else:
 *
 *     {"id":"f0001_v1","role":"view","file":"img/f0001/f0001_v1.png",
 *      "portrait":"img/f0001/f0001_p.png"}
 *     {"qc":["two_faces"],"identity_checked":true}
 *
 * Both members of the answer may be left out; qc names the rules that the
 * picture fails, in words of a-z, 0-9 and _. */
#ifndef QC_COMMAND_H
#define QC_COMMAND_H

#include "image_record.h"
#include "jsonl.h"
#include "servers/shell.h"

#define QC_COMMAND_WORDS 16      /* of an answer, at most */
#define QC_COMMAND_GRACE_MS 2000 /* to end in, for one that has failed */

struct qc_command {
    struct shell shell; /* its pid is 0 when none runs */
    unsigned timeout_s; /* for one answer, and for its end */
    bool failed;        /* told */
    struct jsonl answers;
};

/* Starts it. Returns 0, or -1 (told). */
int qc_command_start(struct qc_command *q, const char *command,
                     unsigned timeout_s);

/* Asks about a picture in the folder `images`, beside the person's portrait;
 * the answer goes into the record. Returns 0, or -1 (told). */
int qc_command_ask(struct qc_command *q, const char *images,
                   const struct image_record *portrait,
                   struct image_record *record);

/* Closes its input and waits for it; kills it if it does not end. Returns 0, or
 * -1 (told) if it ended with another status than 0. Safe if it was not
 * started. */
int qc_command_stop(struct qc_command *q);

#endif
