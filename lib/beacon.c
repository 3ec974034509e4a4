#include "config.h"

#include "beacon.h"

#include <string.h>

#include "hex.h"
#include "json_scan.h"
#include "json_write.h"
#include "num.h"

#define DEFAULT_ID "default"
#define PERIOD_LIMIT 86400              /* seconds */
#define TIME_LIMIT ((uint64_t)1 << 40)  /* seconds since 1970 */

/* Those over the curve BLS12-381. */
static const struct beacon_scheme schemes[] = {
    {"bls-unchained-g1-rfc9380", 96, 48, false},
    {"bls-unchained-on-g1", 96, 48, false},
    {"pedersen-bls-chained", 48, 96, true},
    {"pedersen-bls-unchained", 48, 96, false},
};

/* The member called `one` in version 1 and `two` in version 2. */
static const struct json_member *find(const struct json_scan *s,
                                      const char *one, const char *two)
{
    const struct json_member *m = json_scan_find(s, one);
    return m != NULL ? m : json_scan_find(s, two);
}

static bool read_hex(const struct json_member *m, unsigned char *bytes,
                     size_t size)
{
    size_t len = 0;
    const char *text = m != NULL ? json_member_plain(m, &len) : NULL;
    return text != NULL && len == 2 * size && hex_decode(text, len, bytes) == 0;
}

static bool read_number(const struct json_member *m, uint64_t max,
                        uint64_t *number)
{
    return m != NULL &&
           num_parse_bytes(m->value, m->value_len, 1, max, number);
}

static const struct beacon_scheme *find_scheme(const struct json_member *m)
{
    for (size_t i = 0; m != NULL && i < sizeof schemes / sizeof *schemes; i++)
        if (json_member_is(m, schemes[i].name))
            return &schemes[i];
    return NULL;
}

/* True if the id is there and names a chain. */
static bool read_id(const struct json_member *m, char id[BEACON_ID_LIMIT + 1])
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz"
                                  "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789._-";
    size_t len = 0;
    const char *text = m != NULL ? json_member_plain(m, &len) : NULL;
    if (text == NULL || len == 0 || len > BEACON_ID_LIMIT)
        return false;
    memcpy(id, text, len);
    id[len] = '\0';
    return strspn(id, letters) == len;
}

/* The id stands beside the others in version 2, and in version 1 within
 * "metadata"; the first chain has none. */
static bool find_id(const struct json_scan *s, char id[BEACON_ID_LIMIT + 1])
{
    const struct json_member *own = json_scan_find(s, "beacon_id");
    const struct json_member *metadata = json_scan_find(s, "metadata");
    struct json_scan inner = {0};
    bool good = true;
    strcpy(id, DEFAULT_ID);
    if (own != NULL) {
        good = read_id(own, id);
    } else if (metadata != NULL) {
        good = json_scan_check(&inner, metadata->value,
                               metadata->value_len) == 0 &&
               inner.is_object;
        if (good && inner.count > 0)
            good = read_id(json_scan_find(&inner, "beaconID"), id);
    }
    json_scan_release(&inner);
    return good;
}

/* `size` bytes of a number, the highest first. */
static void put_big_endian(uint64_t number, unsigned char *bytes, size_t size)
{
    while (size > 0) {
        bytes[--size] = (unsigned char)number;
        number >>= 8;
    }
}

static void hash_chain(const struct beacon_chain *c,
                       unsigned char hash[DIGEST_BYTES])
{
    struct digest_stream s;
    unsigned char numbers[4 + 8];
    put_big_endian(c->period, numbers, 4);
    put_big_endian(c->genesis_time, numbers + 4, 8);
    digest_start(&s);
    digest_more(&s, numbers, sizeof numbers);
    digest_more(&s, c->public_key, c->scheme->key);
    digest_more(&s, c->genesis_seed, sizeof c->genesis_seed);
    if (strcmp(c->id, DEFAULT_ID) != 0)
        digest_more(&s, c->id, strlen(c->id));
    digest_end(&s, hash);
}

static const char *read_chain(struct beacon_chain *c,
                              const struct json_scan *s)
{
    unsigned char hash[DIGEST_BYTES];
    uint64_t period = 0;
    c->scheme = find_scheme(find(s, "schemeID", "scheme"));
    if (c->scheme == NULL)
        return "the chain's scheme is missing or none of those known";
    if (!read_hex(json_scan_find(s, "public_key"), c->public_key,
                  c->scheme->key))
        return "the chain's public key is not one of its scheme in "
               "lower-case hexadecimal";
    if (!read_number(json_scan_find(s, "period"), PERIOD_LIMIT, &period))
        return "the chain's period is not from 1 to 86400 seconds";
    c->period = (uint32_t)period;
    if (!read_number(json_scan_find(s, "genesis_time"), TIME_LIMIT,
                     &c->genesis_time))
        return "the chain's genesis time is not a number of seconds since "
               "1970";
    if (!read_hex(find(s, "groupHash", "genesis_seed"), c->genesis_seed,
                  sizeof c->genesis_seed))
        return "the chain's genesis seed is not 64 lower-case hexadecimal "
               "digits";
    if (!find_id(s, c->id))
        return "the chain's id is not 1 to 64 letters, digits, '.', '_' "
               "and '-'";
    if (!read_hex(find(s, "hash", "chain_hash"), hash, sizeof hash))
        return "the chain states no hash of 64 lower-case hexadecimal digits";
    hash_chain(c, c->hash);
    if (memcmp(hash, c->hash, sizeof hash) != 0)
        return "the chain's hash is not that of what it says of itself";
    return NULL;
}

