/* What of lib/http needs no server. */
#include "config.h"

#include "http.h"

#include "http_retry.h"
#include "http_url.h"
#include "tap.h"

static void addresses(void)
{
    static const struct {
        const char *url;
        bool plain; /* may be asked with `insecure` only */
        bool good;  /* may be asked at all */
    } cases[] = {
        {"https://images.example", false, true},
        {"https://images.example:8443/v1/", false, true},
        {"http://127.0.0.1:7860", false, true},
        {"http://127.1/", false, true},
        {"http://127.9.8.7/", false, true},
        {"http://localhost:8188", false, true},
        {"http://LOCALHOST", false, true},
        {"http://[::1]:7860/", false, true},
        {"http://images.example", true, true},
        {"http://127.0.0.1.example", true, true},
        {"http://localhost.example", true, true},
        {"http://128.0.0.1", true, true},
        {"http://0.0.0.0", true, true},
        {"http://[::2]/", true, true},
        {"http://192.168.0.1", true, true},
        {"http://user@127.0.0.1/", false, false},
        {"https://user:pass@images.example/", false, false},
        {"https://:pass@images.example/", false, false},
        {"https://127.0.0.1@images.example/", false, false},
        {"https://images.example/#x", false, false},
        {"ftp://127.0.0.1/", false, false},
        {"file:///etc/passwd", false, false},
        {"data:image/png;base64,AAAA", false, false},
        {"http://", false, false},
        {"", false, false},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        bool good = http_url_refused(cases[i].url, true) == NULL;
        bool strict = http_url_refused(cases[i].url, false) == NULL;
        tap_ok(good == cases[i].good &&
                   strict == (cases[i].good && !cases[i].plain),
               "'%s' may%s be asked", cases[i].url,
               !cases[i].good ? " not" : cases[i].plain ? " rarely" : "");
    }
    tap_ok(http_url_same_server("http://a.example/x", "http://A.example:80/y"),
           "a server is known by scheme, host and port");
    tap_ok(!http_url_same_server("http://a.example", "https://a.example") &&
               !http_url_same_server("http://a.example", "http://b.example") &&
               !http_url_same_server("http://a.example", "http://a.example:81"),
           "and another by any of them");
}

static void shown(void)
{
    struct buf text = BUF_EMPTY;
    http_url_show("https://images.example/path?key=secret", &text);
    tap_same(buf_string(&text), text.len, "https://images.example:443",
             "neither path nor query of an address is shown");
    buf_clear(&text);
    http_url_escape("a b/c&d=\xc3\xa4~", &text);
    tap_same(buf_string(&text), text.len, "a%20b%2Fc%26d%3D%C3%A4~",
             "values in a query are escaped");
    buf_release(&text);
}

static bool again(long status, const char *body, const char *should)
{
    struct http_reply reply = {.status = status};
    buf_puts(&reply.body, body);
    bool result = http_retry_status(&reply, should);
    buf_release(&reply.body);
    return result;
}

static void tries(void)
{
    static const long yes[] = {408, 409, 429, 500, 502, 503, 504, 529};
    static const long no[] = {200, 204, 301, 307, 400, 401, 402, 403, 404,
                              413, 415, 422};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++)
        tap_ok(again(yes[i], "", NULL), "%ld is asked again", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++)
        tap_ok(!again(no[i], "", "true"), "%ld is not", no[i]);
    tap_ok(!again(500, "", "false"), "nor what says that it should not be");
    tap_ok(!again(429, "{\"code\":\"insufficient_quota\"}", NULL),
           "nor an account that is used up");
}

static void waits(void)
{
    static const char date[] = "Mon, 23 Nov 2026 15:00:00 GMT";
    int64_t then = 1795446000;
    tap_ok(http_retry_asked_ms(NULL, NULL, 0) == -1, "nothing asked is -1");
    tap_ok(http_retry_asked_ms(NULL, "7", 0) == 7000, "seconds are seconds");
    tap_ok(http_retry_asked_ms(NULL, "0", 0) == 0, "0 is at once");
    tap_ok(http_retry_asked_ms("1500", "7", 0) == 1500,
           "milliseconds come first");
    tap_ok(http_retry_asked_ms("5.5", NULL, 0) == 5, "and may have a fraction");
    tap_ok(http_retry_asked_ms("soon", "7", 0) == 7000,
           "unless they are no number");
    tap_ok(http_retry_asked_ms(NULL, date, then - 30) == 30000,
           "a date is that far away");
    tap_ok(http_retry_asked_ms(NULL, date, then + 30) == 0,
           "a date that is past is at once");
    tap_ok(http_retry_asked_ms(NULL, "soon", 0) == -1,
           "what is no time is nothing asked");
    tap_ok(http_retry_asked_ms(NULL, "99999999999999999999", 0) >
               HTTP_PATIENCE_S * 1000,
           "a number of any length is too long");
    tap_ok(http_retry_delay_ms(0, 0) == 500 &&
               http_retry_delay_ms(1, 0) == 1000 &&
               http_retry_delay_ms(4, 0) == 8000 &&
               http_retry_delay_ms(40, 0) == 8000,
           "waits double up to 8 s");
    tap_ok(http_retry_delay_ms(0, UINT32_MAX) == 376 &&
               http_retry_delay_ms(9, UINT32_MAX) == 6001,
           "and are up to a quarter shorter by chance");
}

static void covers(void)
{
    struct http h = {.key = "user:pass",
                     .authorization = "Basic dXNlcjpwYXNz"};
    char text[] = "user:pass, dXNlcjpwYXNz and Basic dXNlcjpwYXNz of user";
    http_redact(&h, text);
    tap_same(text, strlen(text),
             "*********, ************ and ****************** of user",
             "key and authorization are covered wherever they stand");
    char alone[] = "no user with 'pass'";
    http_redact(&h, alone);
    tap_same(alone, strlen(alone), "no user with '****'",
             "and so is the password without its user");
}

int main(void)
{
    addresses();
    shown();
    tries();
    waits();
    covers();
    return tap_done();
}
