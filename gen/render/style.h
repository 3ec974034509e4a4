/* What is on a head and a body: hair, glasses, clothes. */
#ifndef STYLE_H
#define STYLE_H

#include "scene.h"

void style_hair(struct scene_hair *h, const struct look *look,
                const struct identity *who, const struct palette *palette);

/* The face's features are set. */
void style_glasses(struct scene *s, const struct look *look,
                   const struct identity *who, const struct palette *palette);

/* The neck is set. */
void style_clothes(struct scene *s, const struct look *look,
                   const struct identity *who, const struct palette *palette);

#endif
