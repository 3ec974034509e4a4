/* The fields of a request to an image server, written in three ways: as the
 * JSON body that is sent, as the form that is sent, and as the record has them,
 * where a decimal is text, for records hold whole numbers only, and a picture
 * is its digest. All values are borrowed. */
#ifndef FIELDS_H
#define FIELDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "http.h"

#define FIELDS_LIMIT HTTP_PARTS
#define FIELDS_DIGITS 21 /* bytes of a number as text, with its NUL */

enum field_kind {
    FIELD_TEXT,
    FIELD_NUMBER,  /* whole */
    FIELD_DECIMAL, /* a decimal number as text */
    FIELD_FLAG,    /* number: 0 or 1 */
    FIELD_IMAGE,   /* a file: base64, or a part of a form */
    FIELD_IMAGES,  /* an array of one such; not in forms */
    FIELD_JSON     /* JSON that a record may hold; not in forms */
};

struct field {
    const char *name;
    enum field_kind kind;
    const char *text;        /* of texts, decimals and JSON */
    uint64_t number;         /* of numbers and flags */
    const struct buf *bytes; /* of images */
    char digits[FIELDS_DIGITS]; /* the number as text, for forms */
};

struct fields {
    struct field items[FIELDS_LIMIT];
    size_t count;
};

/* Adds a field. */
void fields_text(struct fields *f, const char *name, const char *text);
void fields_number(struct fields *f, const char *name, uint64_t number);
void fields_decimal(struct fields *f, const char *name, const char *text);
void fields_flag(struct fields *f, const char *name, bool on);
void fields_image(struct fields *f, const char *name,
                  const struct buf *bytes);
void fields_images(struct fields *f, const char *name,
                   const struct buf *bytes);
void fields_json(struct fields *f, const char *name, const char *json);

/* Appends the JSON object that is sent, or that the record has. */
void fields_send(const struct fields *f, struct buf *out);
void fields_record(const struct fields *f, struct buf *out);

/* Sets the parts of a form, one a field; they borrow from the fields. */
void fields_form(const struct fields *f, struct http_part parts[HTTP_PARTS]);

/* The content type of a picture's file by its first bytes: "image/png",
 * "image/jpeg" or "application/octet-stream". */
const char *fields_image_type(const struct buf *bytes);

#endif
