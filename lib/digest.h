/* SHA-256 (FIPS 180-4, by libsodium) of bytes and files, and hexadecimal. */
#ifndef DIGEST_H
#define DIGEST_H

#include <stddef.h>
#include <stdint.h>

#define DIGEST_BYTES 32
#define DIGEST_HEX 64 /* characters, without NUL */

/* The digest of `len` bytes. */
void digest_bytes(const void *bytes, size_t len,
                  unsigned char digest[DIGEST_BYTES]);

/* A digest of bytes that come piece by piece. */
struct digest_stream {
    _Alignas(16) unsigned char state[128]; /* libsodium's own */
};

void digest_start(struct digest_stream *s);
void digest_more(struct digest_stream *s, const void *bytes, size_t len);
void digest_end(struct digest_stream *s, unsigned char digest[DIGEST_BYTES]);

/* The digest of what can be read from `fd`, which is read no further than one
 * block behind `limit` bytes. Returns how many it had, more than `limit`
 * standing for any more of them; -1 with errno. */
int64_t digest_fd(int fd, uint64_t limit, unsigned char digest[DIGEST_BYTES]);

/* The same for a regular file by name; a name that is no regular file is
 * refused with errno EINVAL, and a link is not followed. */
int digest_file(const char *path, unsigned char digest[DIGEST_BYTES],
                uint64_t *size);

/* Lower-case hexadecimal, NUL-ended: `hex` holds DIGEST_HEX + 1 bytes. */
void digest_to_hex(const unsigned char digest[DIGEST_BYTES],
                   char hex[DIGEST_HEX + 1]);

#endif