const char *beacon_read_chain(struct beacon_chain *c, const char *text,
                              size_t len)
{
    struct json_scan scan = {0};
    const char *wrong = "the chain's info is not a JSON object";
    *c = (struct beacon_chain){0};
    if (json_scan_check(&scan, text, len) == 0 && scan.is_object)
        wrong = read_chain(c, &scan);
    json_scan_release(&scan);
    return wrong;
}

static void write_hex(struct buf *out, const char *name, const void *bytes,
                      size_t size)
{
    json_write_name(out, name);
    buf_putc(out, '"');
    hex_encode(bytes, size, out);
    buf_putc(out, '"');
}

void beacon_write_chain(const struct beacon_chain *c, struct buf *out)
{
    buf_putc(out, '{');
    write_hex(out, "public_key", c->public_key, c->scheme->key);
    json_write_member_u64(out, "period", c->period);
    json_write_member_u64(out, "genesis_time", c->genesis_time);
    write_hex(out, "genesis_seed", c->genesis_seed, sizeof c->genesis_seed);
    write_hex(out, "chain_hash", c->hash, sizeof c->hash);
    json_write_member(out, "scheme", c->scheme->name);
    json_write_member(out, "beacon_id", c->id);
    buf_putc(out, '}');
}

/* The signature before; that of round 1 is the genesis seed. */
static bool read_previous(struct beacon_answer *a,
                          const struct beacon_chain *c,
                          const struct json_scan *s)
{
    if (!c->scheme->chained)
        return true;
    a->previous_len =
        a->round == 1 ? sizeof c->genesis_seed : c->scheme->signature;
    return read_hex(json_scan_find(s, "previous_signature"), a->previous,
                    a->previous_len) &&
           (a->round != 1 || memcmp(a->previous, c->genesis_seed,
                                    sizeof c->genesis_seed) == 0);
}

/* True of what is easily taken for an answer. */
static bool is_info(const struct json_scan *s)
{
    return json_scan_find(s, "round") == NULL &&
           json_scan_find(s, "public_key") != NULL &&
           json_scan_find(s, "period") != NULL;
}

static const char *read_answer(struct beacon_answer *a,
                               const struct beacon_chain *c,
                               const struct json_scan *s)
{
    const struct json_member *stated = json_scan_find(s, "randomness");
    unsigned char randomness[DIGEST_BYTES];
    if (!read_number(json_scan_find(s, "round"), BEACON_ROUNDS, &a->round))
        return "the beacon's answer names no round from 1 to 4294967295";
    if (!read_hex(json_scan_find(s, "signature"), a->signature,
                  c->scheme->signature))
        return "the beacon's signature is not one of the chain's scheme in "
               "lower-case hexadecimal";
    if (!read_previous(a, c, s))
        return "the beacon's previous signature is missing or not one";
    digest_bytes(a->signature, c->scheme->signature, a->randomness);
    if (stated != NULL &&
        (!read_hex(stated, randomness, sizeof randomness) ||
         memcmp(randomness, a->randomness, sizeof randomness) != 0))
        return "the beacon's randomness is not the SHA-256 of its signature";
    return NULL;
}

const char *beacon_read_answer(struct beacon_answer *a,
                               const struct beacon_chain *c, const char *text,
                               size_t len)
{
    struct json_scan scan = {0};
    const char *wrong = "the beacon's answer is not a JSON object";
    *a = (struct beacon_answer){0};
    if (json_scan_check(&scan, text, len) == 0 && scan.is_object)
        wrong = is_info(&scan)
                    ? "this is what the chain says of itself (/info); wanted "
                      "is its answer for a round (/public/ROUND)"
                    : read_answer(a, c, &scan);
    json_scan_release(&scan);
    return wrong;
}

uint64_t beacon_time(const struct beacon_chain *c, uint64_t round)
{
    return c->genesis_time + (round - 1) * c->period;
}

void beacon_message(const struct beacon_chain *c,
                    const struct beacon_answer *a,
                    unsigned char message[DIGEST_BYTES])
{
    struct digest_stream s;
    unsigned char round[8];
    put_big_endian(a->round, round, sizeof round);
    digest_start(&s);
    if (c->scheme->chained)
        digest_more(&s, a->previous, a->previous_len);
    digest_more(&s, round, sizeof round);
    digest_end(&s, message);
}
