/* Where pictures are made: all those of one person, one after the other, drawn
 * by us or asked of a backend, stored, and measured for the record. Threads may
 * share a studio; each has its own backend. */
#ifndef STUDIO_H
#define STUDIO_H

#include <stdatomic.h>
#include <stdbool.h>

#include "diag.h"
#include "image_record.h"
#include "image_store.h"
#include "render/render.h"
#include "servers/backend.h"
#include "servers/prompt.h"
#include "shots.h"
#include "sitter.h"

struct studio {
    /* Set by the caller. */
    unsigned train_views, views; /* of a person */
    bool replace;                /* pictures that are there are made anew */
    bool drawn;                  /* by us; else asked of the backend */
    unsigned size;               /* of drawn ones, pixels a side */
    struct backend_options backend; /* of asked ones */
    /* Its own. */
    struct image_store store;
    struct render render;         /* of drawn pictures */
    char palette[DIGEST_HEX + 1]; /* sum of the renderer's palette */
    struct prompts prompts;       /* texts about pictures */
    atomic_bool closed; /* set: make no further picture */
};

enum studio_result {
    STUDIO_DONE,
    STUDIO_REFUSED, /* this person cannot have their pictures */
    STUDIO_FAILED,  /* the system or the server failed */
};

/* The pictures of a person. */
struct sitting {
    struct shots shots;
    struct image_record records[RECORD_IMAGES_LIMIT]; /* owned; one a shot */
    size_t count;   /* of records that were made */
    struct buf why; /* owned: what is wrong; empty if that is told already */
};

/* Opens a studio with the folder `images`; texts of the prompts are read from
 * these files, or NULL for the shipped ones. The caller has set what is marked
 * so, and the store's descriptor to -1, and closes the studio after a failure,
 * too. Returns EXIT_OK, or a status (told). */
enum exit_status studio_open(struct studio *studio, const char *images,
                             const char *prompt, const char *negative);
void studio_close(struct studio *studio);

/* Makes all pictures of the sitter, with `backend` unless they are drawn. The
 * sitting is overwritten, and released by the caller whatever comes of it. */
enum studio_result studio_sit(struct studio *studio, struct backend *backend,
                              const struct sitter *sitter,
                              struct sitting *sitting);

void sitting_release(struct sitting *sitting);

/* What came of a file, as a result. */
enum studio_result studio_stored(enum image_store_result result);

#endif
