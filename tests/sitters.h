/* The people whom the tests of the renderer draw, each in a view. Together they
 * have every hair style, texture and colour, every garment, beard and kind of
 * glasses, every build, shape of face and presentation. */
#ifndef SITTERS_H
#define SITTERS_H

#include <stddef.h>

#include "render/look.h"
#include "render/view.h"

#define SITTERS 14
#define SITTER_SIZE 96 /* pixels a side that their pinned pictures have */

struct sitter {
    const char *name; /* of the picture */
    struct look look;
    const struct view *view;
};

/* Number `i` of them, from 0; constant. */
const struct sitter *sitter_at(size_t i);

/* A view from the front, under even light, with a neutral face. */
const struct view *sitter_frontal(void);

#endif
