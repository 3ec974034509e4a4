#include "config.h"

#include "reveal.h"

#include <string.h>

#include "hex.h"
#include "json_scan.h"
#include "json_write.h"

static void write_hex(struct buf *out, const char *name, const void *bytes,
                      size_t size)
{
    json_write_name(out, name);
    buf_putc(out, '"');
    hex_encode(bytes, size, out);
    buf_putc(out, '"');
}

void reveal_write(const struct commit *c, const struct beacon_answer *a,
                  struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "schema", REVEAL_SCHEMA);
    write_hex(out, "commit", c->digest, sizeof c->digest);
    write_hex(out, "chain", c->chain.hash, sizeof c->chain.hash);
    json_write_member_u64(out, "round", a->round);
    write_hex(out, "signature", a->signature, c->chain.scheme->signature);
    if (a->previous_len > 0)
        write_hex(out, "previous_signature", a->previous, a->previous_len);
    write_hex(out, "randomness", a->randomness, sizeof a->randomness);
    json_write_name(out, "seed");
    buf_putc(out, '"');
    commit_seed(c, a->randomness, out);
    buf_puts(out, "\"}\n");
}

static bool is_hash(const struct json_scan *s, const char *name,
                    const unsigned char hash[DIGEST_BYTES])
{
    const struct json_member *m = json_scan_find(s, name);
    char hex[DIGEST_HEX + 1];
    digest_to_hex(hash, hex);
    return m != NULL && json_member_is(m, hex);
}

static bool is_seed(const struct json_scan *s, const struct commit *c,
                    const struct beacon_answer *a)
{
    const struct json_member *m = json_scan_find(s, "seed");
    struct buf seed = BUF_EMPTY;
    commit_seed(c, a->randomness, &seed);
    bool same = m != NULL && json_member_is(m, buf_string(&seed));
    buf_release(&seed);
    return same;
}

static const char *read_members(struct beacon_answer *a,
                                const struct commit *c,
                                const struct json_scan *s, const char *text,
                                size_t len)
{
    const struct json_member *schema = json_scan_find(s, "schema");
    if (schema == NULL || !json_member_is(schema, REVEAL_SCHEMA))
        return "the reveal's schema is not '" REVEAL_SCHEMA "'";
    if (!is_hash(s, "commit", c->digest))
        return "the reveal is of another commitment";
    if (!is_hash(s, "chain", c->chain.hash))
        return "the reveal is of another chain than the one committed to";
    const char *wrong = beacon_read_answer(a, &c->chain, text, len);
    if (wrong != NULL)
        return wrong;
    if (a->round != c->round)
        return "the reveal is of another round than the one committed to";
    if (!is_seed(s, c, a))
        return "the reveal's seed does not follow from its randomness and "
               "the commitment";
    return NULL;
}

const char *reveal_read(struct beacon_answer *a, const struct commit *c,
                        const char *text, size_t len)
{
    struct json_scan scan = {0};
    struct buf again = BUF_EMPTY;
    const char *wrong = "the reveal is not a JSON object";
    if (json_scan_check(&scan, text, len) == 0 && scan.is_object)
        wrong = read_members(a, c, &scan, text, len);
    if (wrong == NULL) {
        reveal_write(c, a, &again);
        if (again.len != len || memcmp(again.data, text, len) != 0)
            wrong = "the reveal is not spelled as palimpsest-commit(5) says";
    }
    buf_release(&again);
    json_scan_release(&scan);
    return wrong;
}
