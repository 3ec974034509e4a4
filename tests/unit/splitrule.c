#include "config.h"

#include "splitrule.h"

#include <string.h>

#include "splitsets.h"
#include "stamp.h"
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
}

/* The rule of that name with these options, "" or 0 for none. */
static struct splitrule rule(const char *name, uint64_t n, const char *ratios,
                             unsigned holdout, unsigned tune,
                             const char *sequence)
{
    struct splitrule r = {.kind = splitrule_parse_name(name, strlen(name)),
                          .n = n, .holdout = holdout, .tune = tune};
    r.seed = splitrule_seeded(r.kind) ? "demo" : NULL;
    if (ratios[0] != '\0')
        splitrule_parse_ratios(&r, ratios);
    if (sequence[0] != '\0')
        splitrule_parse_sequence(&r, sequence);
    return r;
}

/* Looks that `check` of the rule says `wanted`, or nothing for "". */
static void says(int check(const struct splitrule *, struct buf *),
                 struct splitrule r, const char *wanted)
{
    struct buf why = BUF_EMPTY;
    int rc = check(&r, &why);
    tap_ok(rc == (wanted[0] != '\0' ? -1 : 0), "%s",
           wanted[0] != '\0' ? wanted : "a rule is fine");
    tap_same(buf_string(&why), why.len, wanted, "and no more is said");
    buf_release(&why);
}

static void fits(void)
{
    const char *rank = "sha256-rank/1", *apart = "sha256-disjoint/1";
    const char *sequence = "sha256-sequence/1";
    says(splitrule_fit, rule(rank, 9, "5,10", 0, 0, ""),
         "to forget 5 % of 9 people is to forget nobody");
    says(splitrule_fit, rule(rank, 2, "50,75", 0, 0, ""),
         "to forget 75 % of 2 people is to forget everybody");
    says(splitrule_fit, rule(rank, 500, "5,10,15", 0, 0, ""), "");
    says(splitrule_fit, rule(rank, 20, "5", 2, 0, ""),
         "to hold out 2 % of 20 people is to hold out nobody");
    says(splitrule_fit, rule(rank, 20, "5", 0, 2, ""),
         "to tune by 2 % of 20 people is to tune by nobody");
    says(splitrule_fit, rule(rank, 20, "50", 30, 20, ""), "");
    says(splitrule_fit, rule(rank, 20, "50", 30, 25, ""),
         "the sets would take 21 of 20 people");
    says(splitrule_fit, rule(rank, 20, "50", 50, 0, ""),
         "of 20 people nobody would be retained");
    says(splitrule_fit, rule(apart, 20, "10,20,30,40", 0, 0, ""), "");
    says(splitrule_fit, rule(apart, 20, "10,20,30,45", 0, 0, ""),
         "the sets would take 21 of 20 people");
    says(splitrule_fit, rule(sequence, 20, "", 0, 0, "2x9"), "");
    says(splitrule_fit, rule(sequence, 20, "", 0, 0, "2x10"),
         "of 20 people nobody would be retained");
    says(splitrule_fit, rule("legacy/mllmu", 499, "5,10,15", 0, 0, ""),
         "the lists of legacy/mllmu are of 500 people, not 499");
}

static void combinations(void)
{
    const char *threshold = "sha256-threshold/1";
    says(splitrule_combine, rule(threshold, 20, "5", 0, 0, ""), "");
    says(splitrule_combine, rule(threshold, 20, "5", 10, 0, ""),
         "the rule sha256-threshold/1 does not combine with a holdout");
    says(splitrule_combine, rule(threshold, 20, "5", 0, 10, ""),
         "the rule sha256-threshold/1 does not combine with a tune set");
    says(splitrule_combine, rule("sha256-sequence/1", 20, "", 10, 5, "1x2"),
         "");
    says(splitrule_combine, rule("sha256-sequence/1", 20, "", 0, 0, ""),
         "the rule sha256-sequence/1 needs a sequence");
    says(splitrule_combine, rule("sha256-rank/1", 20, "5", 0, 0, "1x2"),
         "the rule sha256-rank/1 does not combine with a sequence");
    says(splitrule_combine, rule("sha256-disjoint/1", 20, "", 0, 0, ""),
         "the rule sha256-disjoint/1 needs ratios to forget");
    says(splitrule_combine, rule("legacy/mllmu", 500, "5,10", 0, 0, ""),
         "the rule legacy/mllmu has the ratios 5,10,15 and no others");
    struct splitrule r = rule("legacy/mllmu", 500, "5,10,15", 0, 0, "");
    says(splitrule_combine, r, "");
    r.seed = "demo";
    says(splitrule_combine, r,
         "the rule legacy/mllmu does not combine with a seed");
}

