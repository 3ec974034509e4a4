/* A picture made as small as a model sees it. */
#ifndef SHRINK_H
#define SHRINK_H

#include "image.h"

/* Averages red, green and blue over the areas of a grid of `side` by `side`,
 * each pixel counting in an area by its share of it, rounded to the nearest;
 * `rgb` gets 3 * side * side bytes, rows from the top. All is reckoned in whole
 * numbers; `side` is at most IMAGE_GRID. */
void shrink(const struct image *image, unsigned side, unsigned char *rgb);

#endif
