/* Base64 (RFC 4648, with its padding) as servers send and take pictures. */
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

#endif
