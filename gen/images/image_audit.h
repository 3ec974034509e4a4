/* One image file held against its record. */
#ifndef IMAGE_AUDIT_H
#define IMAGE_AUDIT_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "image_claim.h"

struct image_audit {
    struct image_claim claim;
    struct buf wrong;      /* owned: all that is not right, a line each */
    bool seen;             /* it was decoded: hashes and tint are set */
    uint64_t dhash, phash; /* of its pixels */
    uint8_t tint[IMAGE_TINT];
    bool broken;           /* the system failed: told, or a line of `wrong` */
};

/* Reads, decodes and compares the file in `folder` with a->claim, and fills in
 * the rest. Any number of threads may do so at once. */
void image_audit_run(struct image_audit *a, int folder);

void image_audit_release(struct image_audit *a);

#endif
