#include "config.h"

#include "beacon.h"

#include <string.h>

#include "hex.h"
#include "tap.h"

/* The chains and answers of tests/data/drand, whose README says where they are
 * from, and what drand and others say of them. */
#define QUICKNET_KEY                                                          \
    "83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb90022d3e760183c8c4b450b" \
    "6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aaf4bcb5ed66304de9cf809" \
    "bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a"
#define QUICKNET_HASH                                                         \
    "52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971"
#define QUICKNET_SEED                                                         \
    "f477d5c89f21a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e"
#define DEFAULT_HASH                                                          \
    "8990e7a9aaed2ffed73dbd7092123d6f289930540d7651336225dc172e51b2ce"
#define ROUND_42                                                              \
    "95a9f9f5b231b7714de1553105d8ffdf3dcda24cfdb1e689319bccf79a9c8ce430a91b81" \
    "1fbfaf763900bc998b5d686a"

static const char quicknet[] =
    "{\"public_key\":\"" QUICKNET_KEY "\",\"period\":3,"
    "\"genesis_time\":1692803367,\"hash\":\"" QUICKNET_HASH "\","
    "\"groupHash\":\"" QUICKNET_SEED "\","
    "\"schemeID\":\"bls-unchained-g1-rfc9380\","
    "\"metadata\":{\"beaconID\":\"quicknet\"}}";
static const char quicknet_2[] =
    "{\"public_key\":\"" QUICKNET_KEY "\",\"period\":3,"
    "\"genesis_time\":1692803367,\"genesis_seed\":\"" QUICKNET_SEED "\","
    "\"chain_hash\":\"" QUICKNET_HASH "\","
    "\"scheme\":\"bls-unchained-g1-rfc9380\",\"beacon_id\":\"quicknet\"}";
static const char first[] =
    "{\"public_key\":\"868f005eb8e6e4ca0a47c8a77ceaa5309a47978a7c71bc5cce963"
    "66b5d7a569937c529eeda66c7293784a9402801af31\",\"period\":30,"
    "\"genesis_time\":1595431050,\"hash\":\"" DEFAULT_HASH "\","
    "\"groupHash\":\"176f93498eac9ca337150b46d21dd58673ea4e3581185f869672e59"
    "fa4cb390a\",\"schemeID\":\"pedersen-bls-chained\","
    "\"metadata\":{\"beaconID\":\"default\"}}";
static const char first_5347804[] =
    "{\"round\":5347804,\"randomness\":\"a87619810b1b41e70a01b8f903cf69977e0"
    "26f80d9fd5e4c197c298a96c61cfe\",\"signature\":\"92daf5745411a415b539cae"
    "bda0b523fa20d4d12b28eb2fe427decdf5dcc976046a9c83b54f1db991fa191ffca8fcb"
    "dc07563036664f6ba47dcf00593559286f667574f6b0a2ba0be2683463b5bf3472e5696"
    "ac28b75d5b2223dbb98a56c96a3\",\"previous_signature\":\"b01091c60b2b1a7c"
    "1f7a79610cd94e0c06e93bd305cf04229fe1571669257d16583a02e4038fdd755e6c399"
    "44b0116e30256874eede733a79c5e72c787db3889a1678c4ea6423b467de56208c5bd8e"
    "10cc090b6e0429f7f33653086a089cc3f8\"}";

static const char *read_chain(struct beacon_chain *c, const char *text)
{
    return beacon_read_chain(c, text, strlen(text));
}

static const char *read_answer(struct beacon_answer *a,
                               const struct beacon_chain *c, const char *text)
{
    return beacon_read_answer(a, c, text, strlen(text));
}

static void is_hex(const void *bytes, size_t len, const char *wanted,
                   const char *name)
{
    struct buf hex = BUF_EMPTY;
    hex_encode(bytes, len, &hex);
    tap_same(hex.data, hex.len, wanted, name);
    buf_release(&hex);
}

static void chains(void)
{
    struct beacon_chain c;
    struct buf again = BUF_EMPTY;
    tap_ok(read_chain(&c, quicknet) == NULL, "quicknet's info is read");
    is_hex(c.hash, sizeof c.hash, QUICKNET_HASH, "its hash is the one known");
    tap_ok(!c.scheme->chained && c.period == 3, "its rounds are not chained");
    tap_ok(beacon_time(&c, 1) == 1692803367 &&
               beacon_time(&c, 42) == 1692803490,
           "round 42 is due 123 seconds after the first");
    tap_ok(beacon_time(&c, 27946612) == 1776643200,
           "round 27946612 is due on 2026-04-20 at midnight");
    beacon_write_chain(&c, &again);
    tap_same(again.data, again.len, quicknet_2,
             "it is written as version 2 has it");
    tap_ok(read_chain(&c, quicknet_2) == NULL, "and read so, too");
    tap_ok(read_chain(&c, first) == NULL && c.scheme->chained,
           "the first chain's info is read, its rounds are chained");
    is_hex(c.hash, sizeof c.hash, DEFAULT_HASH,
           "its hash leaves out the id");
    buf_release(&again);
}

