#include "config.h"

#include "splitrule.h"

#include <string.h>

#include "json_write.h"
#include "num.h"
#include "rank.h"
#include "seed.h"

#define PREFIX "palimpsest split 1\n"
#define ID_LIMIT 96

static const char *const names[SPLITRULE_KINDS] = {
    [SPLITRULE_RANK] = "sha256-rank/1",
    [SPLITRULE_DISJOINT] = "sha256-disjoint/1",
    [SPLITRULE_SEQUENCE] = "sha256-sequence/1",
    [SPLITRULE_THRESHOLD] = "sha256-threshold/1",
    [SPLITRULE_MLLMU] = "legacy/mllmu",
};

const char *splitrule_name(enum splitrule_kind kind)
{
    return names[kind];
}

enum splitrule_kind splitrule_parse_name(const char *text, size_t len)
{
    int kind = 0;
    while (kind < SPLITRULE_KINDS && (strlen(names[kind]) != len ||
                                      memcmp(names[kind], text, len) != 0))
        kind++;
    return (enum splitrule_kind)kind;
}

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

int splitrule_parse_sequence(struct splitrule *r, const char *text)
{
    const char *x = strchr(text, 'x');
    uint64_t size, requests;
    if (x == NULL ||
        !num_parse_bytes(text, (size_t)(x - text), 1, UINT32_MAX, &size) ||
        !num_parse(x + 1, 1, SPLITRULE_REQUESTS, &requests))
        return -1;
    r->size = (uint32_t)size;
    r->requests = (uint32_t)requests;
    return 0;
}

int splitrule_parse_by(struct splitrule *r, const char *text, size_t len)
{
    if (len == 0 || len > SPLITRULE_FIELD)
        return -1;
    for (size_t i = 0; i < len; i++)
        if (strchr("abcdefghijklmnopqrstuvwxyz0123456789_", text[i]) == NULL ||
            text[i] == '\0')
            return -1;
    memcpy(r->by, text, len);
    r->by[len] = '\0';
    return 0;
}

uint64_t splitrule_forget_count(uint64_t n, unsigned p)
{
    return (n * p + 50) / 100;
}

void splitrule_key(const char *seed, const char *id, size_t len,
                   unsigned char key[DIGEST_BYTES])
{
    char text[sizeof PREFIX + SEED_LIMIT + ID_LIMIT + 2];
    if (seed == NULL) {
        memset(key, 0, DIGEST_BYTES);
        memcpy(key, id, len < DIGEST_BYTES ? len : DIGEST_BYTES);
        return;
    }
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

void splitrule_put_ratios(const struct splitrule *r, struct buf *out)
{
    for (size_t i = 0; i < r->count; i++) {
        if (i > 0)
            buf_putc(out, ',');
        buf_put_u64(out, r->ratios[i]);
    }
}

void splitrule_put_sequence(const struct splitrule *r, struct buf *out)
{
    buf_put_u64(out, r->size);
    buf_putc(out, 'x');
    buf_put_u64(out, r->requests);
}

void splitrule_write_choice(const struct splitrule *r, struct buf *out)
{
    json_write_name(out, "ratios");
    buf_putc(out, '[');
    splitrule_put_ratios(r, out);
    buf_putc(out, ']');
    if (r->holdout != 0)
        json_write_member_u64(out, "holdout", r->holdout);
    if (r->tune != 0)
        json_write_member_u64(out, "tune", r->tune);
    if (r->by[0] != '\0')
        json_write_member(out, "by", r->by);
    if (r->requests != 0) {
        json_write_name(out, "sequence");
        buf_putc(out, '"');
        splitrule_put_sequence(r, out);
        buf_putc(out, '"');
    }
}

void splitrule_write(const struct splitrule *r, struct buf *out)
{
    json_write_member(out, "rule", names[r->kind]);
    json_write_name(out, "seed");
    if (r->seed != NULL)
        json_write_text(out, r->seed);
    else
        buf_puts(out, "null");
    json_write_member_u64(out, "n", r->n);
    splitrule_write_choice(r, out);
}

const char *splitrule_difference(const struct splitrule *a,
                                 const struct splitrule *b)
{
    if (a->kind != b->kind)
        return "rule";
    if (a->seed != b->seed &&
        (a->seed == NULL || b->seed == NULL || strcmp(a->seed, b->seed) != 0))
        return "seed";
    if (a->n != b->n)
        return "n";
    if (a->count != b->count ||
        memcmp(a->ratios, b->ratios, a->count * sizeof a->ratios[0]) != 0)
        return "ratios";
    if (a->holdout != b->holdout)
        return "holdout";
    if (a->tune != b->tune)
        return "tune";
    if (strcmp(a->by, b->by) != 0)
        return "by";
    if (a->size != b->size || a->requests != b->requests)
        return "sequence";
    return NULL;
}
