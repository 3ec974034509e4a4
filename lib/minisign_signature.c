#include "config.h"

#include "minisign.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "minisign_lines.h"

/* A signature's bytes: "ED" or "Ed", the key's number, the signature. */
#define SIGNATURE_BYTES (2 + MINISIGN_NUMBER + SIGN_BYTES)

static int read_blob(struct minisign_signature *s, struct minisign_lines *l,
                     struct buf *why)
{
    unsigned char bytes[SIGNATURE_BYTES];
    if (minisign_lines_bytes(l, bytes, sizeof bytes, why) < 0)
        return -1;
    s->prehashed = memcmp(bytes, "ED", 2) == 0;
    if (!s->prehashed && memcmp(bytes, "Ed", 2) != 0) {
        buf_puts(why, "it is no Ed25519 signature");
        return -1;
    }
    memcpy(s->number, bytes + 2, MINISIGN_NUMBER);
    memcpy(s->bytes, bytes + 2 + MINISIGN_NUMBER, SIGN_BYTES);
    return 0;
}

static int read_trusted(struct minisign_signature *s,
                        struct minisign_lines *l, struct buf *why)
{
    if (minisign_lines_marked(l, MINISIGN_TRUSTED_MARK, why) < 0)
        return -1;
    if (!minisign_trusted_valid(l->line, l->line_len)) {
        buf_puts(why, "its trusted comment is not printable UTF-8 of at most "
                      "8173 bytes");
        return -1;
    }
    buf_add(&s->comment, l->line, l->line_len);
    s->commented = true;
    return minisign_lines_bytes(l, s->global, SIGN_BYTES, why);
}

int minisign_read(struct minisign_signature *s, const char *text, size_t len,
                  struct buf *why)
{
    struct minisign_lines lines = {.text = text, .len = len};
    if (len == 0 || text[len - 1] != '\n') {
        buf_puts(why, len == 0 ? "it is empty" : "its last line does not end");
        return -1;
    }
    if (minisign_lines_comment(&lines, why) < 0 ||
        read_blob(s, &lines, why) < 0)
        return -1;
    /* signify's end here; minisign never wrote a prehashed one that does */
    if ((s->prehashed || lines.len > 0) && read_trusted(s, &lines, why) < 0)
        return -1;
    return minisign_lines_end(&lines, why);
}

/* Appends the hash of all that can be read. */
static int hash_fd(int fd, struct buf *message)
{
    unsigned char block[1 << 16];
    struct sign_hash h;
    ssize_t got;
    sign_hash_start(&h, SIGN_HASH);
    while ((got = read(fd, block, sizeof block)) != 0) {
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        sign_hash_more(&h, block, (size_t)got);
    }
    sign_hash_end(&h, (unsigned char *)buf_reserve(message, SIGN_HASH));
    message->len += SIGN_HASH;
    return 0;
}

int minisign_message(int fd, bool prehashed, struct buf *message)
{
    return prehashed ? hash_fd(fd, message)
                     : file_read_fd(fd, MINISIGN_LEGACY, message);
}

void minisign_message_bytes(const void *bytes, size_t len, bool prehashed,
                            struct buf *message)
{
    struct sign_hash h;
    if (!prehashed) {
        buf_add(message, bytes, len);
        return;
    }
    sign_hash_start(&h, SIGN_HASH);
    sign_hash_more(&h, bytes, len);
    sign_hash_end(&h, (unsigned char *)buf_reserve(message, SIGN_HASH));
    message->len += SIGN_HASH;
}

/* What the second signature is of: the first one and the comment. */
static void put_global(const struct minisign_signature *s, struct buf *text)
{
    buf_add(text, s->bytes, SIGN_BYTES);
    buf_add(text, s->comment.data, s->comment.len);
}

void minisign_sign(struct minisign_signature *s,
                   const struct minisign_secret *k, bool prehashed,
                   const struct buf *message, const char *trusted)
{
    struct buf text = BUF_EMPTY;
    *s = (struct minisign_signature){.prehashed = prehashed,
                                     .commented = true};
    memcpy(s->number, k->number, MINISIGN_NUMBER);
    sign_detached(s->bytes, message->data, message->len, k->key);
    buf_puts(&s->comment, trusted);
    put_global(s, &text);
    sign_detached(s->global, text.data, text.len, k->key);
    buf_release(&text);
}

int minisign_verify(const struct minisign_signature *s,
                    const struct minisign_public *k,
                    const struct buf *message, struct buf *why)
{
    if (memcmp(s->number, k->number, MINISIGN_NUMBER) != 0) {
        buf_puts(why, "made with the key ");
        minisign_number(s->number, why);
        buf_puts(why, ", not with ");
        minisign_number(k->number, why);
        return -1;
    }
    if (!sign_verify(s->bytes, message->data, message->len, k->key)) {
        buf_puts(why, "not the signature of this file");
        return -1;
    }
    if (!s->commented)
        return 0;
    struct buf text = BUF_EMPTY;
    put_global(s, &text);
    bool good = sign_verify(s->global, text.data, text.len, k->key);
    buf_release(&text);
    if (!good)
        buf_puts(why, "not the signature of this trusted comment");
    return good ? 0 : -1;
}

void minisign_write(const struct minisign_signature *s, struct buf *out)
{
    unsigned char bytes[SIGNATURE_BYTES] = {'E', s->prehashed ? 'D' : 'd'};
    memcpy(bytes + 2, s->number, MINISIGN_NUMBER);
    memcpy(bytes + 2 + MINISIGN_NUMBER, s->bytes, SIGN_BYTES);
    buf_puts(out, MINISIGN_UNTRUSTED "signature from minisign secret key\n");
    minisign_lines_put(bytes, sizeof bytes, out);
    buf_puts(out, MINISIGN_TRUSTED_MARK);
    buf_add(out, s->comment.data, s->comment.len);
    buf_putc(out, '\n');
    minisign_lines_put(s->global, SIGN_BYTES, out);
}

void minisign_release(struct minisign_signature *s)
{
    buf_release(&s->comment);
    *s = (struct minisign_signature){0};
}
