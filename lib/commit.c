#include "config.h"

#include "commit.h"

#include <string.h>

#include "canonical.h"
#include "hex.h"
#include "json_scan.h"
#include "json_write.h"
#include "num.h"

bool commit_series_valid(const char *name, size_t len)
{
    if (len == 0 || len > COMMIT_SERIES || strchr("._-", name[0]) != NULL)
        return false;
    for (size_t i = 0; i < len; i++)
        if (!(name[i] >= 'a' && name[i] <= 'z') &&
            !(name[i] >= '0' && name[i] <= '9') &&
            (name[i] == '\0' || strchr("._-", name[i]) == NULL))
            return false;
    return true;
}

static void write_hash(struct buf *out, const char *name,
                       const unsigned char hash[DIGEST_BYTES])
{
    json_write_name(out, name);
    buf_putc(out, '"');
    hex_encode(hash, DIGEST_BYTES, out);
    buf_putc(out, '"');
}

static void write_raw(struct buf *out, const char *name,
                      const struct buf *json)
{
    json_write_name(out, name);
    buf_add(out, json->data, json->len);
}

void commit_write(const struct commit *c, struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "schema", COMMIT_SCHEMA);
    json_write_member(out, "series", c->series);
    json_write_member_u64(out, "number", c->number);
    if (c->number > 1) {
        write_hash(out, "previous", c->previous);
    } else {
        json_write_name(out, "previous");
        buf_puts(out, "null");
    }
    write_hash(out, "root", c->root);
    json_write_member_u64(out, "tree_size", c->tree_size);
    write_raw(out, "generator_seed", &c->generator_seed);
    write_raw(out, "split", &c->split);
    json_write_name(out, "beacon");
    beacon_write_chain(&c->chain, out);
    json_write_member_u64(out, "round", c->round);
    json_write_member_u64(out, "round_time", beacon_time(&c->chain, c->round));
    buf_puts(out, "}\n");
}

static bool read_hash(const struct json_scan *s, const char *name,
                      unsigned char hash[DIGEST_BYTES])
{
    const struct json_member *m = json_scan_find(s, name);
    size_t len = 0;
    const char *text = m != NULL ? json_member_plain(m, &len) : NULL;
    return text != NULL && len == DIGEST_HEX &&
           hex_decode(text, len, hash) == 0;
}

static bool read_number(const struct json_scan *s, const char *name,
                        uint64_t *number)
{
    const struct json_member *m = json_scan_find(s, name);
    return m != NULL &&
           num_parse_bytes(m->value, m->value_len, 1, UINT32_MAX, number);
}

/* Copies a value whose first byte is one of `starts`. */
static bool read_raw(const struct json_scan *s, const char *name,
                     const char *starts, struct buf *json)
{
    const struct json_member *m = json_scan_find(s, name);
    if (m == NULL || strchr(starts, m->value[0]) == NULL)
        return false;
    buf_add(json, m->value, m->value_len);
    return true;
}

static const char *read_series(struct commit *c, const struct json_scan *s)
{
    const struct json_member *series = json_scan_find(s, "series");
    size_t len = 0;
    const char *text = series != NULL ? json_member_plain(series, &len) : NULL;
    if (text == NULL || !commit_series_valid(text, len))
        return "the commitment's series is not 1 to 64 of a-z, 0-9, '.', "
               "'_' and '-'";
    memcpy(c->series, text, len);
    if (!read_number(s, "number", &c->number))
        return "the commitment's number is not from 1 to 4294967295";
    if (c->number > 1 && !read_hash(s, "previous", c->previous))
        return "the commitment does not name the one before it";
    return NULL;
}

static const char *read_members(struct commit *c, const struct json_scan *s)
{
    const struct json_member *schema = json_scan_find(s, "schema");
    const struct json_member *beacon = json_scan_find(s, "beacon");
    if (schema == NULL || !json_member_is(schema, COMMIT_SCHEMA))
        return "the commitment's schema is not '" COMMIT_SCHEMA "'";
    const char *wrong = read_series(c, s);
    if (wrong != NULL)
        return wrong;
    if (!read_hash(s, "root", c->root) ||
        !read_number(s, "tree_size", &c->tree_size))
        return "the commitment states no root and tree size";
    if (!read_raw(s, "generator_seed", "\"n", &c->generator_seed) ||
        !read_raw(s, "split", "{", &c->split))
        return "the commitment states no generator seed and split";
    if (beacon == NULL)
        return "the commitment names no beacon";
    wrong = beacon_read_chain(&c->chain, beacon->value, beacon->value_len);
    if (wrong == NULL && !read_number(s, "round", &c->round))
        wrong = "the commitment's round is not from 1 to 4294967295";
    return wrong;
}

/* What was read must give the same bytes again: members have one order and one
 * spelling, there are no others, and the round's time is the one it has. */
static const char *compare(const struct commit *c, const char *text,
                           size_t len)
{
    struct buf again = BUF_EMPTY;
    size_t column;
    commit_write(c, &again);
    bool same = again.len == len && memcmp(again.data, text, len) == 0 &&
                canonical_check(text, len - 1, &column) == NULL;
    buf_release(&again);
    return same ? NULL
                : "the commitment is not spelled as palimpsest-commit(5) "
                  "says, or its round has another time";
}

const char *commit_read(struct commit *c, const char *text, size_t len)
{
    struct json_scan scan = {0};
    const char *wrong = "the commitment is not a JSON object";
    *c = (struct commit){0};
    if (json_scan_check(&scan, text, len) == 0 && scan.is_object)
        wrong = read_members(c, &scan);
    if (wrong == NULL)
        wrong = compare(c, text, len);
    if (wrong == NULL)
        digest_bytes(text, len, c->digest);
    json_scan_release(&scan);
    return wrong;
}

void commit_seed(const struct commit *c,
                 const unsigned char randomness[DIGEST_BYTES],
                 struct buf *out)
{
    buf_puts(out, "drand:");
    hex_encode(c->chain.hash, DIGEST_BYTES, out);
    buf_putc(out, ':');
    buf_put_u64(out, c->round);
    buf_putc(out, ':');
    hex_encode(randomness, DIGEST_BYTES, out);
    buf_putc(out, ':');
    hex_encode(c->root, DIGEST_BYTES, out);
}

void commit_release(struct commit *c)
{
    buf_release(&c->generator_seed);
    buf_release(&c->split);
}
