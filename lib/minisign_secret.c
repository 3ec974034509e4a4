#include "config.h"

#include "minisign_secret.h"

#include <errno.h>
#include <stdint.h>
#include <string.h>
#include <unistd.h>

#include "base64.h"
#include "minisign_lines.h"
#include "wiped.h"

#define HEAD (2 + 2 + 2 + PASSPHRASE_SALT + 8 + 8) /* bytes before the sealed */
#define MINISIGN_BYTES (HEAD + MINISIGN_SEALED)
#define SIGNIFY_BYTES 104
#define SUM 32 /* bytes of a sum */

static int refuse(struct buf *why, const char *what)
{
    buf_puts(why, what);
    return -1;
}

static bool all_zero(const unsigned char *bytes, size_t len)
{
    unsigned char any = 0;
    for (size_t i = 0; i < len; i++)
        any |= bytes[i];
    return any == 0;
}

static int from_minisign(struct minisign_box *box, const unsigned char *bytes,
                         struct buf *why)
{
    const unsigned char *salt = bytes + 6;
    box->encrypted = memcmp(bytes + 2, "Sc", 2) == 0;
    if (memcmp(bytes, "Ed", 2) != 0 || memcmp(bytes + 4, "B2", 2) != 0 ||
        (!box->encrypted && memcmp(bytes + 2, "\0\0", 2) != 0))
        return refuse(why, "it is no secret key that minisign knows");
    memcpy(box->salt, salt, PASSPHRASE_SALT);
    memcpy(box->ops, salt + PASSPHRASE_SALT, 8);
    memcpy(box->mem, salt + PASSPHRASE_SALT + 8, 8);
    memcpy(box->sealed, bytes + HEAD, MINISIGN_SEALED);
    box->summed = box->encrypted ||
                  !all_zero(box->sealed + MINISIGN_SEALED - SUM, SUM);
    return 0;
}

static int from_signify(struct minisign_box *box, const unsigned char *bytes,
                        struct buf *why)
{
    if (memcmp(bytes, "EdBK", 4) != 0)
        return refuse(why, "it is no secret key that signify knows");
    if (!all_zero(bytes + 4, 4))
        return refuse(why, "signify encrypted it, and only signify can read "
                           "it");
    box->encrypted = box->summed = 0;
    memcpy(box->sealed, bytes + 32, MINISIGN_NUMBER + SIGN_SECRET);
    memset(box->sealed + MINISIGN_NUMBER + SIGN_SECRET, 0, SUM);
    return 0;
}

int minisign_box_read(struct minisign_box *box, const char *text, size_t len,
                      struct buf *why)
{
    struct minisign_lines lines = {.text = text, .len = len}, second;
    unsigned char *bytes = wiped_alloc(MINISIGN_BYTES);
    int rc = minisign_lines_comment(&lines, why);
    second = lines;
    if (rc == 0 && minisign_lines_next(&second) &&
        second.line_len == base64_length(SIGNIFY_BYTES)) {
        rc = minisign_lines_bytes(&lines, bytes, SIGNIFY_BYTES, why);
        if (rc == 0)
            rc = from_signify(box, bytes, why);
    } else if (rc == 0) {
        rc = minisign_lines_bytes(&lines, bytes, MINISIGN_BYTES, why);
        if (rc == 0)
            rc = from_minisign(box, bytes, why);
    }
    if (rc == 0)
        rc = minisign_lines_end(&lines, why);
    wiped_free(bytes);
    return rc;
}

static uint64_t number(const unsigned char bytes[8])
{
    uint64_t value = 0;
    for (int i = 7; i >= 0; i--)
        value = value << 8 | bytes[i];
    return value;
}

static void put_number(uint64_t value, unsigned char bytes[8])
{
    for (int i = 0; i < 8; i++, value >>= 8)
        bytes[i] = (unsigned char)value;
}

/* Exclusive-ors what is sealed with what the passphrase gives. */
static int stretch(struct minisign_box *box, const struct passphrase *p,
                   struct buf *why)
{
    unsigned char *stream = wiped_alloc(MINISIGN_SEALED);
    int rc = passphrase_stretch(p, box->salt, number(box->ops),
                                number(box->mem), stream, MINISIGN_SEALED);
    for (size_t i = 0; rc == 0 && i < MINISIGN_SEALED; i++)
        box->sealed[i] ^= stream[i];
    wiped_free(stream);
    if (rc == 0)
        return 0;
    return refuse(why, errno == EINVAL
                           ? "its encryption asks for more than minisign's"
                           : "there is not enough memory for its encryption");
}

