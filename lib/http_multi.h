/* Many requests to servers at once, by one thread: each with the limits, the
 * further tries and the waits of http.h, none waiting for another.
 *
 *     while (more) {
 *         while (http_multi_room(m) && ...)
 *             http_multi_start(m, ...);
 *         http_multi_next(m, &tag, &reply);
 *     }
 *
 * Replies come as they are done. */
#ifndef HTTP_MULTI_H
#define HTTP_MULTI_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "http.h"

#define HTTP_MULTI_ROOM 256 /* requests at once, at most */

struct http_flight;

struct http_multi {
    const struct http *http; /* borrowed: key, limits, tries; its handle is not
                                used */
    void *multi;             /* owned: libcurl's, which keeps connections */
    struct http_flight *flights; /* owned */
    size_t room;             /* requests at once */
    size_t busy;             /* of them under way */
    uint64_t budget;         /* requests that may still be sent, further tries
                                among them; UINT64_MAX without a limit */
    bool mute;               /* failures are told no more */
};

/* What became of a request, besides its reply. */
struct http_landing {
    size_t tag;     /* the caller's */
    bool came;      /* a whole reply came, whatever its status; else it is told
                       why not */
    bool refused;   /* no server was reached at all */
    unsigned tries; /* requests that were sent */
    int64_t ms;     /* from the first of them to now */
};

/* Makes room for requests, 1 to HTTP_MULTI_ROOM. Returns 0, or -1 (told);
 * either way it ends with http_multi_close(). */
int http_multi_open(struct http_multi *m, const struct http *h, size_t room);

/* True if another request may be started. */
bool http_multi_room(const struct http_multi *m);

/* Starts a POST of JSON, where there is room; `id` and `url` are copied, the
 * body is taken over and left empty. Returns 0, or -1 (told). */
int http_multi_start(struct http_multi *m, size_t tag, const char *id,
                     const char *url, struct buf *json);

/* Waits until one of the requests is done; its reply takes the place of
 * *reply, whose former body is dropped. Returns 1; 0 if none is under way; -1
 * (told) if waiting failed. */
int http_multi_next(struct http_multi *m, struct http_landing *landing,
                    struct http_reply *reply);

/* Drops what is under way. */
void http_multi_close(struct http_multi *m);

#endif
