/* Bounds of a body: where its parts cannot matter, so that the tracer does not
 * measure them there. The distance to the nearest part is the same with them as
 * without, to the last bit. */
#ifndef BOUND_H
#define BOUND_H

#include "scene.h"

/* Everything else in the scene but lights and camera is set. */
void bound_body(struct scene *s);

#endif
