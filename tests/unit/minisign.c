#include "config.h"

#include "minisign.h"

#include <stdlib.h>
#include <string.h>

#include "minisign_secret.h"
#include "tap.h"

/* Made with minisign 0.11:
 *   minisign -G -W -p u.pub -s u.key; echo hi >f
 *   minisign -S -s u.key -m f -t 'tc x'; minisign -S -l -s u.key -m f */
static const char PUBLIC[] =
    "untrusted comment: minisign public key FCC724EEC22C8C2\n"
    "RWTCyCLsTnLMD+zBfqYdYpaLs2BSn10oisujP00NdDzF2iUDovC13T5l\n";
static const char SECRET[] =
    "untrusted comment: minisign encrypted secret key\n"
    "RWQAAEIyAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"
    "wsgi7E5yzA9NOMDqUhYxT9aFnqz0274aIYTqDL+nJCFXpmbypnPynezBfqYdYpaLs2BSn10o"
    "isujP00NdDzF2iUDovC13T5lAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=\n";
static const char SIGNATURE[] =
    "untrusted comment: signature from minisign secret key\n"
    "RUTCyCLsTnLMDyjjvSDvt3S8+EbekUdVRpwmZnYOKkF0u8BNJuwuquztZbmzwjxabMvJgdng"
    "JAO14vxOjZuvFNyAj/r+ECJZvwE=\n"
    "trusted comment: tc x\n"
    "RmuyhuUKFSvCHTnL120MTbFD95scWx8M0nMM7f4FdgZYgakkyFAc0+l/LuJ0wwtaoSAZv0CE"
    "E/IxHMTljfDIDg==\n";
static const char LEGACY[] =
    "untrusted comment: signature from minisign secret key\n"
    "RWTCyCLsTnLMD4RCTqyU/1gDbbHU+XHfgK9dq5L8zPFr3ZYnahLE3viJGYxVWd0VfAAgNSRa"
    "jwBD4p/RCRwBHBe59R1eUYLz+wM=\n"
    "trusted comment: timestamp:1795460557\tfile:f\n"
    "f4Oegimq2PWutdN38zz1aesRHx1pzUSGSbnV1oYlEeAHFWSDJhNLfyYpuPPdLDuiyuPrtzLc"
    "7Yt5aXRmlNkgAA==\n";

/* Made with signify-openbsd 31: -G -n -c sig, then -S of the same file. */
static const char SIGNIFY_PUBLIC[] =
    "untrusted comment: sig public key\n"
    "RWTkWODsJIlTMAtaRO4zu4jHoQt4Xo65fpTmJ6PPVCkxfEOJnvrHjMqu\n";
static const char SIGNIFY_SECRET[] =
    "untrusted comment: sig secret key\n"
    "RWRCSwAAAACJlJ4Jk68AjIwhk8vy6qEXxsxWKRDDZZzkWODsJIlTMGg2wvZD4AacaznCrUkB"
    "tpcnOr83aRpMzdUHo1WaUUMyC1pE7jO7iMehC3hejrl+lOYno89UKTF8Q4me+seMyq4=\n";
static const char SIGNIFY_SIGNATURE[] =
    "untrusted comment: verify with s.pub\n"
    "RWTkWODsJIlTMOY7zzQP11Hvwa5xPIBhq2VTvdLRmer0qF2Jy92qO+/hZ+4YwbKBREaaOMCV"
    "/N2s19cqKanTpq8R/3e8drHgUwQ=\n";

static const char FILE_TEXT[] = "hi\n";

static int public_of(const char *text, size_t len, struct minisign_public *k)
{
    struct buf why = BUF_EMPTY;
    int rc = minisign_public_read(k, text, len, &why);
    buf_release(&why);
    return rc;
}

static int secret_of(const char *text, size_t len, struct minisign_secret *k)
{
    struct buf why = BUF_EMPTY;
    struct minisign_box box;
    int rc = minisign_box_read(&box, text, len, &why);
    if (rc == 0 && !box.encrypted)
        rc = minisign_box_open(&box, NULL, k, &why);
    buf_release(&why);
    return rc;
}

