#include "config.h"

#include "proof.h"

#include "tap.h"
#include "tile.h"

#define LEAVES 11

static void hash_leaf(unsigned i, unsigned char hash[DIGEST_BYTES])
{
    unsigned char leaf = (unsigned char)i;
    merkle_leaf(&leaf, 1, hash);
}

/* The proof of leaf `index` of a tree of LEAVES ones, each a byte; signed if
 * `secret` is not NULL. */
static void make(uint64_t index, const unsigned char *secret, struct buf *out)
{
    struct merkle_range ranges[MERKLE_PROOF];
    struct merkle tree = {0};
    struct proof p = {.index = index};
    struct buf checkpoint = BUF_EMPTY;
    unsigned char hash[DIGEST_BYTES], root[DIGEST_BYTES];
    for (unsigned i = 0; i < LEAVES; i++) {
        hash_leaf(i, hash);
        merkle_add(&tree, hash);
    }
    merkle_root(&tree, root);
    checkpoint_write("palimpsest/1", LEAVES, root, secret, &checkpoint);
    p.count = merkle_inclusion(index, LEAVES, ranges);
    for (size_t i = 0; i < p.count; i++) {
        struct merkle part = {0};
        for (uint64_t l = ranges[i].from; l < ranges[i].to; l++) {
            hash_leaf((unsigned)l, hash);
            merkle_add(&part, hash);
        }
        merkle_root(&part, p.hashes[i]);
    }
    proof_write(&p, checkpoint.data, checkpoint.len, out);
    buf_release(&checkpoint);
}

/* True if the proof holds of the leaf, and `key`, if not NULL, signed it. */
static bool holds(const struct buf *text, unsigned leaf,
                  const unsigned char *key)
{
    struct proof p;
    unsigned char byte = (unsigned char)leaf;
    return proof_parse(&p, text->data, text->len) == NULL &&
           proof_verify(&p, &byte, 1) == 0 &&
           (key == NULL ||
            checkpoint_verify(&p.checkpoint, key) == NOTE_VERIFIED);
}

/* True if no change of one bit gives a proof that holds. Without a signature
 * nothing vouches for the origin and the number of leaves: with another number
 * the same hashes can lead to the same root. */
static bool no_bit_changes(struct buf *text, unsigned leaf,
                           const unsigned char *key)
{
    static const char unsure[] = "palimpsest/1\n11";
    size_t from = (size_t)(strstr(buf_string(text), unsure) - text->data);
    for (size_t bit = 0; bit < text->len * 8; bit++) {
        size_t at = bit / 8;
        if (key == NULL && at >= from && at < from + strlen(unsure))
            continue;
        text->data[at] ^= (char)(1u << bit % 8);
        bool held = holds(text, leaf, key);
        text->data[at] ^= (char)(1u << bit % 8);
        if (held)
            return tap_ok(false, "bit %zu of the proof can be changed", bit);
    }
    return true;
}

static void texts(const unsigned char *secret, const unsigned char *key)
{
    bool all = true, bits = true, others = true, cut = true;
    for (unsigned i = 0; i < LEAVES; i++) {
        struct buf text = BUF_EMPTY;
        make(i, secret, &text);
        all &= holds(&text, i, key);
        others &= !holds(&text, (i + 1) % LEAVES, key);
        bits &= no_bit_changes(&text, i, key);
        while (text.len-- > 0)
            cut &= !holds(&text, i, key);
        buf_release(&text);
    }
    tap_ok(all, "the proofs of all leaves hold");
    tap_ok(others, "none holds of another leaf");
    tap_ok(bits, "none with one bit changed holds");
    tap_ok(cut, "none that was cut holds");
}

static void refuses(const char *text, const char *wanted)
{
    struct proof p;
    const char *wrong = proof_parse(&p, text, strlen(text));
    tap_ok(wrong != NULL && strcmp(wrong, wanted) == 0, "a proof %s",
           wrong != NULL ? wrong : "is read");
}

static void bad(void)
{
#define FIRST "c2sp.org/tlog-proof@v1\n"
    refuses("", "does not begin with the line 'c2sp.org/tlog-proof@v1'");
    refuses("c2sp.org/tlog-proof@v2\nindex 0\n",
            "does not begin with the line 'c2sp.org/tlog-proof@v1'");
    refuses(FIRST "extra AAAA\nindex 0\n\n",
            "has extra data, which nothing vouches for");
    refuses(FIRST "index 01\n\n", "has no index on its second line");
    refuses(FIRST "index 1", "has no index on its second line");
    refuses(FIRST "index 1\nAAAA\n\n", "has a line that is no hash");
    refuses(FIRST "index 1\n", "has no blank line behind its hashes");
    struct buf many = BUF_EMPTY;
    buf_puts(&many, FIRST "index 1\n");
    for (int i = 0; i <= MERKLE_PROOF; i++)
        buf_puts(&many, "CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=\n");
    refuses(buf_string(&many), "has more hashes than a proof can have");
    buf_release(&many);
}

static void path(unsigned level, uint64_t n, unsigned width,
                 const char *wanted)
{
    struct buf got = BUF_EMPTY;
    tile_path(level, n, width, &got);
    tap_same(buf_string(&got), got.len, wanted, wanted);
    buf_release(&got);
}

/* C2SP's example: a tree of 70,000. */
static void tiles(void)
{
    path(0, 0, 256, "tile/0/000");
    path(0, 1234067, 256, "tile/0/x001/x234/067");
    path(0, 1000, 1, "tile/0/x001/000.p/1");
    path(1, 1, 17, "tile/1/001.p/17");
    path(TILE_ENTRIES, 273, 112, "tile/entries/273.p/112");
    tap_ok(tile_width(0, 272, 70000) == 256 &&
               tile_width(0, 273, 70000) == 112 &&
               tile_width(0, 274, 70000) == 0 &&
               tile_width(1, 0, 70000) == 256 &&
               tile_width(1, 1, 70000) == 17 &&
               tile_width(2, 0, 70000) == 1 && tile_width(3, 0, 70000) == 0,
           "a log of 70,000 leaves has the tiles that C2SP says");
    tap_ok(tile_width(0, 0, 256) == 256 && tile_width(0, 1, 256) == 0 &&
               tile_width(1, 0, 256) == 1,
           "so has one of 256");
    tap_ok(tile_width(7, 0, UINT64_MAX) == 255 &&
               tile_width(8, 0, UINT64_MAX) == 0,
           "and the largest");
}

int main(void)
{
    static const unsigned char seed[SIGN_SEED] = {1};
    unsigned char key[SIGN_PUBLIC], secret[SIGN_SECRET];
    sign_keypair_from_seed(seed, key, secret);
    texts(NULL, NULL);
    texts(secret, key);
    bad();
    tiles();
    return tap_done();
}
