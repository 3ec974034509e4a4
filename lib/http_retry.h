/* Whether a request is worth another try, and how long to wait before it:
 * the policy that http.h states. */
#ifndef HTTP_RETRY_H
#define HTTP_RETRY_H

#include <stdbool.h>
#include <stdint.h>

#include "http.h"

/* True if a reply's status and body allow another try; `should` is the value of
 * x-should-retry, or NULL. */
bool http_retry_status(const struct http_reply *reply, const char *should);

/* Milliseconds that the server asks to wait, or -1 if it does not say: the
 * values of retry-after-ms and Retry-After, or NULL, and the time now in
 * seconds. */
int64_t http_retry_asked_ms(const char *after_ms, const char *after,
                            int64_t now);

/* Milliseconds to wait before further try `k` (from 0) when the server does not
 * say; `chance` is any number. */
int64_t http_retry_delay_ms(unsigned k, uint32_t chance);

#endif
