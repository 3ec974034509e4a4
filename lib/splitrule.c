#include "config.h"

#include "splitrule.h"

#include <string.h>

#include "json_write.h"
#include "num.h"
#include "rank.h"
#include "seed.h"

#define PREFIX "palimpsest split 1\n"
#define ID_LIMIT 96

int splitrule_parse_ratios(struct splitrule *r, const char *text)
{
    r->count = 0;
    for (;;) {
        const char *comma = strchr(text, ',');
        size_t len = comma != NULL ? (size_t)(comma - text) : strlen(text);
        uint64_t p = 0;
        if (r->count == SPLITRULE_RATIOS ||
            !num_parse_bytes(text, len, 1, 99, &p) ||
            (r->count > 0 && p <= r->ratios[r->count - 1]))
            return -1;
        r->ratios[r->count++] = (unsigned)p;
        if (comma == NULL)
            return 0;
        text = comma + 1;
    }
}

uint64_t splitrule_forget_count(uint64_t n, unsigned p)
{
    return (n * p + 50) / 100;
}

unsigned splitrule_empty_ratio(const struct splitrule *r)
{
    for (size_t i = 0; i < r->count; i++) {
        uint64_t k = splitrule_forget_count(r->n, r->ratios[i]);
        if (k == 0 || k >= r->n)
            return r->ratios[i];
    }
    return 0;
}

void splitrule_key(const char *seed, const char *id, size_t len,
                   unsigned char key[DIGEST_BYTES])
{
    char text[sizeof PREFIX + SEED_LIMIT + ID_LIMIT + 2];
    size_t at = sizeof PREFIX - 1, seed_len = strlen(seed);
    memcpy(text, PREFIX, at);
    memcpy(text + at, seed, seed_len);
    at += seed_len;
    text[at++] = '\n';
    memcpy(text + at, id, len);
    at += len;
    text[at++] = '\n';
    digest_bytes(text, at, key);
}

/* 2^64 is 100 times this and 16. */
#define HUNDREDTH (UINT64_MAX / 100)

uint64_t splitrule_threshold(unsigned p)
{
    return p * HUNDREDTH + p * 16 / 100;
}

bool splitrule_below(const char *seed, const char *id, size_t len, unsigned p)
{
    unsigned char key[DIGEST_BYTES];
    splitrule_key(seed, id, len, key);
    return rank_key(key) < splitrule_threshold(p);
}

static void set_name(const char *kind, unsigned percent, struct buf *out)
{
    buf_puts(out, kind);
    buf_putc(out, (char)('0' + percent / 10));
    buf_putc(out, (char)('0' + percent % 10));
}

void splitrule_forget_name(unsigned p, struct buf *out)
{
    set_name("forget_", p, out);
}

void splitrule_retain_name(unsigned p, struct buf *out)
{
    set_name("retain_", 100 - p, out);
}

static void write_sets(const struct splitrule *r, uint64_t rank,
                       const char *set, struct buf *out)
{
    if (rank == 0) {
        json_write_text(out, set);
        return;
    }
    for (size_t i = 0; i < r->count; i++) {
        unsigned p = r->ratios[i];
        buf_puts(out, i == 0 ? "\"" : ",\"");
        if (rank <= splitrule_forget_count(r->n, p))
            splitrule_forget_name(p, out);
        else
            splitrule_retain_name(p, out);
        buf_putc(out, '"');
    }
}

void splitrule_write_head(const struct splitrule *r, struct buf *out)
{
    buf_puts(out, "{\"rule\":\"" SPLITRULE_NAME "\",\"seed\":");
    json_write_text(out, r->seed);
    buf_puts(out, ",\"n\":");
    buf_put_u64(out, r->n);
    buf_puts(out, ",\"ratios\":[");
    for (size_t i = 0; i < r->count; i++) {
        if (i > 0)
            buf_putc(out, ',');
        buf_put_u64(out, r->ratios[i]);
    }
    buf_puts(out, "],\"rank\":");
}

void splitrule_write_tail(const struct splitrule *r, uint64_t rank,
                          const char *set, struct buf *out)
{
    buf_puts(out, ",\"sets\":[");
    write_sets(r, rank, set, out);
    buf_puts(out, "]}");
}

void splitrule_write(const struct splitrule *r, uint64_t rank,
                     const char *set, struct buf *out)
{
    splitrule_write_head(r, out);
    if (rank == 0)
        buf_puts(out, "null");
    else
        buf_put_u64(out, rank);
    splitrule_write_tail(r, rank, set, out);
}
