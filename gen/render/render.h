/* Portraits drawn by this program: a person and a view become a picture, the
 * same bits on every machine. The person is a signed distance field, traced by
 * spheres (Hart, "Sphere tracing", 1996). */
#ifndef RENDER_H
#define RENDER_H

#include "image.h"
#include "look.h"
#include "palette.h"
#include "view.h"

#define RENDER_VERSION 1 /* counts changes of the pictures */
#define RENDER_LEAST 64  /* sizes, pixels */
#define RENDER_MOST 1024

struct render {
    struct palette palette;
    int lanes; /* rays traced at a time: 1, 4 or 8; no part of the result */
};

/* Loads the shipped palette and picks the widest code this processor runs.
 * Returns 0, TSV_BAD or TSV_UNREADABLE (told). */
int render_init(struct render *r);

void render_release(struct render *r);

/* Returns NULL if the palette has all the colours that the look names, or a
 * static text that says which it lacks. */
const char *render_check(const struct render *r, const struct look *look);

/* Draws a square picture of `size` pixels a side into `out`, which the caller
 * releases. The look was checked. Threads may share `r`. */
void render_portrait(const struct render *r, const struct look *look,
                     const struct view *view, unsigned size,
                     struct image *out);

#endif
