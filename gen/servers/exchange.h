/* One request to a backend's server and what its reply means for the picture:
 * made, refused or failed, told with what the server itself says. */
#ifndef EXCHANGE_H
#define EXCHANGE_H

#include "backend.h"
#include "fields.h"
#include "http.h"

/* Sends a request to an address; a reply of status 2xx is BACKEND_MADE, 400 and
 * 422 are BACKEND_REFUSED (but for an account without money), all others
 * BACKEND_FAILED. All but the first are told. */
enum backend_result exchange_send(struct backend *b, const char *id,
                                  const struct http_request *request,
                                  struct http_reply *reply);

/* The same for a path under the server's address: a GET, a POST of JSON, and a
 * POST of the fields, as a form or as JSON. */
enum backend_result exchange_get(struct backend *b, const char *id,
                                 const char *path, struct http_reply *reply);
enum backend_result exchange_json(struct backend *b, const char *id,
                                  const char *path, const struct buf *json,
                                  struct http_reply *reply);
enum backend_result exchange_fields(struct backend *b, const char *id,
                                    const char *path, bool form,
                                    const struct fields *fields,
                                    struct http_reply *reply);

/* Tells that a reply cannot be used, with keys covered and then cut to a line
 * that can be read; returns `result`. */
enum backend_result exchange_fail(struct backend *b, const char *id,
                                  enum backend_result result,
                                  const char *format, ...)
    __attribute__((format(printf, 4, 5)));

#endif
