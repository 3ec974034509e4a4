/* The shape and the paint of a face: identity, gender presentation, age, build
 * and expression become the numbers of a scene. */
#ifndef FACE_H
#define FACE_H

#include "scene.h"

/* What faces are made of: shares that several features depend on. */
struct face_traits {
    float masculine; /* -1 feminine .. 1 masculine */
    float age;       /* 0 at 20 years .. 1 at 75 */
    float youth;     /* 1 at 18 years .. 0 at 38 */
    float weight;    /* -1 slim .. 1 heavy */
    float smile, open; /* 0 .. 1 */
    const float *axis; /* identity, borrowed */
};

void face_traits(struct face_traits *t, const struct look *look,
                 const struct identity *who, const struct view *view);

/* Skull, modelling, ears and neck. */
void face_shape(struct scene *s, const struct look *look,
                const struct face_traits *t);

/* Eyes, nose, mouth and brows. */
void face_features(struct scene *s, const struct face_traits *t,
                   const struct view *view);

/* Colours of skin, lips, lids, eyes, brows and beard; after the hair's. */
void face_colours(struct scene *s, const struct look *look,
                  const struct face_traits *t, const struct palette *palette);

#endif