/* What is signed of FILE_TEXT. */
static void message_of(bool prehashed, struct buf *message)
{
    if (!prehashed) {
        buf_puts(message, FILE_TEXT);
        return;
    }
    struct sign_hash h;
    sign_hash_start(&h, SIGN_HASH);
    sign_hash_more(&h, FILE_TEXT, strlen(FILE_TEXT));
    sign_hash_end(&h, (unsigned char *)buf_reserve(message, SIGN_HASH));
    message->len += SIGN_HASH;
}

/* True if the text is a signature of FILE_TEXT by the key. */
static bool verifies(const char *text, size_t len,
                     const struct minisign_public *k)
{
    struct minisign_signature s = {0};
    struct buf why = BUF_EMPTY, message = BUF_EMPTY;
    bool good = minisign_read(&s, text, len, &why) == 0;
    message_of(s.prehashed, &message);
    good = good && minisign_verify(&s, k, &message, &why) == 0;
    minisign_release(&s);
    buf_release(&message);
    buf_release(&why);
    return good;
}

static void reads_keys(void)
{
    struct minisign_public k, made;
    struct minisign_secret secret;
    struct buf text = BUF_EMPTY;
    tap_ok(public_of(PUBLIC, strlen(PUBLIC), &k) == 0,
           "minisign's public key is read");
    minisign_public_write(&k, &text);
    tap_same(buf_string(&text), text.len, PUBLIC,
             "and written to the same bytes");
    tap_ok(public_of(PUBLIC, strlen(PUBLIC) - 1, &k) == 0,
           "its last line end may be missing");
    tap_ok(secret_of(SECRET, strlen(SECRET), &secret) == 0,
           "minisign's secret key is read");
    minisign_secret_public(&secret, &made);
    tap_ok(memcmp(&made, &k, sizeof k) == 0, "and has that public key");
    tap_ok(public_of(SIGNIFY_PUBLIC, strlen(SIGNIFY_PUBLIC), &k) == 0 &&
               secret_of(SIGNIFY_SECRET, strlen(SIGNIFY_SECRET), &secret) ==
                   0,
           "signify's keys are read");
    minisign_secret_public(&secret, &made);
    tap_ok(memcmp(&made, &k, sizeof k) == 0, "and belong together");
    buf_release(&text);
}

static void writes_keys(void)
{
    struct minisign_secret k;
    struct minisign_box box;
    struct buf why = BUF_EMPTY;
    const char *comment = "minisign encrypted secret key";
    size_t len = minisign_box_length(comment);
    char *text = malloc(len + 1);
    secret_of(SECRET, strlen(SECRET), &k);
    int rc = minisign_box_seal(&box, NULL, &k, &why);
    minisign_box_write(&box, comment, text);
    tap_ok(rc == 0 && len == strlen(SECRET), "a key is put into its file");
    tap_same(text, strlen(text), SECRET, "as minisign put it");
    free(text);
    buf_release(&why);
}

static void signs(const char *wanted, bool prehashed, const char *trusted)
{
    struct minisign_secret k;
    struct minisign_signature s;
    struct buf message = BUF_EMPTY, text = BUF_EMPTY;
    secret_of(SECRET, strlen(SECRET), &k);
    message_of(prehashed, &message);
    minisign_sign(&s, &k, prehashed, &message, trusted);
    minisign_write(&s, &text);
    tap_same(buf_string(&text), text.len, wanted,
             prehashed ? "a signature is minisign's to the byte"
                       : "and so is one of the file itself");
    minisign_release(&s);
    buf_release(&message);
    buf_release(&text);
}

static void verifies_all(void)
{
    struct minisign_public k, other;
    public_of(PUBLIC, strlen(PUBLIC), &k);
    public_of(SIGNIFY_PUBLIC, strlen(SIGNIFY_PUBLIC), &other);
    tap_ok(verifies(SIGNATURE, strlen(SIGNATURE), &k),
           "minisign's signature is verified");
    tap_ok(verifies(LEGACY, strlen(LEGACY), &k),
           "and that of the file itself");
    tap_ok(verifies(SIGNIFY_SIGNATURE, strlen(SIGNIFY_SIGNATURE), &other),
           "signify's signature is verified");
    tap_ok(!verifies(SIGNATURE, strlen(SIGNATURE), &other),
           "not with another key");
    memcpy(other.number, k.number, sizeof k.number);
    tap_ok(!verifies(SIGNATURE, strlen(SIGNATURE), &other),
           "nor with another that has its number");
}

