/* The person whose pictures are made, read from a line that has none yet. */
#ifndef SITTER_H
#define SITTER_H

#include <cjson/cJSON.h>

#include "buf.h"
#include "digest.h"
#include "json_scan.h"
#include "record.h"
#include "render/look.h"
#include "render/view.h"
#include "wardrobe.h"

/* A person in certain clothes. */
struct guise {
    cJSON *tree;      /* owned: the record with these clothes; or NULL */
    struct look look; /* borrowed from the tree */
};

struct sitter {
    char id[RECORD_ID_LIMIT + 1]; /* "" if the line has none */
    enum record_kind kind;
    struct guise own;
    struct guise other;           /* for test views; without a tree, `own` is */
};

/* Reads a checked line, with other clothes from the wardrobe unless that is
 * NULL. Returns NULL, or a static text that says what is wrong. The sitter is
 * released either way; its id is set where there is one. */
const char *sitter_read(struct sitter *s, const struct json_scan *scan,
                        const char *line, size_t len,
                        const struct wardrobe *wardrobe);

/* In what they are seen in pictures of that role. */
const struct guise *sitter_guise(const struct sitter *s, enum view_role role);

/* Appends the members garment and clothing_colour of a picture's view. */
void sitter_write_clothes(const struct guise *guise, struct buf *out);

/* The sum of all that a picture of them follows from: seed, index, age and
 * appearance. */
void sitter_digest(const struct guise *guise, char hex[DIGEST_HEX + 1]);

void sitter_release(struct sitter *s);

#endif
