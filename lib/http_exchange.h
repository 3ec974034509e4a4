/* One exchange with a server, by libcurl: how a request is made ready, what
 * became of it, whether it may be tried again. What http.h and http_multi.h
 * have in common. */
#ifndef HTTP_EXCHANGE_H
#define HTTP_EXCHANGE_H

#include <stdbool.h>
#include <stdint.h>

#include "http.h"

#define HTTP_REASON 256 /* bytes of libcurl's CURL_ERROR_SIZE */

/* All but headers and form is borrowed. It must not move while it lasts. */
struct http_exchange {
    void *curl; /* libcurl's handle, set by the caller as the next three */
    const struct http *http;
    const struct http_request *request;
    struct http_reply *reply;
    struct curl_slist *headers; /* owned while it lasts */
    void *form;                 /* the same, or NULL */
    int code;                   /* libcurl's: 0 if a whole reply came */
    bool too_large;
    char reason[HTTP_REASON];
};

/* Makes the handle ready for a try. Connections stay open from one to the
 * next. */
void http_exchange_begin(struct http_exchange *x);

/* Ends a try that had this result of libcurl's; the reply's body was filled
 * meanwhile, its status is now. */
void http_exchange_end(struct http_exchange *x, int code);

/* True if a whole reply came, whatever its status. */
bool http_exchange_came(const struct http_exchange *x);

/* Milliseconds to wait before further try `k` (from 0), or -1 if there is to be
 * none: it would not help, or the server asks for more patience than there is,
 * which is then in the reply. */
int64_t http_exchange_again(struct http_exchange *x, unsigned k);

/* Tells why no whole reply came. */
void http_exchange_tell(struct http_exchange *x, const char *id);

#endif
