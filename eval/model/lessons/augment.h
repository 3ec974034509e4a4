/* Pictures as a model takes them: floats of -1 to 1, [3][64][64], and small
 * changes to them while it learns, so that it learns people and not pixels. The
 * same stream gives the same bits everywhere: there is nothing but + - * and /
 * of floats in a stated order. */
#ifndef AUGMENT_H
#define AUGMENT_H

#include <stdint.h>

#include "lessons/album.h"
#include "rng.h"

/* The stream of one use of a lesson in an epoch (from 0) under a seed. */
void augment_stream(struct rng *r, const char *seed, uint64_t epoch,
                    uint64_t lesson);

/* The pixels as they are: each over 127.5, less 1. */
void augment_none(const unsigned char *rgb, float *picture);

/* Shifted by up to 4 pixels either way, scaled by up to 8 %, turned by up to
 * 0.06 radians, its brightness moved and its contrast scaled by up to 0.1, all
 * drawn uniformly; and noise of standard deviation 0.02. Beyond its edges a
 * picture goes on as it ends. */
void augment_geo(const unsigned char *rgb, struct rng *r, float *picture);

#endif
