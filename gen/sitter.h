/* The person whose pictures are made, read from a line that has none yet. */
#ifndef SITTER_H
#define SITTER_H

#include <cjson/cJSON.h>

#include "json_scan.h"
#include "look.h"
#include "record.h"
#include "wardrobe.h"

struct sitter {
    char id[RECORD_ID_LIMIT + 1]; /* "" if the line has none */
    enum record_kind kind;
    cJSON *tree;                  /* owned: the record */
    cJSON *dressed;               /* owned: it in other clothes, or NULL */
    struct look look;             /* borrowed from the tree */
    struct look other;            /* borrowed from `dressed`; without, `look` */
};

/* Reads a checked line, with other clothes from the wardrobe unless that is
 * NULL. Returns NULL, or a static text that says what is wrong. The sitter is
 * released either way; its id is set where there is one. */
const char *sitter_read(struct sitter *s, const struct json_scan *scan,
                        const char *line, size_t len,
                        const struct wardrobe *wardrobe);

void sitter_release(struct sitter *s);

#endif
