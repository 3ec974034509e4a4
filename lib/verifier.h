/* A program of the user's own that checks what is not checked here: --verifier.
 * It is found on PATH as a shell finds it, but no shell is run:
 *
 *   PROGRAM beacon SCHEME PUBLIC_KEY MESSAGE SIGNATURE       in hexadecimal
 *   PROGRAM timestamp COMMIT_FILE TOKEN_FILE
 *   PROGRAM cosignature COMMIT_FILE NOTE_FILE
 *
 * It verifies by ending in 0; for the latter two with the time, in seconds
 * since 1970 and a LF, as all of its standard output. It ends in 2 if it is not
 * for such questions. It gets no input, no descriptors of ours but standard
 * error, and 60 seconds; then it is killed with all it has started. */
#ifndef VERIFIER_H
#define VERIFIER_H

#include <stdint.h>

#include "beacon.h"

enum verifier_verdict {
    VERIFIER_YES,
    VERIFIER_NO,     /* it ended in another status, or named no time */
    VERIFIER_UNABLE, /* it is not for such questions */
    VERIFIER_BROKEN  /* it could not be run, or did not end by itself (told) */
};

/* Whether the answer's signature is that of its message by the chain's key. */
enum verifier_verdict verifier_beacon(const char *program,
                                      const struct beacon_chain *c,
                                      const struct beacon_answer *a);

/* Whether a file is dated by another, of kind "timestamp" or "cosignature",
 * and when. */
enum verifier_verdict verifier_date(const char *program, const char *kind,
                                    const char *commit, const char *proof,
                                    uint64_t *seconds);

#endif
