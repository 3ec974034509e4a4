#include "config.h"

#include "commit.h"

#include <string.h>

#include "pledge.h"
#include "reveal.h"
#include "tap.h"

static const char info[] =
    "{\"public_key\":\"83cf0f2896adee7eb8b5f01fcad3912212c437e0073e911fb900"
    "22d3e760183c8c4b450b6a0a6c3ac6a5776a2d1064510d1fec758c921cc22b0e17e63aa"
    "f4bcb5ed66304de9cf809bd274ca73bab4af5a6e9c76a4bc09e76eae8991ef5ece45a\","
    "\"period\":3,\"genesis_time\":1692803367,\"genesis_seed\":\"f477d5c89f2"
    "1a17c863a7f937c6a6d15859414d2be09cd448d4279af331c5d3e\",\"chain_hash\":"
    "\"52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971\","
    "\"scheme\":\"bls-unchained-g1-rfc9380\",\"beacon_id\":\"quicknet\"}";
static const char round_42[] =
    "{\"round\":42,\"signature\":\"95a9f9f5b231b7714de1553105d8ffdf3dcda24cf"
    "db1e689319bccf79a9c8ce430a91b811fbfaf763900bc998b5d686a\"}";
static const char options[] =
    "{\"rule\":\"sha256-rank/1\",\"n\":20,\"ratios\":[5,10,15]}";
static const char seed_42[] =
    "drand:52db9ba70e0cc0f6eaf7803dd07447a1f5477735fd3f661792ba94600c84e971:"
    "42:8ada64bae5c6c0f5540a6a13af56e663240edfbd2c76ac6a8f27671eb7259ce3:"
    "abababababababababababababababababababababababababababababababab";

/* A commitment as mkcommit fills it in. */
static void fill(struct commit *c)
{
    *c = (struct commit){.series = "demo", .number = 1, .tree_size = 20,
                         .round = 42};
    memset(c->root, 0xab, sizeof c->root);
    buf_puts(&c->generator_seed, "\"demo\"");
    buf_puts(&c->split, options);
    beacon_read_chain(&c->chain, info, strlen(info));
}

/* Its text, and that of its reveal. */
static void write_both(struct buf *commit, struct buf *reveal)
{
    struct commit c;
    struct beacon_answer a;
    fill(&c);
    commit_write(&c, commit);
    commit_release(&c);
    tap_ok(commit_read(&c, commit->data, commit->len) == NULL,
           "a commitment is read as it was written");
    tap_ok(beacon_read_answer(&a, &c.chain, round_42, strlen(round_42)) ==
               NULL,
           "the beacon's answer is read");
    reveal_write(&c, &a, reveal);
    commit_release(&c);
}

static void seeds(const struct buf *commit, const struct buf *reveal)
{
    struct pledge p = {0};
    struct buf seed = BUF_EMPTY, split = BUF_EMPTY;
    commit_read(&p.commit, commit->data, commit->len);
    tap_ok(reveal_read(&p.answer, &p.commit, reveal->data, reveal->len) ==
               NULL,
           "a reveal is read as it was written");
    commit_seed(&p.commit, p.answer.randomness, &seed);
    tap_same(seed.data, seed.len, seed_42, "the seed is spelled as it must be");
    buf_printf(&split, "{\"rule\":\"sha256-rank/1\",\"seed\":\"%s\",\"n\":20,"
               "\"ratios\":[5,10,15],\"rank\":7,\"sets\":[\"retain_95\"]}",
               seed_42);
    tap_ok(pledge_check_split(&p, split.data, split.len) == NULL,
           "a split of that seed and of these options is the one committed "
           "to");
    strstr(split.data, "10,15")[1] = '1';
    tap_ok(pledge_check_split(&p, split.data, split.len) != NULL,
           "one of other ratios is not");
    strstr(split.data, "11,15")[1] = '0';
    strstr(split.data, "drand:5")[6] = '6';
    tap_ok(pledge_check_split(&p, split.data, split.len) != NULL,
           "nor is one of another seed");
    buf_release(&seed);
    buf_release(&split);
    pledge_release(&p);
}

/* True if the two texts are refused. */
static bool refused(const struct buf *commit, const struct buf *reveal)
{
    struct commit c;
    struct beacon_answer a;
    const char *wrong = commit_read(&c, commit->data, commit->len);
    if (wrong == NULL)
        wrong = reveal_read(&a, &c, reveal->data, reveal->len);
    commit_release(&c);
    return wrong != NULL;
}

/* How many single-bit changes of `changed` are not seen in the pair. */
static size_t unseen(struct buf *changed, const struct buf *commit,
                     const struct buf *reveal)
{
    size_t count = 0;
    for (size_t i = 0; i < 8 * changed->len; i++) {
        changed->data[i / 8] ^= (char)(1 << i % 8);
        count += !refused(commit, reveal);
        changed->data[i / 8] ^= (char)(1 << i % 8);
    }
    return count;
}

static void series(void)
{
    static const char *const good[] = {"a", "0", "mllmu-bench_1.0"};
    static const char *const bad[] = {"", ".a", "-a", "_a", "A", "a/b", "a b"};
    char long_name[66] = "";
    for (size_t i = 0; i < 3; i++)
        tap_ok(commit_series_valid(good[i], strlen(good[i])),
               "'%s' names a series", good[i]);
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        tap_ok(!commit_series_valid(bad[i], strlen(bad[i])),
               "'%s' names none", bad[i]);
    memset(long_name, 'a', 65);
    tap_ok(commit_series_valid(long_name, 64) &&
               !commit_series_valid(long_name, 65) &&
               !commit_series_valid("a\0b", 3),
           "64 characters are the most, and none is NUL");
}

int main(void)
{
    struct buf commit = BUF_EMPTY, reveal = BUF_EMPTY;
    write_both(&commit, &reveal);
    seeds(&commit, &reveal);
    tap_ok(unseen(&commit, &commit, &reveal) == 0,
           "no bit of a commitment can be changed");
    tap_ok(unseen(&reveal, &commit, &reveal) == 0,
           "no bit of a reveal can be changed");
    commit.len--;
    tap_ok(refused(&commit, &reveal), "its last line must end");
    series();
    buf_release(&commit);
    buf_release(&reveal);
    return tap_done();
}
