/* Rules that a picture of a person must pass, judged without any model, from
 * its pixels and its file. A record's `qc` names the rules it fails.
 *
 *   size      no side is under IMAGE_CHECK_SIDE pixels, none twice the other
 *   flat      the variance of grey is at least IMAGE_CHECK_VARIANCE
 *   blurred   the mean square of the Laplacian is at least one part in
 *             IMAGE_CHECK_SHARPNESS of that variance
 *   metadata  the file holds the picture and no more (image_parts.h)
 *
 * Grey is averaged over a grid of 96 by 96 areas first, so that the figures do
 * not depend on the picture's size or its noise. On that grid, rendered
 * portraits have a variance of 500 to 2700; a ratio of 0.12 to 1.3, or one in
 * 8 at worst; blurred by a Gaussian of 1.5 % of the side, which hides the
 * features of a face as a content filter does, 0.008 to 0.033, or one in 30 at
 * best. None of 6,000 rendered pictures of 96 and 160 pixels fails a rule. */
#ifndef IMAGE_CHECK_H
#define IMAGE_CHECK_H

#include <stddef.h>

#include "buf.h"
#include "image.h"

#define IMAGE_CHECK_SIDE 64      /* pixels */
#define IMAGE_CHECK_VARIANCE 64  /* of grey, 0..255, squared */
#define IMAGE_CHECK_SHARPNESS 20

/* The rules, as bits of a set, in the order in which a record names them. */
enum image_fault {
    IMAGE_FAULT_SIZE = 1,     /* "size" */
    IMAGE_FAULT_FLAT = 2,     /* "flat" */
    IMAGE_FAULT_BLURRED = 4,  /* "blurred" */
    IMAGE_FAULT_METADATA = 8, /* "metadata" */
};
#define IMAGE_FAULTS 4

/* The rules that a picture fails; `bytes` are the file that it was decoded
 * from. */
unsigned image_check(const struct image *image, const void *bytes, size_t len);

/* The word for a rule, by its place from 0. */
const char *image_fault_word(unsigned place);

/* Appends a set of rules as JSON: ["flat","blurred"]. */
void image_fault_write(unsigned faults, struct buf *out);

#endif
