#include "config.h"

#include "http.h"

#include <curl/curl.h>
#include <string.h>

#include "clock.h"
#include "diag.h"
#include "http_exchange.h"

int http_setup(void)
{
    if (curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK)
        return 0;
    diag("cannot prepare libcurl");
    return -1;
}

int http_open(struct http *h)
{
    h->handle = curl_easy_init();
    if (h->handle != NULL)
        return 0;
    diag("cannot prepare libcurl");
    return -1;
}

void http_close(struct http *h)
{
    if (h->handle != NULL)
        curl_easy_cleanup(h->handle);
    h->handle = NULL;
}

static void redact(char *text, const char *secret)
{
    size_t len = secret != NULL ? strlen(secret) : 0;
    if (len == 0)
        return;
    for (char *at = text; (at = strstr(at, secret)) != NULL; at += len)
        memset(at, '*', len);
}

/* The password in "user:password", which the scheme Basic takes; or NULL. */
static const char *password(const struct http *h)
{
    if (h->key == NULL || h->authorization == NULL ||
        strncmp(h->authorization, "Basic ", 6) != 0)
        return NULL;
    const char *colon = strchr(h->key, ':');
    return colon != NULL ? colon + 1 : NULL;
}

void http_redact(const struct http *h, char *text)
{
    redact(text, h->key);
    redact(text, h->authorization);
    redact(text, password(h));
    /* Servers repeat the value without the scheme before it. */
    const char *blank =
        h->authorization != NULL ? strchr(h->authorization, ' ') : NULL;
    if (blank != NULL)
        redact(text, blank + 1);
}

int http_send(struct http *h, const char *id, const struct http_request *r,
              struct http_reply *reply)
{
    struct http_exchange x = {
        .curl = h->handle, .http = h, .request = r, .reply = reply};
    int64_t wait = 0;
    for (unsigned k = 0; wait >= 0; k++) {
        clock_sleep_ms(wait);
        http_exchange_begin(&x);
        http_exchange_end(&x, (int)curl_easy_perform(x.curl));
        wait = http_exchange_again(&x, k);
    }
    if (http_exchange_came(&x))
        return 0;
    http_exchange_tell(&x, id);
    return -1;
}
