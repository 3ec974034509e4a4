/* A workflow of ComfyUI as a template. Its file is JSON with two graphs, each
 * as ComfyUI's "Save (API format)" writes it:
 *
 *     {"make": GRAPH, "edit": GRAPH}
 *
 * "make" draws a portrait, "edit" changes one into another view; "edit" may be
 * left out. A string in a graph that is exactly one of these is replaced, by a
 * number where it stands for one:
 *
 *     %prompt% %negative% %seed% %width% %height% %steps% %cfg% %model%
 *     %ref%     name of the portrait, uploaded to the server
 *     %prefix%  a fresh filename_prefix for the node that saves the picture
 *
 * All other bytes stay as they are. */
#ifndef WORKFLOW_H
#define WORKFLOW_H

#include <stdbool.h>

#include "buf.h"
#include "digest.h"
#include "json_scan.h"

/* The slots, in the order of the list above. */
enum workflow_slot {
    WORKFLOW_PROMPT,
    WORKFLOW_NEGATIVE,
    WORKFLOW_SEED,
    WORKFLOW_WIDTH,
    WORKFLOW_HEIGHT,
    WORKFLOW_STEPS,
    WORKFLOW_CFG,
    WORKFLOW_MODEL,
    WORKFLOW_REF,
    WORKFLOW_PREFIX,
    WORKFLOW_SLOTS
};

struct workflow {
    struct buf text;       /* owned: the file */
    struct json_scan scan; /* owned: of it */
    char sha256[DIGEST_HEX + 1]; /* of the file */
};

/* Values of the slots, borrowed; a number as its digits; NULL where
 * there is none. */
struct workflow_values {
    const char *text[WORKFLOW_SLOTS];
};

/* Reads a file. Returns 0, or -1 (told). */
int workflow_load(struct workflow *w, const char *path);

/* Appends the graph "edit" or "make" with the values in it. Returns 0, or -1
 * with what is wrong appended to `why`. */
int workflow_fill(const struct workflow *w, bool edit,
                  const struct workflow_values *values, struct buf *out,
                  struct buf *why);

void workflow_release(struct workflow *w);

#endif
