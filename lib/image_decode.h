/* PNG and JPEG files turned into pixels. The files may come from anywhere, so
 * that they are decoded in a child process that can do nothing but write the
 * pixels into one pipe (cage.h), with IMAGE_DECODE_MEMORY bytes and
 * IMAGE_DECODE_SECONDS seconds; the parent kills it if it takes longer and
 * believes nothing of what it says beyond the size in the file's header.
 *
 * Any number of threads may decode at once. The child is forked from a process
 * with threads: before it is caged it closes descriptors, sets limits, and
 * allocates for its filter, which glibc lets a forked child do. */
#ifndef IMAGE_DECODE_H
#define IMAGE_DECODE_H

#include <stdbool.h>
#include <stddef.h>

#include "image.h"
#include "image_parts.h"

#define IMAGE_FILE_LIMIT ((size_t)64 << 20)     /* bytes of a file */
#define IMAGE_DECODE_MEMORY ((size_t)448 << 20) /* bytes, in the child */
#define IMAGE_DECODE_SECONDS 20                 /* of one file */

/* Decodes a file. Grey becomes red, green and blue; of 16 bits the higher 8
 * are taken; what is transparent keeps the colour it has. Returns NULL, and the
 * caller releases `image`; or a static text that says why not, and `image` is
 * empty. Files are refused that image_parts_read() refuses, that are larger
 * than IMAGE_FILE_LIMIT, and that stb_image cannot decode. */
const char *image_decode(const void *bytes, size_t len, struct image *image);

/* True if such a text tells a failure of the system rather than of the file:
 * no process, no pipe, no cage. */
bool image_decode_failed(const char *why);

#endif