static void sequences(void)
{
    struct splitrule r = {0};
    tap_ok(splitrule_parse_sequence(&r, "5x10") == 0 && r.size == 5 &&
               r.requests == 10,
           "a sequence is read");
    static const char *const bad[] = {"",     "5",    "5x",   "x5",  "0x5",
                                      "5x0",  "5x100", "5X10", "05x1", "5x1 ",
                                      "5x1x1"};
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        tap_ok(splitrule_parse_sequence(&r, bad[i]) < 0,
               "'%s' is no sequence", bad[i]);
    tap_ok(splitrule_parse_by(&r, "birth_place", 11) == 0 &&
               strcmp(r.by, "birth_place") == 0,
           "the name of a fact is read");
    tap_ok(splitrule_parse_by(&r, "a b", 3) < 0 &&
               splitrule_parse_by(&r, "", 0) < 0 &&
               splitrule_parse_by(&r, "a\0b", 3) < 0,
           "others are not");
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

/* The record of a rank, or of a kind that has none. */
static void record_is(struct splitrule r, uint64_t rank,
                      enum record_kind kind, const char *wanted,
                      const char *what)
{
    struct splitsets sets;
    struct stamp stamp;
    struct buf b = BUF_EMPTY;
    tap_ok(splitsets_init(&sets, &r, NULL) == 0, "the sets are filled in");
    stamp_init(&stamp, &r, &sets);
    stamp_write(&stamp, rank, kind, &b);
    tap_same(b.data, b.len, wanted, what);
    stamp_release(&stamp);
    splitsets_release(&sets);
    buf_release(&b);
}

static void records(void)
{
    struct splitrule r = rule("sha256-rank/1", 500, "5,10,15", 0, 0, "");
    r.seed = "de\"mo";
    record_is(r, 30, RECORD_FICTITIOUS,
              "{\"rule\":\"sha256-rank/1\",\"seed\":\"de\\\"mo\",\"n\":500,"
              "\"ratios\":[5,10,15],\"rank\":30,"
              "\"sets\":[\"retain_95\",\"forget_10\",\"forget_15\"]}",
              "rank 30 is kept by the first ratio, forgotten by the others");
    record_is(r, 0, RECORD_STRANGER,
              "{\"rule\":\"sha256-rank/1\",\"seed\":\"de\\\"mo\",\"n\":500,"
              "\"ratios\":[5,10,15],\"rank\":null,\"sets\":[\"stranger\"]}",
              "a stranger has no rank and one set");
    r = rule("sha256-disjoint/1", 500, "5,10", 10, 5, "");
    strcpy(r.by, "gender");
    record_is(r, 30, RECORD_FICTITIOUS,
              "{\"rule\":\"sha256-disjoint/1\",\"seed\":\"demo\",\"n\":500,"
              "\"ratios\":[5,10],\"holdout\":10,\"tune\":5,\"by\":\"gender\","
              "\"rank\":30,\"sets\":[\"retain_95\",\"forget_10\"]}",
              "disjoint sets follow each other");
    record_is(r, 450, RECORD_FICTITIOUS,
              "{\"rule\":\"sha256-disjoint/1\",\"seed\":\"demo\",\"n\":500,"
              "\"ratios\":[5,10],\"holdout\":10,\"tune\":5,\"by\":\"gender\","
              "\"rank\":450,\"sets\":[\"retain_95\",\"retain_90\","
              "\"tune_05\"]}",
              "people to tune by are retained");
    record_is(r, 451, RECORD_FICTITIOUS,
              "{\"rule\":\"sha256-disjoint/1\",\"seed\":\"demo\",\"n\":500,"
              "\"ratios\":[5,10],\"holdout\":10,\"tune\":5,\"by\":\"gender\","
              "\"rank\":451,\"sets\":[\"holdout_10\"]}",
              "people held out are in nothing else");
    r = rule("sha256-sequence/1", 500, "", 0, 0, "5x10");
    record_is(r, 50, RECORD_FICTITIOUS,
              "{\"rule\":\"sha256-sequence/1\",\"seed\":\"demo\",\"n\":500,"
              "\"ratios\":[],\"sequence\":\"5x10\",\"rank\":50,"
              "\"sets\":[\"request_10\"]}",
              "the last of ten requests ends at rank 50");
    r = rule("sha256-threshold/1", 500, "5,10", 0, 0, "");
    record_is(r, 2, RECORD_FICTITIOUS,
              "{\"rule\":\"sha256-threshold/1\",\"seed\":\"demo\",\"n\":500,"
              "\"ratios\":[5,10],\"rank\":null,"
              "\"sets\":[\"retain_95\",\"forget_10\"]}",
              "a band between two thresholds is in the larger set");
}

/* Every rank is in forget or in retain of a ratio, but for those held out. */
static void partitions(void)
{
    struct splitrule r = rule("sha256-disjoint/1", 97, "5,10,15", 12, 7, "");
    struct splitsets s;
    bool good = splitsets_init(&s, &r, NULL) == 0 && s.count == 8;
    for (uint64_t rank = 1; good && rank <= 97; rank++) {
        bool out = splitset_holds(&s.list[7], rank);
        for (size_t i = 0; i < 6; i += 2)
            good = good && splitset_holds(&s.list[i], rank) +
                               splitset_holds(&s.list[i + 1], rank) ==
                           !out;
        good = good && s.ends[splitsets_segment(&s, rank)] >= rank;
    }
    tap_ok(good, "forget and retain part the people who are not held out");
    tap_ok(s.list[7].count == 12 && s.list[6].count == 7 &&
               splitset_holds(&s.list[6], 85) &&
               splitset_holds(&s.list[7], 86),
           "12 per cent of 97 people are held out, 7 before them for tuning");
    splitsets_release(&s);
}

int main(void)
{
    ratios();
    sequences();
    counts();
    fits();
    combinations();
    keys();
    thresholds();
    records();
    partitions();
    return tap_done();
}
