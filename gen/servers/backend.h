/* Where pictures come from that mkimages does not draw itself: image servers
 * of three kinds, and a program of the user's own. One request makes one
 * picture, taken as it comes.
 *
 *   sdapi    AUTOMATIC1111's /sdapi/v1 and those that speak it
 *   openai   OpenAI's /v1/images and those that speak it
 *   comfy    ComfyUI, by a workflow (workflow.h)
 *   command  a shell command: one JSON line in, one line out
 *
 * A struct backend serves one thread at a time. */
#ifndef BACKEND_H
#define BACKEND_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "http.h"
#include "workflow.h"

#define BACKEND_MODEL 128            /* bytes of a model's name, as reported */
#define BACKEND_SEED_MAX 0x7fffffffu /* what every server takes; 0 is for some
                                        a request for chance */
#define BACKEND_TIMEOUT_S 600 /* a server works at one picture at a time */
#define BACKEND_RETRIES 4

enum backend_kind {
    BACKEND_SDAPI,
    BACKEND_OPENAI,
    BACKEND_COMFY,
    BACKEND_COMMAND,
    BACKEND_KINDS
};

/* All texts are borrowed and outlive the backend. */
struct backend_options {
    enum backend_kind kind;
    const char *url;      /* of the server; NULL for BACKEND_COMMAND */
    const char *model;    /* its name there, or NULL for the server's default */
    unsigned steps;       /* of the sampler, or 0 for the server's default */
    const char *cfg;      /* guidance, a decimal as text, or NULL likewise */
    unsigned width, height; /* pixels */
    const char *key;      /* a secret as secret_read() lets through, or NULL:
                             "user:password" for sdapi, else a bearer token */
    const char *workflow; /* file for BACKEND_COMFY; NULL: the shipped one */
    const char *command;  /* for BACKEND_COMMAND */
    unsigned timeout_s;   /* for one picture, in seconds */
    unsigned retries;     /* further tries of a request, at most */
    bool insecure;        /* plain http to other machines is allowed */
};

struct backend {
    struct backend_options options;
    struct http http;
    struct buf base;          /* owned: address to which paths are added */
    struct buf authorization; /* owned: header's value; empty without a key */
    struct workflow workflow; /* of BACKEND_COMFY */
};

struct backend_request {
    const char *id;       /* of the image */
    const char *prompt;
    const char *negative; /* may be "" */
    uint32_t seed;        /* 1 .. BACKEND_SEED_MAX */
    const struct buf *reference; /* the portrait's file when it is to be changed
                                    into another view of the person; or NULL */
};

struct backend_reply {
    struct buf bytes;        /* owned: the picture's file as received */
    struct buf request_json; /* owned: what was asked, as the record's
                                source.request: {"endpoint":..,"body":{..}} */
    bool has_seed;
    uint64_t seed;           /* as the server tells it, up to 2^53 */
    char model[BACKEND_MODEL + 1]; /* as the server tells it, a key in
                                      it covered; or "" */
};

enum backend_result {
    BACKEND_MADE,
    BACKEND_REFUSED, /* this picture cannot be made by asking again: the request
                        is refused, or its content */
    BACKEND_FAILED,  /* the server, the network or the program failed */
};

/* The kind of that name, or BACKEND_KINDS; and back. */
enum backend_kind backend_parse(const char *name);
const char *backend_name(enum backend_kind kind);

/* Why the options cannot be used, as a text that may stand behind "backend
 * 'NAME' " ("needs --url"); NULL if they can. Texts may be appended to `why`,
 * which must outlive the result. */
const char *backend_refused(const struct backend_options *o, struct buf *why);

/* Takes options that are not refused; http_setup() was called. Returns 0, or -1
 * (told). */
int backend_open(struct backend *b, const struct backend_options *o);

/* Makes one picture. The reply's former content is dropped; it is started as
 * {0}. What is wrong is told, once, with the request's id. */
enum backend_result backend_make(struct backend *b,
                                 const struct backend_request *request,
                                 struct backend_reply *reply);

void backend_reply_release(struct backend_reply *reply);
void backend_close(struct backend *b);

#endif
