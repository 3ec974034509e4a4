/* Requests to servers over HTTP, by libcurl: one at a time, with limits on size
 * and time, asked again where that may help, and with the key kept out of all
 * that is told.
 *
 * Asked again: requests that never reached the server or whose reply was cut,
 * and replies of status 408, 409, 429 and 5xx, unless the header
 * x-should-retry is "false" or a 429 tells of an insufficient_quota; not those
 * whose time is up, which the server may still be working at. Before the k-th
 * further try it waits as long as the headers retry-after-ms or Retry-After
 * (seconds or date) say, or else half a second times 2^k, at most 8 s, up to a
 * quarter less by chance. A server that asks for more than HTTP_PATIENCE_S is
 * given up. Redirects are not followed, for they would carry the key away.
 *
 * A struct http serves one thread at a time. */
#ifndef HTTP_H
#define HTTP_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

#define HTTP_BODY_LIMIT ((size_t)64 << 20) /* bytes of a reply */
#define HTTP_PATIENCE_S 120                /* seconds waited when told to */
#define HTTP_PARTS 16                      /* of a form, at most */

struct http {
    void *handle;       /* owned: libcurl's, which keeps connections open */
    const char *key;    /* borrowed: a secret never to be told, or NULL */
    const char *authorization; /* borrowed: value of that header, as secret, or
                                  NULL; goes to `home` only */
    const char *home;   /* borrowed: an address of the server it is for */
    unsigned timeout_s; /* for one exchange, in seconds */
    unsigned retries;   /* further tries, at most */
    bool insecure;      /* plain http to other machines is allowed */
};

/* One field of a form (multipart/form-data); all borrowed. */
struct http_part {
    const char *name;
    const char *bytes;
    size_t len;
    const char *file; /* file name, or NULL for a plain value */
    const char *type; /* content type of a file, or NULL */
};

/* A request: a GET without body and parts; all borrowed. */
struct http_request {
    const char *url;
    const struct buf *json; /* body to POST, or NULL */
    const struct http_part *parts; /* form to POST, or NULL */
    size_t count;                  /* of parts */
};

struct http_reply {
    long status;     /* of HTTP: 200, 404 ... */
    long wait_s;     /* how long it asks to wait, if too long; else 0 */
    struct buf body; /* owned; at most HTTP_BODY_LIMIT bytes */
};

/* Prepares libcurl; once, before any thread is started. Returns 0, or -1
 * (told). */
int http_setup(void);

/* Makes the handle; the other members are set by the caller, before or after.
 * Returns 0, or -1 (told). */
int http_open(struct http *h);

/* Sends the request, again where that may help; messages begin with `id`.
 * Returns 0 with the last reply, whatever its status, in *reply, whose former
 * body is dropped; or -1 (told) if there is none. */
int http_send(struct http *h, const char *id, const struct http_request *r,
              struct http_reply *reply);

/* Overwrites the key, its password and the authorization wherever they stand in
 * `text`, which must not be cut before: a part of a key is not known as one. */
void http_redact(const struct http *h, char *text);

void http_close(struct http *h);

#endif
