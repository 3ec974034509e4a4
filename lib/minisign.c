#include "config.h"

#include "minisign.h"

#include <inttypes.h>
#include <string.h>

#include "minisign_lines.h"
#include "utf8.h"

/* A public key's bytes: "Ed", its number, the key. */
#define PUBLIC_BYTES (2 + MINISIGN_NUMBER + SIGN_PUBLIC)

bool minisign_comment_valid(const char *text, size_t len)
{
    return len <= MINISIGN_COMMENT && memchr(text, '\r', len) == NULL &&
           memchr(text, '\n', len) == NULL && memchr(text, '\0', len) == NULL;
}

bool minisign_trusted_valid(const char *text, size_t len)
{
    if (len > MINISIGN_TRUSTED || !utf8_valid(text, len))
        return false;
    for (size_t at = 0, step; at < len; at += step) {
        uint32_t point = utf8_decode(text + at, &step);
        if ((point < 0x20 && point != '\t') ||
            (point >= 0x7f && point < 0xa0))
            return false;
    }
    return true;
}

void minisign_number(const unsigned char number[MINISIGN_NUMBER],
                     struct buf *out)
{
    uint64_t value = 0;
    for (int i = MINISIGN_NUMBER - 1; i >= 0; i--)
        value = value << 8 | number[i];
    buf_printf(out, "%" PRIX64, value);
}

int minisign_public_read(struct minisign_public *k, const char *text,
                         size_t len, struct buf *why)
{
    struct minisign_lines lines = {.text = text, .len = len};
    unsigned char bytes[PUBLIC_BYTES];
    if (minisign_lines_comment(&lines, why) < 0 ||
        minisign_lines_bytes(&lines, bytes, sizeof bytes, why) < 0 ||
        minisign_lines_end(&lines, why) < 0)
        return -1;
    if (memcmp(bytes, "Ed", 2) != 0) {
        buf_puts(why, "it is no Ed25519 public key");
        return -1;
    }
    memcpy(k->number, bytes + 2, MINISIGN_NUMBER);
    memcpy(k->key, bytes + 2 + MINISIGN_NUMBER, SIGN_PUBLIC);
    return 0;
}

void minisign_public_write(const struct minisign_public *k, struct buf *out)
{
    unsigned char bytes[PUBLIC_BYTES] = {'E', 'd'};
    memcpy(bytes + 2, k->number, MINISIGN_NUMBER);
    memcpy(bytes + 2 + MINISIGN_NUMBER, k->key, SIGN_PUBLIC);
    buf_puts(out, MINISIGN_UNTRUSTED "minisign public key ");
    minisign_number(k->number, out);
    buf_putc(out, '\n');
    minisign_lines_put(bytes, sizeof bytes, out);
}
