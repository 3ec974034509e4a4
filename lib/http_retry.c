#include "config.h"

#include "http_retry.h"

#include <curl/curl.h>
#include <string.h>
#include <strings.h>

#include "num.h"

#define FIRST_MS 500
#define LONGEST_MS 8000
#define FOREVER_MS ((int64_t)INT32_MAX * 1000) /* longer than anyone waits */

bool http_retry_status(const struct http_reply *reply, const char *should)
{
    static const char quota[] = "insufficient_quota";
    long status = reply->status;
    bool again = status == 408 || status == 409 || status == 429 ||
                 (status >= 500 && status <= 599);
    if (!again || (should != NULL && strcasecmp(should, "false") == 0))
        return false;
    return status != 429 || reply->body.len == 0 ||
           memmem(reply->body.data, reply->body.len, quota, strlen(quota)) ==
               NULL;
}

int64_t http_retry_asked_ms(const char *after_ms, const char *after,
                            int64_t now)
{
    uint64_t n;
    if (after_ms != NULL &&
        num_parse_decimal(after_ms, 3, (uint64_t)FOREVER_MS * 1000, &n))
        return (int64_t)(n / 1000);
    if (after == NULL)
        return -1;
    if (after[0] != '\0' && after[strspn(after, "0123456789")] == '\0')
        return num_parse(after, 0, INT32_MAX, &n) ? (int64_t)n * 1000
                                                  : FOREVER_MS;
    int64_t then = (int64_t)curl_getdate(after, NULL);
    if (then < 0)
        return -1;
    return then > now ? (then - now) * 1000 : 0;
}

int64_t http_retry_delay_ms(unsigned k, uint32_t chance)
{
    int64_t delay = LONGEST_MS;
    if (k < 4)
        delay = FIRST_MS << k;
    return delay - (int64_t)(((uint64_t)delay / 4 * chance) >> 32);
}
