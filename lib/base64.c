#include "config.h"

#include "base64.h"

#include <sodium.h>
#include <stdbool.h>

#define PREFIX_LIMIT 128 /* bytes of "data:image/png;base64," at most */

void base64_encode(const void *bytes, size_t len, struct buf *out)
{
    size_t size = sodium_base64_encoded_len(len,
                                            sodium_base64_VARIANT_ORIGINAL);
    sodium_bin2base64(buf_reserve(out, size), size, bytes, len,
                      sodium_base64_VARIANT_ORIGINAL);
    out->len += size - 1; /* without its NUL */
}

/* libsodium takes the byte 0xaf for a slash. */
static bool is_ascii(const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

/* The length of the prefix of a data URL, or 0 if there is none. */
static size_t prefix(const char *text, size_t len)
{
    static const char scheme[] = "data:", mark[] = ";base64";
    size_t mark_len = strlen(mark);
    if (len < strlen(scheme) || memcmp(text, scheme, strlen(scheme)) != 0)
        return 0;
    const char *comma =
        memchr(text, ',', len < PREFIX_LIMIT ? len : PREFIX_LIMIT);
    if (comma == NULL || (size_t)(comma - text) < mark_len ||
        memcmp(comma - mark_len, mark, mark_len) != 0)
        return 0;
    return (size_t)(comma + 1 - text);
}

int base64_decode(const char *text, size_t len, struct buf *out)
{
    size_t skipped = prefix(text, len), got;
    text += skipped;
    len -= skipped;
    char *room = buf_reserve(out, len / 4 * 3 + 3);
    const char *end;
    if (!is_ascii(text, len) ||
        sodium_base642bin((unsigned char *)room, len / 4 * 3 + 3, text, len,
                          " \t\r\n", &got, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0 ||
        end != text + len)
        return -1;
    out->len += got;
    return 0;
}

size_t base64_length(size_t size)
{
    return (size + 2) / 3 * 4;
}

void base64_write(const void *bytes, size_t size, char *text)
{
    sodium_bin2base64(text, base64_length(size) + 1, bytes, size,
                      sodium_base64_VARIANT_ORIGINAL);
}

int base64_decode_strict(const char *text, size_t len, unsigned char *bytes,
                         size_t room, size_t *got)
{
    const char *end;
    if (!is_ascii(text, len) ||
        sodium_base642bin(bytes, room, text, len, NULL, got, &end,
                          sodium_base64_VARIANT_ORIGINAL) != 0)
        return -1;
    return end == text + len ? 0 : -1;
}
