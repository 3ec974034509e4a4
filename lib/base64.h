/* Base64 (RFC 4648, with its padding): as servers send and take pictures, and
 * as keys, signatures and logs write it. */
#ifndef BASE64_H
#define BASE64_H

#include <stddef.h>

#include "buf.h"

/* Appends `len` bytes as one line. */
void base64_encode(const void *bytes, size_t len, struct buf *out);

/* Appends what `text` stands for; blanks and line ends in it are passed over,
 * and so is "data:TYPE;base64," before it. Returns 0, or -1 with `out` as it
 * was: anything else, bytes missing at the end among it, is refused. */
int base64_decode(const char *text, size_t len, struct buf *out);

/* Characters of `size` bytes, without a NUL. */
size_t base64_length(size_t size);

/* Writes `size` bytes as that many characters and a NUL; it keeps no copy, so
 * that they may be a secret. */
void base64_write(const void *bytes, size_t size, char *text);

/* Writes what `text` stands for into `bytes`, of which there are `room`, and
 * how many it is into *got. Returns 0, or -1 if it is more, or not base64 in
 * its one spelling: no blank or line end is passed over. */
int base64_decode_strict(const char *text, size_t len, unsigned char *bytes,
                         size_t room, size_t *got);

#endif
