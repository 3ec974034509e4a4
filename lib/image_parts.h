/* What a PNG or JPEG file is made of: its chunks or segments walked from the
 * first byte to the last, nothing unpacked. The walk reads bytes that anybody
 * may have made; it allocates nothing and never goes beyond their end.
 *
 * PNG (W3C 2003): all lengths and sums are right, IHDR comes first, IEND is
 * there, and no chunk that must be understood is unknown.
 * JPEG (T.81): all lengths are right, one frame header of eight bits a sample,
 * grey or three colours, baseline or progressive; Huffman tables have 256 values
 * and as many codes as there can be, at most; a scan and EOI are there. */
#ifndef IMAGE_PARTS_H
#define IMAGE_PARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum image_format { IMAGE_NONE, IMAGE_PNG, IMAGE_JPEG, IMAGE_FORMATS };

struct image_parts {
    enum image_format format;
    uint32_t width, height; /* as the header says, 1..IMAGE_SIDE_LIMIT */
    bool extra; /* it holds more than the picture: anything but the parts
                 * named at image_parts_read() */
};

/* What the first bytes say; IMAGE_NONE for any other format. */
enum image_format image_sniff(const void *bytes, size_t len);

/* The extension of such a file's name: "png", "jpg". */
const char *image_extension(enum image_format format);

/* Walks a file. Returns NULL, or a static text that says what is wrong. These
 * are no extra: in a PNG the chunks IHDR PLTE tRNS IDAT IEND, and gAMA cHRM
 * sRGB sBIT bKGD pHYs, which are a few numbers on colour and scale; in a JPEG
 * the segments that decoding takes, APP0 of JFIF without a thumbnail and APP14
 * of Adobe. Text, profiles, thumbnails, further frames, signatures and bytes
 * behind the end are. */
const char *image_parts_read(struct image_parts *parts, const void *bytes,
                             size_t len);

#endif
