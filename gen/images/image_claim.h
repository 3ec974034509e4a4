/* What a record says of one of its images and its file can be held to. */
#ifndef IMAGE_CLAIM_H
#define IMAGE_CLAIM_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stdint.h>

#include "digest.h"
#include "image.h"
#include "inside.h"
#include "record.h"

struct image_claim {
    char id[RECORD_ID_LIMIT + 1];
    char path[INSIDE_PATH_LIMIT + 1]; /* below the folder of images */
    char sha256[DIGEST_HEX + 1];
    char pixels[DIGEST_HEX + 1];      /* "" if the record does not say */
    double width, height;             /* whole numbers */
    char dhash[IMAGE_HASH_HEX + 1];   /* "" likewise */
    char phash[IMAGE_HASH_HEX + 1];
    bool judged;     /* the record has a `qc` */
    unsigned faults; /* of the rules in it those of image_check.h, a set */
};

/* Reads an image of a record: the members that it holds, whatever the others
 * are. Returns NULL, or a static text that says what is wrong with one. */
const char *image_claim_read(struct image_claim *claim, const cJSON *image);

#endif
