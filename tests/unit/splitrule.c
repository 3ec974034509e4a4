#include "config.h"

#include "splitrule.h"

#include "tap.h"

static void ratios(void)
{
    struct splitrule r = {0};
    tap_ok(splitrule_parse_ratios(&r, "5,10,15") == 0 && r.count == 3 &&
               r.ratios[0] == 5 && r.ratios[2] == 15,
           "a list of percentages is read");
    tap_ok(splitrule_parse_ratios(&r, "1,99") == 0, "1 and 99 are the ends");
    tap_ok(splitrule_parse_ratios(
               &r, "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16") == 0,
           "sixteen ratios are read");
    static const char *const bad[] = {
        "", "0", "100", "5,", ",5", "5,,6", "5,5", "10,5", "5.0", " 5", "05",
        "5x", "1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        tap_ok(splitrule_parse_ratios(&r, bad[i]) < 0,
               "'%s' is no list of ratios", bad[i]);
}

static void counts(void)
{
    tap_ok(splitrule_forget_count(500, 5) == 25 &&
               splitrule_forget_count(500, 10) == 50 &&
               splitrule_forget_count(500, 15) == 75,
           "of 500 people 25, 50 and 75 are forgotten");
    tap_ok(splitrule_forget_count(10, 5) == 1, "a half is rounded up");
    tap_ok(splitrule_forget_count(9, 5) == 0, "less than a half is dropped");
    struct splitrule r = {.seed = "s", .n = 9};
    splitrule_parse_ratios(&r, "5,10");
    tap_ok(splitrule_empty_ratio(&r) == 5, "a set of nobody is named");
    r.n = 2;
    splitrule_parse_ratios(&r, "50,75");
    tap_ok(splitrule_empty_ratio(&r) == 75, "a set of everybody is named");
    r.n = 500;
    splitrule_parse_ratios(&r, "5,10,15");
    tap_ok(splitrule_empty_ratio(&r) == 0, "other ratios are fine");
}

/* Made with: printf 'palimpsest split 1\n%s\n%s\n' demo f0001 | sha256sum */
static void keys(void)
{
    unsigned char key[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    splitrule_key("demo", "f0001", 5, key);
    digest_to_hex(key, hex);
    tap_same(hex, DIGEST_HEX,
             "24aea4c7ffd681e5872b9a1684586259202096688a7e0c79802b96d4e6c93bb1",
             "a key is what sha256sum says");
}

/* floor(p * 2^64 / 100), by Python. */
static void thresholds(void)
{
    tap_ok(splitrule_threshold(1) == 0x028f5c28f5c28f5c &&
               splitrule_threshold(5) == 0x0ccccccccccccccc &&
               splitrule_threshold(50) == 0x8000000000000000 &&
               splitrule_threshold(99) == 0xfd70a3d70a3d70a3,
           "thresholds are what Python says");
    /* The key of f0001 begins with 24aea4c7ffd681e5, 14.3 % of 2^64. */
    tap_ok(!splitrule_below("demo", "f0001", 5, 14) &&
               splitrule_below("demo", "f0001", 5, 15),
           "f0001 is below 15 per cent, and not below 14");
}

static void records(void)
{
    struct splitrule r = {.seed = "de\"mo", .n = 500};
    struct buf b = BUF_EMPTY;
    splitrule_parse_ratios(&r, "5,10,15");
    splitrule_write(&r, 30, NULL, &b);
    tap_same(b.data, b.len,
             "{\"rule\":\"sha256-rank/1\",\"seed\":\"de\\\"mo\",\"n\":500,"
             "\"ratios\":[5,10,15],\"rank\":30,"
             "\"sets\":[\"retain_95\",\"forget_10\",\"forget_15\"]}",
             "rank 30 is kept by the first ratio, forgotten by the others");
    buf_clear(&b);
    splitrule_write(&r, 0, "stranger", &b);
    tap_same(b.data, b.len,
             "{\"rule\":\"sha256-rank/1\",\"seed\":\"de\\\"mo\",\"n\":500,"
             "\"ratios\":[5,10,15],\"rank\":null,\"sets\":[\"stranger\"]}",
             "a stranger has no rank and one set");
    buf_release(&b);
}

int main(void)
{
    ratios();
    counts();
    keys();
    thresholds();
    records();
    return tap_done();
}