static void sum_sealed(const struct minisign_box *box, unsigned char sum[SUM])
{
    struct sign_hash h;
    sign_hash_start(&h, SUM);
    sign_hash_more(&h, "Ed", 2);
    sign_hash_more(&h, box->sealed, MINISIGN_SEALED - SUM);
    sign_hash_end(&h, sum);
}

static bool sum_agrees(const struct minisign_box *box)
{
    unsigned char sum[SUM];
    sum_sealed(box, sum);
    bool same = memcmp(sum, box->sealed + MINISIGN_SEALED - SUM, SUM) == 0;
    wiped_clear(sum, sizeof sum);
    return same;
}

/* Whether the second half of the key is the public key of the first. */
static bool halves_agree(const struct minisign_secret *k)
{
    unsigned char public_key[SIGN_PUBLIC];
    unsigned char *secret = wiped_alloc(SIGN_SECRET);
    sign_keypair_from_seed(k->key, public_key, secret);
    bool same = memcmp(secret, k->key, SIGN_SECRET) == 0;
    wiped_free(secret);
    return same;
}

int minisign_box_open(struct minisign_box *box, const struct passphrase *p,
                      struct minisign_secret *k, struct buf *why)
{
    int rc = 0;
    if (box->encrypted)
        rc = stretch(box, p, why);
    if (rc == 0 && box->summed && !sum_agrees(box))
        rc = refuse(why, box->encrypted ? "the passphrase is wrong"
                                        : "its sum is wrong");
    if (rc == 0) {
        memcpy(k->number, box->sealed, MINISIGN_NUMBER);
        memcpy(k->key, box->sealed + MINISIGN_NUMBER, SIGN_SECRET);
        if (!halves_agree(k))
            rc = refuse(why, "its two halves do not belong together");
    }
    wiped_clear(box, sizeof *box);
    return rc;
}

int minisign_box_seal(struct minisign_box *box, const struct passphrase *p,
                      const struct minisign_secret *k, struct buf *why)
{
    memset(box, 0, sizeof *box);
    box->encrypted = box->summed = p != NULL;
    memcpy(box->sealed, k->number, MINISIGN_NUMBER);
    memcpy(box->sealed + MINISIGN_NUMBER, k->key, SIGN_SECRET);
    if (p == NULL)
        return 0;
    put_number(PASSPHRASE_OPS, box->ops);
    put_number(PASSPHRASE_MEM, box->mem);
    sum_sealed(box, box->sealed + MINISIGN_SEALED - SUM);
    if (getentropy(box->salt, sizeof box->salt) < 0)
        return refuse(why, "the system gives no random bytes");
    return stretch(box, p, why);
}

size_t minisign_box_length(const char *comment)
{
    return strlen(MINISIGN_UNTRUSTED) + strlen(comment) + 1 +
           base64_length(MINISIGN_BYTES) + 1;
}

void minisign_box_write(const struct minisign_box *box, const char *comment,
                        char *text)
{
    unsigned char *bytes = wiped_alloc(MINISIGN_BYTES);
    memcpy(bytes, box->encrypted ? "EdScB2" : "Ed\0\0B2", 6);
    unsigned char *salt = bytes + 6;
    memcpy(salt, box->salt, PASSPHRASE_SALT);
    memcpy(salt + PASSPHRASE_SALT, box->ops, 8);
    memcpy(salt + PASSPHRASE_SALT + 8, box->mem, 8);
    memcpy(bytes + HEAD, box->sealed, MINISIGN_SEALED);
    char *at = stpcpy(stpcpy(text, MINISIGN_UNTRUSTED), comment);
    *at++ = '\n';
    base64_write(bytes, MINISIGN_BYTES, at);
    strcpy(at + base64_length(MINISIGN_BYTES), "\n");
    wiped_free(bytes);
}

void minisign_secret_public(const struct minisign_secret *k,
                            struct minisign_public *public_key)
{
    memcpy(public_key->number, k->number, MINISIGN_NUMBER);
    memcpy(public_key->key, k->key + SIGN_SECRET - SIGN_PUBLIC, SIGN_PUBLIC);
}
