/* How questions go out and replies come back, whoever answers: a round starts
 * questions while the asker has room and takes the replies as they come.
 *
 *   offline   answers at once: prior, random, familiar, oracle (answerer.h)
 *   online    a server, many questions in flight (client.h)
 */
#ifndef ASKING_H
#define ASKING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ask/messages.h"
#include "buf.h"
#include "exam/exam.h"

/* What came back. Starts as {0}; serves any number of replies. */
struct reply {
    size_t question;     /* index in the exam */
    bool failed;         /* there is no answer (told): it is not written */
    bool fatal;          /* nor will there be any: the round ends */
    struct buf response; /* owned, as all that follows: what was said */
    struct buf finish;      /* why it ended; empty for null */
    struct buf reported;    /* the model, as the server calls it, or empty */
    struct buf fingerprint; /* of what served it, or empty */
    struct buf scored;      /* JSON of the member `scored`, checked; or empty */
    bool lettered;          /* log-probabilities of letters are there */
    double letters[EXAM_OPTIONS]; /* -INFINITY for one that is absent */
    int64_t prompt_tokens, completion_tokens; /* or -1 */
    int64_t ms;       /* from the first try to the reply */
    unsigned tries;   /* requests it took */
};

/* Empties without freeing; frees. */
void reply_clear(struct reply *r);
void reply_release(struct reply *r);

/* What a client must do, in client.h:
 *
 *   client_room(c)     whether another question may be started: fewer than -j
 *                      are in flight, and requests are left
 *   client_start(c, question, messages)
 *                      sends it; keeps no pointer to the messages. 0, or -1
 *                      (told)
 *   client_next(c, reply)
 *                      waits until one of those in flight is done, fills in the
 *                      reply. 1; 0 if none is in flight; -1 (told) if waiting
 *                      failed
 */

#endif
