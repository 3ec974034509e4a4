#include "config.h"

#include "http_exchange.h"

#include <curl/curl.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "diag.h"
#include "http_retry.h"
#include "http_url.h"

#define CONNECT_S 30L

_Static_assert(HTTP_REASON >= CURL_ERROR_SIZE, "libcurl writes so much");

/* What libcurl calls with the bytes that come. */
static size_t take(char *bytes, size_t size, size_t count, void *context)
{
    struct http_exchange *x = context;
    size_t len = size * count;
    if (len > HTTP_BODY_LIMIT - x->reply->body.len) {
        x->too_large = true;
        return 0;
    }
    buf_add(&x->reply->body, bytes, len);
    return len;
}

static void add_header(struct http_exchange *x, const char *name,
                       const char *value)
{
    struct buf line = BUF_EMPTY;
    buf_printf(&line, "%s%s", name, value);
    struct curl_slist *longer =
        curl_slist_append(x->headers, buf_string(&line));
    if (longer == NULL)
        diag_out_of_memory();
    x->headers = longer;
    explicit_bzero(line.data, line.cap);
    buf_release(&line);
}

static void add_form(struct http_exchange *x)
{
    x->form = curl_mime_init(x->curl);
    if (x->form == NULL)
        diag_out_of_memory();
    for (size_t i = 0; i < x->request->count; i++) {
        const struct http_part *from = &x->request->parts[i];
        curl_mimepart *part = curl_mime_addpart(x->form);
        if (part == NULL || curl_mime_name(part, from->name) != CURLE_OK ||
            curl_mime_data(part, from->bytes, from->len) != CURLE_OK ||
            (from->file != NULL &&
             curl_mime_filename(part, from->file) != CURLE_OK) ||
            (from->type != NULL &&
             curl_mime_type(part, from->type) != CURLE_OK))
            diag_out_of_memory();
    }
    curl_easy_setopt(x->curl, CURLOPT_MIMEPOST, x->form);
}

/* The body, and the headers, of which the key goes home only. "Expect:" keeps
 * libcurl from waiting for servers that do not know the header. */
static void set_request(struct http_exchange *x)
{
    const struct http *h = x->http;
    const struct http_request *r = x->request;
    curl_easy_setopt(x->curl, CURLOPT_URL, r->url);
    add_header(x, "Expect:", "");
    if (r->json != NULL) {
        add_header(x, "Content-Type: ", "application/json");
        curl_easy_setopt(x->curl, CURLOPT_POSTFIELDSIZE_LARGE,
                         (curl_off_t)r->json->len);
        curl_easy_setopt(x->curl, CURLOPT_POSTFIELDS, r->json->data);
    } else if (r->parts != NULL) {
        add_form(x);
    }
    if (h->authorization != NULL && h->home != NULL &&
        http_url_same_server(h->home, r->url))
        add_header(x, "Authorization: ", h->authorization);
    curl_easy_setopt(x->curl, CURLOPT_HTTPHEADER, x->headers);
}

static void set_limits(struct http_exchange *x)
{
    const struct http *h = x->http;
    CURL *c = x->curl;
    curl_easy_setopt(c, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(c, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(c, CURLOPT_NOSIGNAL, 1L);
    curl_easy_setopt(c, CURLOPT_CONNECTTIMEOUT, CONNECT_S);
    curl_easy_setopt(c, CURLOPT_TIMEOUT, (long)h->timeout_s);
    curl_easy_setopt(c, CURLOPT_MAXFILESIZE_LARGE,
                     (curl_off_t)HTTP_BODY_LIMIT);
    curl_easy_setopt(c, CURLOPT_USERAGENT, "palimpsest/" PACKAGE_VERSION);
    curl_easy_setopt(c, CURLOPT_ERRORBUFFER, x->reason);
    curl_easy_setopt(c, CURLOPT_WRITEFUNCTION, take);
    curl_easy_setopt(c, CURLOPT_WRITEDATA, x);
    /* What is for this machine goes to no proxy. */
    if (http_url_is_loopback(x->request->url))
        curl_easy_setopt(c, CURLOPT_PROXY, "");
}

void http_exchange_begin(struct http_exchange *x)
{
    curl_easy_reset(x->curl);
    buf_clear(&x->reply->body);
    x->reply->status = 0;
    x->reply->wait_s = 0;
    x->headers = NULL;
    x->form = NULL;
    x->too_large = false;
    x->reason[0] = '\0';
    set_limits(x);
    set_request(x);
}

void http_exchange_end(struct http_exchange *x, int code)
{
    x->code = code;
    curl_easy_getinfo(x->curl, CURLINFO_RESPONSE_CODE, &x->reply->status);
    curl_slist_free_all(x->headers);
    curl_mime_free(x->form);
    x->headers = NULL;
    x->form = NULL;
}

bool http_exchange_came(const struct http_exchange *x)
{
    return x->code == CURLE_OK;
}

/* The value of a header of the reply, or NULL. */
static const char *header(const struct http_exchange *x, const char *name)
{
    struct curl_header *found;
    if (curl_easy_header(x->curl, name, 0, CURLH_HEADER, -1, &found) !=
        CURLHE_OK)
        return NULL;
    return found->value;
}

/* True if a try that brought no whole reply may be made again. */
static bool failed_in_passing(const struct http_exchange *x)
{
    curl_off_t connected = 0;
    switch (x->code) {
    case CURLE_COULDNT_RESOLVE_HOST:
    case CURLE_COULDNT_CONNECT:
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_GOT_NOTHING:
    case CURLE_SEND_ERROR:
    case CURLE_RECV_ERROR:
    case CURLE_PARTIAL_FILE:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
        return true;
    case CURLE_OPERATION_TIMEDOUT:
        curl_easy_getinfo(x->curl, CURLINFO_CONNECT_TIME_T, &connected);
        return connected == 0;
    default:
        return false;
    }
}

/* How long to wait before further try `k`; -1, and how long it is asked to be,
 * if that is too long. */
static int64_t wait_ms(struct http_exchange *x, unsigned k)
{
    uint32_t chance = 0;
    int64_t asked = -1;
    if (http_exchange_came(x))
        asked = http_retry_asked_ms(header(x, "retry-after-ms"),
                                    header(x, "retry-after"), time(NULL));
    if (asked > HTTP_PATIENCE_S * 1000) {
        x->reply->wait_s = (long)(asked / 1000);
        return -1;
    }
    /* Chance for its own sake: no byte of any output depends on it. */
    if (asked < 0 && getrandom(&chance, sizeof chance, 0) < 0)
        chance = 0;
    return asked >= 0 ? asked : http_retry_delay_ms(k, chance);
}

int64_t http_exchange_again(struct http_exchange *x, unsigned k)
{
    bool again = http_exchange_came(x)
                     ? http_retry_status(x->reply, header(x, "x-should-retry"))
                     : failed_in_passing(x);
    return again && k < x->http->retries ? wait_ms(x, k) : -1;
}

void http_exchange_tell(struct http_exchange *x, const char *id)
{
    struct buf server = BUF_EMPTY;
    struct diag_place where = {.id = id};
    http_url_show(x->request->url, &server);
    const char *shown = buf_string(&server);
    http_redact(x->http, x->reason);
    if (x->too_large || x->code == CURLE_FILESIZE_EXCEEDED)
        diag_at(where, "%s answers with more than %zu MiB", shown,
                HTTP_BODY_LIMIT >> 20);
    else
        diag_at(where, "no answer from %s: %s", shown,
                x->reason[0] != '\0'
                    ? x->reason
                    : curl_easy_strerror((CURLcode)x->code));
    buf_release(&server);
}
