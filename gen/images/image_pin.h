/* What is known of a picture that cannot be made again: a file beside it,
 * "f0001_p.json", one line
 *
 *     {"schema":"palimpsest/pin/1","file":"f0001_p.png","sha256":..,
 *      "looks":sha256,"alt":..,"source":{..}}
 *
 * with the sum of the picture, that of the looks it was asked for with, and the
 * record's `alt` and `source`. A later run for the same looks takes the picture
 * by it as it is, asks nobody, and makes the same record. */
#ifndef IMAGE_PIN_H
#define IMAGE_PIN_H

#include "image_record.h"

#define IMAGE_PIN_LIMIT ((size_t)1 << 20) /* bytes of such a file */

struct image_pin {
    char file[IMAGE_RECORD_FILE + 1]; /* of the picture, in the same folder */
    char sha256[DIGEST_HEX + 1];      /* of its bytes */
    char looks[DIGEST_HEX + 1];       /* of whom, in what: sitter_digest() */
    struct buf alt;                   /* owned: text */
    struct buf source;                /* owned: JSON */
};

/* The name of the pin's own file. */
void image_pin_name(const struct shot *shot, char file[IMAGE_RECORD_FILE + 1]);

/* Appends the pin of a picture of these looks. */
void image_pin_write(const struct image_record *r,
                     const char looks[DIGEST_HEX + 1], struct buf *out);

/* Reads the pin of that shot. Returns NULL, or a static text that says what is
 * wrong with it. */
const char *image_pin_read(struct image_pin *pin, const struct shot *shot,
                           const struct buf *bytes);

void image_pin_release(struct image_pin *pin);

#endif
