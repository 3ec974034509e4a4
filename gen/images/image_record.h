/* One picture as a record tells of it: a member of `images` in
 * palimpsest-person(5). */
#ifndef IMAGE_RECORD_H
#define IMAGE_RECORD_H

#include "buf.h"
#include "digest.h"
#include "image.h"
#include "image_parts.h"
#include "shots.h"

#define IMAGE_RECORD_FILE (RECORD_ID_LIMIT + 5) /* bytes of "f0001_p.png" */

enum image_record_identity {
    IMAGE_RECORD_UNASKED, /* nothing compared it with the portrait's: null */
    IMAGE_RECORD_UNSURE,  /* it ought to be, and is not known to be: false */
    IMAGE_RECORD_SAME,    /* found to be the same person: true */
};

struct image_record {
    const char *person;      /* borrowed: the person's id */
    const struct shot *shot; /* borrowed */
    char file[IMAGE_RECORD_FILE + 1]; /* in the person's folder */
    char sha256[DIGEST_HEX + 1];      /* of the file */
    char pixels[DIGEST_HEX + 1];
    uint32_t width, height; /* pixels */
    uint64_t dhash, phash;
    unsigned faults;        /* rules it fails: a set of enum image_fault */
    struct buf words;       /* owned: more such rules, as JSON with a comma
                             * before each */
    struct buf view;        /* owned: JSON, or empty for null */
    enum image_record_identity identity;
    struct buf alt;         /* owned: text */
    struct buf source;      /* owned: JSON */
};

/* The file's name for an image of that format. */
void image_record_name(const struct shot *shot, enum image_format format,
                       char file[IMAGE_RECORD_FILE + 1]);

/* Fills in what the file and its pixels tell: sums, size, hashes, faults. */
void image_record_measure(struct image_record *r, const struct image *image,
                          const struct buf *bytes);

/* Appends the JSON object. */
void image_record_write(const struct image_record *r, struct buf *out);

void image_record_release(struct image_record *r);

#endif
