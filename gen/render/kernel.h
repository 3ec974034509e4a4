/* What the parts of the tracer share: LANES is set by the unit that includes
 * them. */
#ifndef KERNEL_H
#define KERNEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if defined(__SSE2__)
#include <immintrin.h>
#endif

#include "scene.h"

/* The parts of a body that a ray can meet. */
enum part { PART_NONE, PART_SKIN, PART_HAIR, PART_EYE, PART_CLOTH,
            PART_INNER, PART_FRAME };

#endif