/* How many texts with one bit of the bytes from `from` on changed pass. */
static unsigned changed_pass(const char *wanted, size_t from)
{
    struct minisign_public k;
    unsigned passed = 0;
    size_t len = strlen(wanted);
    char *text = malloc(len);
    public_of(PUBLIC, strlen(PUBLIC), &k);
    for (size_t bit = 8 * from; bit < 8 * len; bit++) {
        memcpy(text, wanted, len);
        text[bit / 8] = (char)(text[bit / 8] ^ 1 << bit % 8);
        passed += verifies(text, len, &k);
    }
    free(text);
    return passed;
}

static void refuses_changes(void)
{
    struct minisign_public k;
    size_t first = strlen("untrusted comment: signature from minisign secret "
                          "key");
    unsigned passed = 0;
    public_of(PUBLIC, strlen(PUBLIC), &k);
    tap_ok(changed_pass(SIGNATURE, first) == 0,
           "any bit changed behind the untrusted comment is found");
    tap_ok(changed_pass(LEGACY, first) == 0, "in an old signature, too");
    for (size_t len = 0; len < strlen(SIGNATURE); len++)
        passed += verifies(SIGNATURE, len, &k);
    tap_ok(passed == 0, "a signature that is cut anywhere is refused");
}

static void refuses_pieces(void)
{
    struct minisign_public k;
    struct minisign_secret secret;
    unsigned passed = 0;
    for (size_t len = 0; len + 1 < strlen(PUBLIC); len++)
        passed += public_of(PUBLIC, len, &k) == 0;
    tap_ok(passed == 0, "a public key that is cut is refused");
    passed = 0;
    for (size_t len = 0; len + 1 < strlen(SECRET); len++)
        passed += secret_of(SECRET, len, &secret) == 0;
    for (size_t len = 0; len + 1 < strlen(SIGNIFY_SECRET); len++)
        passed += secret_of(SIGNIFY_SECRET, len, &secret) == 0;
    tap_ok(passed == 0, "and so is a secret one");
    tap_ok(secret_of(PUBLIC, strlen(PUBLIC), &secret) < 0 &&
               public_of(SECRET, strlen(SECRET), &k) < 0,
           "and each in place of the other");
}

/* Reads a secret key whose text has a character changed. */
static int changed_secret(size_t at)
{
    struct minisign_secret k;
    char *text = strdup(SECRET);
    text[at] = text[at] == 'A' ? 'B' : 'A';
    int rc = secret_of(text, strlen(text), &k);
    free(text);
    return rc;
}

static void refuses_damage(void)
{
    size_t line = strlen("untrusted comment: minisign encrypted secret key\n");
    unsigned passed = 0;
    /* behind the head of 54 bytes and the number of 8 */
    for (size_t at = line + 84; at < line + 168; at++)
        passed += changed_secret(at) == 0;
    tap_ok(passed == 0, "a secret key that is damaged is refused");
}

static void comments(void)
{
    char *long_one = malloc(MINISIGN_TRUSTED + 2);
    memset(long_one, 'x', MINISIGN_TRUSTED + 1);
    tap_ok(minisign_trusted_valid("a\tb \xc3\xa9", 6) &&
               minisign_trusted_valid(long_one, MINISIGN_TRUSTED),
           "a trusted comment is printable text with TABs");
    tap_ok(!minisign_trusted_valid(long_one, MINISIGN_TRUSTED + 1) &&
               !minisign_trusted_valid("a\x1b", 2) &&
               !minisign_trusted_valid("\xc2\x85", 2) &&
               !minisign_trusted_valid("\xff", 1),
           "neither too long, nor with controls, nor other than UTF-8");
    tap_ok(minisign_comment_valid(long_one, MINISIGN_COMMENT) &&
               !minisign_comment_valid(long_one, MINISIGN_COMMENT + 1) &&
               !minisign_comment_valid("a\nb", 3) &&
               !minisign_comment_valid("a\rb", 3),
           "an untrusted comment is one short line");
    free(long_one);
}

int main(void)
{
    reads_keys();
    writes_keys();
    signs(SIGNATURE, true, "tc x");
    signs(LEGACY, false, "timestamp:1795460557\tfile:f");
    verifies_all();
    refuses_changes();
    refuses_pieces();
    refuses_damage();
    comments();
    return tap_done();
}
