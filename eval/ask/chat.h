/* A server of chats, OpenAI's or one like it, and many requests to it under way
 * at once. What a failure means is told with what the server says itself, and
 * whether any other question would fare better. */
#ifndef CHAT_H
#define CHAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "ask/chat_reply.h"
#include "buf.h"
#include "http.h"
#include "http_multi.h"

#define CHAT_RETRIES 4  /* further tries of a request, at most */
#define CHAT_TIMEOUT_S 600
#define CHAT_JOBS 4     /* requests at once, where nobody says */
#define CHAT_MAX_TOKENS 128   /* where nobody says: of an answer, */
#define CHAT_JUDGE_TOKENS 512 /* of a verdict */

/* All texts are borrowed. */
struct chat_options {
    const char *url;    /* of the API: http://127.0.0.1:8080/v1 */
    const char *model;
    const char *key;    /* or NULL */
    unsigned jobs;      /* requests at once, 1 to HTTP_MULTI_ROOM */
    unsigned timeout_s; /* for one of them, in seconds */
    unsigned max_tokens; /* of a reply; 0 where nobody says */
    bool insecure;      /* plain http to other machines is allowed */
    bool logprobs;      /* ask for those of letters */
    bool score;         /* ask for scored texts */
    uint64_t most;      /* requests, at most; 0 for any number */
};

enum chat_result {
    CHAT_REPLIED,
    CHAT_FAILED, /* told */
    CHAT_HOPELESS /* told: no request will do better */
};

struct chat {
    struct chat_options options;
    struct http http;
    struct http_multi multi;
    struct chat_reader reader;
    struct buf base;          /* owned: the address, no slash at its end */
    struct buf authorization; /* owned */
    struct http_reply reply;  /* owned: the body that came last */
    bool surprised;           /* another model than asked for was told of */
};

/* Returns 0, or -1 (told); either way it ends with chat_close(). */
int chat_open(struct chat *c, const struct chat_options *o);

/* True if another request may be started, and `more` behind it be sent. */
bool chat_room(const struct chat *c, uint64_t more);

/* Starts a POST to a path of the API, such as "/chat/completions"; the body is
 * taken over. Returns 0, or -1 (told). */
int chat_post(struct chat *c, size_t tag, const char *id, const char *path,
              struct buf *body);

/* Waits until one of them is done; its reply is then in c->reply. Returns 1, 0
 * if none is under way, or -1 (told). */
int chat_next(struct chat *c, struct http_landing *landing);

/* What became of it; tells of a failure, for `id`. `pictures`: some were sent
 * with it. Behind CHAT_HOPELESS no failure is told any more. */
enum chat_result chat_judge(struct chat *c, const struct http_landing *landing,
                            const char *id, bool pictures);

/* Tells, for `id`, that a reply cannot be used as it `why`. */
void chat_fail(struct chat *c, const char *id, const char *why);

/* Covers the key in what the server said, and tells, once, if it is another
 * model that replied. */
void chat_check(struct chat *c, struct reply *r);

void chat_close(struct chat *c);

#endif
