/* Hexadecimal of any number of bytes, in lower case only: keys, signatures and
 * hashes have one spelling. */
#ifndef HEX_H
#define HEX_H

#include <stddef.h>

#include "buf.h"

/* Appends two digits a byte. */
void hex_encode(const void *bytes, size_t len, struct buf *out);

/* Writes the bytes that `len` digits stand for. Returns 0, or -1 if these are
 * not digits only, or `len` is odd. */
int hex_decode(const char *text, size_t len, unsigned char *bytes);

#endif
