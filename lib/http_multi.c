#include "config.h"

#include "http_multi.h"

#include <curl/curl.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "clock.h"
#include "diag.h"
#include "http_exchange.h"

#define LONGEST_WAIT_MS 1000

enum flight_state {
    FLIGHT_FREE,
    FLIGHT_UP,      /* libcurl has it */
    FLIGHT_WAITING, /* for a further try */
};

/* One request until its reply is handed over. */
struct http_flight {
    enum flight_state state;
    size_t tag;
    char *id, *url;  /* owned */
    struct buf json; /* owned */
    struct http_request request;
    struct http_reply reply; /* owned */
    struct http_exchange exchange; /* its handle is owned */
    unsigned tries;
    int64_t start_ms, due_ms; /* of the first try, of the next one */
};

int http_multi_open(struct http_multi *m, const struct http *h, size_t room)
{
    *m = (struct http_multi){
        .http = h,
        .multi = curl_multi_init(),
        .flights = xcalloc(room, sizeof *m->flights),
        .room = room,
        .budget = UINT64_MAX,
    };
    bool good = m->multi != NULL;
    for (size_t i = 0; i < room && good; i++) {
        m->flights[i].exchange.curl = curl_easy_init();
        good = m->flights[i].exchange.curl != NULL;
    }
    if (good)
        good = curl_multi_setopt(m->multi, CURLMOPT_MAXCONNECTS,
                                 (long)room) == CURLM_OK;
    if (!good)
        diag("cannot prepare libcurl");
    return good ? 0 : -1;
}

bool http_multi_room(const struct http_multi *m)
{
    return m->busy < m->room && m->budget > 0;
}

/* Sends a request, for the first time or again. Returns 0, or -1 (told). */
static int launch(struct http_multi *m, struct http_flight *f)
{
    http_exchange_begin(&f->exchange);
    curl_easy_setopt(f->exchange.curl, CURLOPT_PRIVATE, f);
    f->state = FLIGHT_UP;
    f->tries++;
    if (m->budget != UINT64_MAX)
        m->budget--;
    CURLMcode code = curl_multi_add_handle(m->multi, f->exchange.curl);
    if (code == CURLM_OK)
        return 0;
    diag("cannot send a request: %s", curl_multi_strerror(code));
    http_exchange_end(&f->exchange, CURLE_FAILED_INIT);
    return -1;
}

static void vacate(struct http_multi *m, struct http_flight *f)
{
    free(f->id);
    free(f->url);
    f->id = f->url = NULL;
    buf_release(&f->json);
    buf_release(&f->reply.body);
    f->state = FLIGHT_FREE;
    m->busy--;
}

int http_multi_start(struct http_multi *m, size_t tag, const char *id,
                     const char *url, struct buf *json)
{
    struct http_flight *f = m->flights;
    while (f->state != FLIGHT_FREE)
        f++;
    f->tag = tag;
    f->id = xstrndup(id, strlen(id));
    f->url = xstrndup(url, strlen(url));
    f->json = *json;
    *json = BUF_EMPTY;
    f->request = (struct http_request){.url = f->url, .json = &f->json};
    f->exchange.http = m->http;
    f->exchange.request = &f->request;
    f->exchange.reply = &f->reply;
    f->tries = 0;
    f->start_ms = clock_now_ms();
    m->busy++;
    if (launch(m, f) == 0)
        return 0;
    vacate(m, f);
    return -1;
}

/* True if no try got as far as a server. */
static bool unreached(const struct http_flight *f)
{
    return f->exchange.code == CURLE_COULDNT_CONNECT ||
           f->exchange.code == CURLE_COULDNT_RESOLVE_HOST;
}

static void land(struct http_multi *m, struct http_flight *f,
                 struct http_landing *landing, struct http_reply *reply)
{
    *landing = (struct http_landing){
        .tag = f->tag,
        .came = http_exchange_came(&f->exchange),
        .refused = unreached(f),
        .tries = f->tries,
        .ms = clock_now_ms() - f->start_ms,
    };
    if (!landing->came && !m->mute)
        http_exchange_tell(&f->exchange, f->id);
    struct http_reply mine = f->reply;
    f->reply = *reply;
    *reply = mine;
    vacate(m, f);
}

/* The flight that libcurl is done with, or NULL; of one that waits for a
 * further try only that is noted. */
static struct http_flight *done(struct http_multi *m)
{
    CURLMsg *said;
    int left;
    while ((said = curl_multi_info_read(m->multi, &left)) != NULL) {
        char *private = NULL;
        CURL *curl = said->easy_handle;
        CURLcode code = said->data.result;
        curl_easy_getinfo(curl, CURLINFO_PRIVATE, &private);
        struct http_flight *f = (struct http_flight *)(void *)private;
        curl_multi_remove_handle(m->multi, curl);
        http_exchange_end(&f->exchange, code);
        int64_t wait = http_exchange_again(&f->exchange, f->tries - 1);
        if (wait < 0 || m->budget == 0)
            return f;
        f->state = FLIGHT_WAITING;
        f->due_ms = clock_now_ms() + wait;
    }
    return NULL;
}

/* Sends again what is due. Returns the milliseconds until the next one is, at
 * most LONGEST_WAIT_MS, or -1 (told). */
static int64_t relaunch(struct http_multi *m)
{
    int64_t now = clock_now_ms(), next = LONGEST_WAIT_MS;
    for (size_t i = 0; i < m->room; i++) {
        struct http_flight *f = &m->flights[i];
        if (f->state != FLIGHT_WAITING)
            continue;
        if (f->due_ms > now) {
            int64_t wait = f->due_ms - now;
            next = wait < next ? wait : next;
        } else if (launch(m, f) < 0) {
            return -1;
        }
    }
    return next;
}

/* The first that waits for a try which there is no budget for, or NULL. */
static struct http_flight *stranded(struct http_multi *m)
{
    for (size_t i = 0; i < m->room && m->budget == 0; i++)
        if (m->flights[i].state == FLIGHT_WAITING)
            return &m->flights[i];
    return NULL;
}

int http_multi_next(struct http_multi *m, struct http_landing *landing,
                    struct http_reply *reply)
{
    while (m->busy > 0) {
        int running;
        CURLMcode code = curl_multi_perform(m->multi, &running);
        struct http_flight *f = stranded(m);
        if (f == NULL)
            f = done(m);
        if (f != NULL) {
            land(m, f, landing, reply);
            return 1;
        }
        int64_t wait = relaunch(m);
        if (wait < 0)
            return -1;
        if (code == CURLM_OK)
            code = curl_multi_poll(m->multi, NULL, 0, (int)wait, NULL);
        if (code != CURLM_OK) {
            diag("cannot wait for servers: %s", curl_multi_strerror(code));
            return -1;
        }
    }
    return 0;
}

void http_multi_close(struct http_multi *m)
{
    for (size_t i = 0; i < m->room; i++) {
        struct http_flight *f = &m->flights[i];
        if (f->state == FLIGHT_UP) {
            curl_multi_remove_handle(m->multi, f->exchange.curl);
            http_exchange_end(&f->exchange, CURLE_ABORTED_BY_CALLBACK);
        }
        if (f->state != FLIGHT_FREE)
            vacate(m, f);
        if (f->exchange.curl != NULL)
            curl_easy_cleanup(f->exchange.curl);
    }
    if (m->multi != NULL)
        curl_multi_cleanup(m->multi);
    free(m->flights);
    *m = (struct http_multi){0};
}
