#include "config.h"

#include "http_url.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <string.h>
#include <strings.h>

/* The parts of an address, each owned by libcurl or NULL. */
struct parts {
    char *scheme, *user, *password, *host, *port, *fragment;
};

static char *part(CURLU *u, CURLUPart what, unsigned flags)
{
    char *text = NULL;
    return curl_url_get(u, what, &text, flags) == CURLUE_OK ? text : NULL;
}

/* Returns 0, or -1 if it is no address; parts_release() follows either. */
static int parts_read(struct parts *p, const char *url)
{
    *p = (struct parts){0};
    CURLU *u = curl_url();
    if (u == NULL)
        return -1;
    int rc = curl_url_set(u, CURLUPART_URL, url, CURLU_NON_SUPPORT_SCHEME) ==
                     CURLUE_OK
                 ? 0
                 : -1;
    if (rc == 0) {
        p->scheme = part(u, CURLUPART_SCHEME, 0);
        p->user = part(u, CURLUPART_USER, 0);
        p->password = part(u, CURLUPART_PASSWORD, 0);
        p->host = part(u, CURLUPART_HOST, 0);
        p->port = part(u, CURLUPART_PORT, CURLU_DEFAULT_PORT);
        p->fragment = part(u, CURLUPART_FRAGMENT, 0);
    }
    curl_url_cleanup(u);
    return rc;
}

static void parts_release(struct parts *p)
{
    curl_free(p->scheme);
    curl_free(p->user);
    curl_free(p->password);
    curl_free(p->host);
    curl_free(p->port);
    curl_free(p->fragment);
}

/* libcurl has made 127.0.0.1 of spellings such as 127.1. */
static bool host_is_loopback(const char *host)
{
    struct in_addr four;
    if (strcasecmp(host, "localhost") == 0 || strcmp(host, "[::1]") == 0)
        return true;
    return inet_pton(AF_INET, host, &four) == 1 &&
           (ntohl(four.s_addr) >> 24) == 127;
}

static const char *parts_refused(const struct parts *p, bool insecure)
{
    if (p->scheme == NULL || p->host == NULL || p->host[0] == '\0')
        return "is not one of a server";
    if (p->user != NULL || p->password != NULL)
        return "has a user or password in it, which belong into a key file";
    if (p->fragment != NULL)
        return "has a fragment";
    if (strcmp(p->scheme, "https") == 0)
        return NULL;
    if (strcmp(p->scheme, "http") != 0)
        return "is neither http nor https";
    if (!insecure && !host_is_loopback(p->host))
        return "is plain http to another machine";
    return NULL;
}

const char *http_url_refused(const char *url, bool insecure)
{
    struct parts p;
    const char *why = "is not one of a server";
    if (parts_read(&p, url) == 0)
        why = parts_refused(&p, insecure);
    parts_release(&p);
    return why;
}

bool http_url_is_loopback(const char *url)
{
    struct parts p;
    bool loopback = parts_read(&p, url) == 0 && p.host != NULL &&
                    host_is_loopback(p.host);
    parts_release(&p);
    return loopback;
}

static bool same(const char *a, const char *b)
{
    return a != NULL && b != NULL && strcasecmp(a, b) == 0;
}

bool http_url_same_server(const char *a, const char *b)
{
    struct parts x, y;
    bool both = parts_read(&x, a) == 0;
    both = parts_read(&y, b) == 0 && both;
    bool alike = both && same(x.scheme, y.scheme) && same(x.host, y.host) &&
                 same(x.port, y.port);
    parts_release(&x);
    parts_release(&y);
    return alike;
}

void http_url_show(const char *url, struct buf *out)
{
    struct parts p;
    if (parts_read(&p, url) == 0 && p.scheme != NULL && p.host != NULL &&
        p.port != NULL)
        buf_printf(out, "%s://%s:%s", p.scheme, p.host, p.port);
    else
        buf_puts(out, "the server");
    parts_release(&p);
}

void http_url_escape(const char *text, struct buf *out)
{
    static const char plain[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                "abcdefghijklmnopqrstuvwxyz0123456789-._~";
    for (; *text != '\0'; text++) {
        if (strchr(plain, *text) != NULL)
            buf_putc(out, *text);
        else
            buf_printf(out, "%%%02X", (unsigned char)*text);
    }
}
