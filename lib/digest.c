#include "config.h"

#include "digest.h"

#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "digest_blocks.h"

/* Takes bytes into libsodium's state, the whole blocks of them as fast as can
 * be. The count is of bits; a block that is not full waits in the state. */
static void take(crypto_hash_sha256_state *s, const unsigned char *bytes,
                 size_t len)
{
    size_t waiting = (size_t)(s->count / 8) % DIGEST_BLOCK;
    size_t first = waiting == 0 ? 0 : DIGEST_BLOCK - waiting;
    if (len < first + DIGEST_BLOCK) {
        crypto_hash_sha256_update(s, bytes, len);
        return;
    }
    crypto_hash_sha256_update(s, bytes, first);
    size_t taken = digest_blocks(s->state, bytes + first, len - first);
    s->count += (uint64_t)taken * 8;
    taken += first;
    crypto_hash_sha256_update(s, bytes + taken, len - taken);
}

/* Pads what waits to one block or two, and takes those (FIPS 180-4, 5.1.1);
 * nothing of it is left in memory. */
static void finish(crypto_hash_sha256_state *s,
                   unsigned char digest[DIGEST_BYTES])
{
    unsigned char last[2 * DIGEST_BLOCK] = {0};
    size_t waiting = (size_t)(s->count / 8) % DIGEST_BLOCK;
    size_t size = waiting + 9 > DIGEST_BLOCK ? 2 * DIGEST_BLOCK : DIGEST_BLOCK;
    memcpy(last, s->buf, waiting);
    last[waiting] = 0x80;
    for (size_t i = 0; i < 8; i++)
        last[size - 1 - i] = (unsigned char)(s->count >> 8 * i);
    if (digest_blocks(s->state, last, size) == 0)
        crypto_hash_sha256_final(s, digest);
    else
        for (size_t i = 0; i < DIGEST_BYTES; i++)
            digest[i] = (unsigned char)(s->state[i / 4] >> (24 - i % 4 * 8));
    sodium_memzero(last, sizeof last);
    sodium_memzero(s, sizeof *s);
}

void digest_bytes(const void *bytes, size_t len,
                  unsigned char digest[DIGEST_BYTES])
{
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    take(&state, bytes, len);
    finish(&state, digest);
}

_Static_assert(sizeof(crypto_hash_sha256_state) <=
                   sizeof(struct digest_stream),
               "the state of a digest fits");

static crypto_hash_sha256_state *state_of(struct digest_stream *s)
{
    return (crypto_hash_sha256_state *)(void *)s->state;
}

void digest_start(struct digest_stream *s)
{
    crypto_hash_sha256_init(state_of(s));
}

void digest_more(struct digest_stream *s, const void *bytes, size_t len)
{
    take(state_of(s), bytes, len);
}

void digest_end(struct digest_stream *s, unsigned char digest[DIGEST_BYTES])
{
    finish(state_of(s), digest);
}

int64_t digest_fd(int fd, uint64_t limit, unsigned char digest[DIGEST_BYTES])
{
    unsigned char block[1 << 16];
    crypto_hash_sha256_state state;
    uint64_t total = 0;
    crypto_hash_sha256_init(&state);
    while (total <= limit) {
        ssize_t got = read(fd, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        take(&state, block, (size_t)got);
        total += (uint64_t)got;
    }
    finish(&state, digest);
    return (int64_t)total;
}

int digest_file(const char *path, unsigned char digest[DIGEST_BYTES],
                uint64_t *size)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);
    if (fd < 0)
        return -1;
    struct stat st;
    int64_t total = fstat(fd, &st);
    if (total == 0 && !S_ISREG(st.st_mode)) {
        errno = EINVAL;
        total = -1;
    }
    if (total == 0)
        total = digest_fd(fd, INT64_MAX, digest);
    int saved = errno;
    close(fd);
    errno = saved;
    if (total >= 0 && size != NULL)
        *size = (uint64_t)total;
    return total < 0 ? -1 : 0;
}

void digest_to_hex(const unsigned char digest[DIGEST_BYTES],
                   char hex[DIGEST_HEX + 1])
{
    sodium_bin2hex(hex, DIGEST_HEX + 1, digest, DIGEST_BYTES);
}
