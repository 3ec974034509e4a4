#include "config.h"

#include "strata.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rank.h"

/* The slot of a digest: that of its number, or a free one. */
static uint32_t *find_slot(const struct strata *s, const unsigned char *digest)
{
    size_t mask = 2 * s->cap - 1, at = rank_key(digest) & mask;
    while (s->slots[at] != 0 &&
           memcmp(s->digests[s->slots[at] - 1], digest, DIGEST_BYTES) != 0)
        at = (at + 1) & mask;
    return &s->slots[at];
}

static void grow(struct strata *s)
{
    s->cap = s->cap == 0 ? 16 : 2 * s->cap;
    s->digests = xrealloc(s->digests, s->cap, sizeof *s->digests);
    free(s->slots);
    s->slots = xcalloc(2 * s->cap, sizeof *s->slots);
    for (size_t i = 0; i < s->count; i++)
        *find_slot(s, s->digests[i]) = (uint32_t)i + 1;
}

long strata_number(struct strata *s, const char *value, size_t len)
{
    unsigned char digest[DIGEST_BYTES];
    digest_bytes(value, len, digest);
    if (s->count == s->cap && s->cap < STRATA_LIMIT)
        grow(s);
    uint32_t *slot = find_slot(s, digest);
    if (*slot != 0)
        return (long)*slot - 1;
    if (s->count == STRATA_LIMIT)
        return STRATA_FULL;
    memcpy(s->digests[s->count], digest, DIGEST_BYTES);
    *slot = (uint32_t)++s->count;
    return (long)s->count - 1;
}

/* True for a string, or for a number without point and exponent. */
static bool is_value(const struct json_member *m)
{
    size_t i = m->value[0] == '-' ? 1 : 0;
    if (m->value[0] == '"')
        return true;
    for (; i < m->value_len; i++)
        if (m->value[i] < '0' || m->value[i] > '9')
            return false;
    return true;
}

const char *strata_value(struct json_scan *scratch,
                         const struct json_scan *record, const char *field,
                         size_t *len)
{
    const struct json_member *facts = json_scan_find(record, "facts");
    if (facts == NULL ||
        json_scan_check(scratch, facts->value, facts->value_len) < 0)
        return NULL;
    const struct json_member *m = json_scan_find(scratch, field);
    if (m == NULL || !is_value(m))
        return NULL;
    *len = m->value_len;
    return m->value;
}

long strata_of(struct strata *s, struct json_scan *scratch,
               const struct json_scan *record, const char *field)
{
    size_t len = 0;
    const char *value = strata_value(scratch, record, field, &len);
    return value != NULL ? strata_number(s, value, len) : STRATA_ABSENT;
}

const char *strata_reason(long failure)
{
    return failure == STRATA_FULL
               ? "is one value more than the 65536 that can be strata"
               : "is absent, or no string and no whole number";
}

void strata_release(struct strata *s)
{
    free(s->digests);
    free(s->slots);
    *s = (struct strata){0};
}