static void answers(void)
{
    struct beacon_chain c;
    struct beacon_answer a;
    unsigned char message[DIGEST_BYTES];
    read_chain(&c, quicknet);
    tap_ok(read_answer(&a, &c, "{\"round\":42,\"signature\":\"" ROUND_42
                               "\"}") == NULL && a.round == 42,
           "round 42 is read");
    is_hex(a.randomness, sizeof a.randomness,
           "8ada64bae5c6c0f5540a6a13af56e663240edfbd2c76ac6a8f27671eb7259ce3",
           "its randomness is the one known");
    beacon_message(&c, &a, message);
    is_hex(message, sizeof message,
           "a6bb133cb1e3638ad7b8a3ff0539668e9e56f9b850ef1b2a810f5422eaa6c323",
           "its message is the one known");
    read_chain(&c, first);
    tap_ok(read_answer(&a, &c, first_5347804) == NULL,
           "round 5347804 of the first chain states its randomness");
    beacon_message(&c, &a, message);
    /* (printf PREVIOUS | xxd -r -p; printf '\0\0\0\0\0\x51\x99\xdc') | \
     * sha256sum */
    is_hex(message, sizeof message,
           "f41b21d6f8366a85b4c7bfeff1e44ba64a56224bd6c3cf87620ea493113a3079",
           "its message holds the signature before");
}

/* Replaces `from`, which is there, by `to`. */
static void edit(char *text, size_t room, const char *from, const char *to)
{
    char *at = strstr(text, from), rest[2048];
    strcpy(rest, at + strlen(from));
    *at = '\0';
    strncat(text, to, room - strlen(text) - 1);
    strncat(text, rest, room - strlen(text) - 1);
}

static void bad_chains(void)
{
    static const char *const edits[][2] = {
        {"\"period\":3", "\"period\":4"},
        {"\"period\":3", "\"period\":0"},
        {"\"period\":3", "\"period\":3.0"},
        {"\"period\":3", "\"period\":\"3\""},
        {"\"period\":3", "\"period\":86401"},
        {"1692803367", "1692803368"},
        {"1692803367", "18446744073709551615"},
        {"83cf", "83ce"},
        {"83cf", "83CF"},
        {"83cf", ""},
        {"f477", "f476"},
        {"52db", "52dc"},
        {"\"quicknet\"", "\"quicknat\""},
        {"\"quicknet\"", "\"\""},
        {"\"quicknet\"", "\"quick\\nnet\""},
        {"{\"beaconID\":\"quicknet\"}", "[]"},
        {"rfc9380", "rfc9381"},
        {"\"hash\"", "\"hush\""},
        {"{\"public_key\"", "[\"public_key\""},
        {"\"period\":3", "\"period\":3,\"period\":3"},
    };
    struct beacon_chain c;
    char text[2048];
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        strcpy(text, quicknet);
        edit(text, sizeof text, edits[i][0], edits[i][1]);
        tap_ok(read_chain(&c, text) != NULL, "an info with '%s' for '%s' is "
               "refused", edits[i][1], edits[i][0]);
    }
    tap_ok(read_chain(&c, "") != NULL, "no info is refused");
}

static void bad_answers(void)
{
    static const char *const edits[][2] = {
        {"5347804", "0"},
        {"5347804", "-1"},
        {"5347804", "5347804.0"},
        {"5347804", "4294967296"},
        {"a876", "a877"},
        {"a876", "A876"},
        {"\"a876", "1,\"x\":\"a876"},
        {"\"92da", "\"92db"},
        {"\"92da", "\"92dg"},
        {"\"92da", "\"92"},
        {"\"92da", "\"92da00"},
        {"\"b010", "\"b01"},
        {"previous_signature", "previous"},
        {"\"randomness\"", "\"round\":1,\"randomness\""},
    };
    struct beacon_chain c;
    struct beacon_answer a;
    char text[2048];
    read_chain(&c, first);
    for (size_t i = 0; i < sizeof edits / sizeof *edits; i++) {
        strcpy(text, first_5347804);
        edit(text, sizeof text, edits[i][0], edits[i][1]);
        tap_ok(read_answer(&a, &c, text) != NULL, "an answer with '%s' for "
               "'%s' is refused", edits[i][1], edits[i][0]);
    }
    tap_ok(read_answer(&a, &c, "[]") != NULL &&
               read_answer(&a, &c, "<html>") != NULL,
           "what is no object is refused");
    read_chain(&c, quicknet);
    tap_ok(read_answer(&a, &c, first_5347804) != NULL,
           "an answer of another chain's scheme is refused");
}

int main(void)
{
    chains();
    answers();
    bad_chains();
    bad_answers();
    return tap_done();
}
