#include "config.h"

#include "bound.h"

#include <stdbool.h>

#define SLACK 0.001f /* for what rounding does */

/* The head and its hair keep inside a ball, the shoulders below a height. */
static void bound_rays(struct scene *s)
{
    const struct pose *pose = &s->head;
    const float middle[3] = {0, 0.3f, -0.1f};
    for (int i = 0; i < 3; i++) { /* out of the head's space */
        s->ball[i] = pose->pivot[i];
        for (int k = 0; k < 3; k++)
            s->ball[i] += pose->turn[k][i] * (middle[k] - pose->pivot[k]);
    }
    s->ball_radius = 1.55f + s->hair.thick;
    s->low = -0.9f;
}

/* Outside their box the bumps of a group have faded to nothing. */
static void bound_bumps(struct scene *s)
{
    for (int i = 0; i < s->bump_count; i++) {
        const struct bump *b = &s->bumps[i];
        struct box *box = &s->bump_boxes[i / SCENE_BUMP_GROUP];
        for (int k = 0; k < 3; k++) {
            float radius = 1 / b->inverse[k] + SLACK;
            float low = b->centre[k] - radius, high = b->centre[k] + radius;
            bool first = i % SCENE_BUMP_GROUP == 0;
            if (first || low < box->low[k])
                box->low[k] = low;
            if (first || high > box->high[k])
                box->high[k] = high;
        }
    }
}

/* Outside this box lips_height() is 0, or a ramp over z makes it so. */
static void bound_lips(struct scene *s)
{
    const struct scene_mouth *m = &s->mouth;
    float thick = m->upper > m->lower ? m->upper : m->lower;
    float curve = m->curve < 0 ? -m->curve : m->curve;
    float wide = 1.15f * m->half_width;
    float high = 1.25f * (thick + 0.012f) + m->gap + 1.3f * curve + 0.04f;
    s->lips = (struct box){{-wide, m->y - high, 0.3f - SLACK},
                           {wide, m->y + high, 99}};
}

/* Where all that hair_distance() and head_distance() know are bounds, skin's is
 * the lower one unless hair reaches far. So far outside the hairline that no
 * lock reaches there, the layer of hair is at its lowest. */
static void bound_hair(struct scene_hair *h)
{
    bool near = h->reach < 0.6f && !(h->kind & HAIR_FALLS);
    h->beyond = near ? 0.75f : 99;
    h->bare = -0.13f - 1.11f * h->ragged;
}

void bound_body(struct scene *s)
{
    bound_rays(s);
    bound_bumps(s);
    bound_lips(s);
    bound_hair(&s->hair);
}
