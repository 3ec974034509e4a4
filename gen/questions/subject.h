/* Who questions are about: a person line read back, the facts as words, the
 * pictures, and the random stream that its questions are drawn from. */
#ifndef SUBJECT_H
#define SUBJECT_H

#include <cjson/cJSON.h>
#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "people/person.h"
#include "people/world.h"
#include "record.h"
#include "record_limits.h"
#include "rng.h"

#define SUBJECT_IMAGES RECORD_IMAGES_LIMIT /* of one person, at most */
#define SUBJECT_ID_LIMIT 61 /* bytes: so that ids of questions are ids, too */

enum image_role { IMAGE_PORTRAIT, IMAGE_TRAIN_VIEW, IMAGE_VIEW, IMAGE_ROLES };

struct subject_image {
    const char *id; /* borrowed from the tree */
    enum image_role role;
};

struct subject {
    struct record_head head;
    struct person person; /* its facts; those the record lacks are empty */
    struct subject_image images[SUBJECT_IMAGES];
    size_t image_count;
    cJSON *tree;       /* owned: the line */
    struct rng rng;    /* keyed by seed and index, a celebrity's by the id */
    struct buf reason; /* owned: what subject_refuse() made */
};

void subject_init(struct subject *s, const struct world *w);

/* Reads a checked line; what the subject held before is dropped. Returns NULL,
 * or what is wrong with the record: a text that is valid until the next one is
 * read. */
const char *subject_read(struct subject *s, const struct json_scan *scan,
                         const char *line, size_t len);

/* A text that says so of a fact, "the fact 'pet' is not a text"; valid until
 * the next record is read. */
const char *subject_refuse(struct subject *s, enum fact fact,
                           const char *wrong);

/* The number of pictures of a role, or of either of two. */
size_t subject_images(const struct subject *s, enum image_role a,
                      enum image_role b);

/* The n-th (from 0) of them. */
const char *subject_image(const struct subject *s, enum image_role a,
                          enum image_role b, size_t n);

void subject_release(struct subject *s);

#endif
