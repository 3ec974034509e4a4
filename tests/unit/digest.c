#include "config.h"

#include "digest.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "tap.h"

#define MOST 400 /* bytes of a text */
#define MILLION 1000000

static void check(const unsigned char *text, size_t len, const char *wanted,
                  const char *name)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    digest_bytes(text, len, digest);
    digest_to_hex(digest, hex);
    tap_same(hex, DIGEST_HEX, wanted, name);
}

/* The digest of a text in pieces of `first` bytes and then of `each`. */
static void in_pieces(const unsigned char *text, size_t len, size_t first,
                      size_t each, unsigned char digest[DIGEST_BYTES])
{
    struct digest_stream s;
    digest_start(&s);
    for (size_t at = 0, piece = first; at < len; at += piece, piece = each) {
        if (piece > len - at)
            piece = len - at;
        digest_more(&s, text + at, piece);
    }
    digest_end(&s, digest);
}

/* Whether each length, begun at any byte of a word and cut anywhere, has the
 * digest that comes of its bytes one by one: those are never whole blocks. */
static bool pieces_agree(const unsigned char *text)
{
    static const size_t cuts[] = {1, 3, 63, 64, 65, 127, 128, 200};
    unsigned char one[DIGEST_BYTES], other[DIGEST_BYTES];
    for (size_t len = 1; len <= MOST; len++) {
        in_pieces(text + len % 16, len, 1, 1, one);
        digest_bytes(text + len % 16, len, other);
        if (memcmp(one, other, DIGEST_BYTES) != 0)
            return false;
        for (size_t i = 0; i < sizeof cuts / sizeof *cuts; i++) {
            in_pieces(text + len % 16, len, cuts[i], 1 + len % 150, other);
            if (memcmp(one, other, DIGEST_BYTES) != 0)
                return false;
        }
    }
    return true;
}

int main(void)
{
    static const char long_text[] =
        "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq";
    unsigned char *text = xmalloc(MILLION, 1);
    check(text, 0,
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
          "nothing");
    check((const unsigned char *)"abc", 3,
          "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
          "one block, as NIST has it");
    check((const unsigned char *)long_text, strlen(long_text),
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
          "two blocks");
    memset(text, 'a', MILLION);
    check(text, MILLION,
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
          "a million letters");
    for (size_t i = 0; i < MILLION; i++)
        text[i] = (unsigned char)(i * 2654435761u >> 13);
    tap_ok(pieces_agree(text), "in whatever pieces it is the same");
    free(text);
    return tap_done();
}
