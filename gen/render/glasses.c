/* Glasses: two rims, a bridge and the temples, in the head's space. */
#include "clothes.c"

/* Distance in the plane from a rim's line, negative inside the lens. */
static real rim_inside(const struct scene_glasses *g, struct vec m)
{
    real x = real_abs(m.x - g->x) - (g->width - g->round);
    real y = real_abs(m.y - g->y) - (g->height - g->round);
    real ox = real_max(x, real_of(0)), oy = real_max(y, real_of(0));
    return real_sqrt(ox * ox + oy * oy + 1e-8f) +
           real_min(real_max(x, y), real_of(0)) - g->round;
}

static real glasses_distance(const struct scene_glasses *g, struct vec m)
{
    real plane = m.z - g->z + 0.22f * square(m.x);
    real rim = real_abs(rim_inside(g, m)) - g->thick;
    if (g->style == LOOK_HALF_RIM)
        rim = real_max(rim, g->y - 0.02f - m.y);
    real d = meet(rim, real_abs(plane) - 0.022f, 0.012f);
    struct vec hinge = vec_of(real_of(g->x + g->width), real_of(g->y + 0.04f),
                              real_of(g->hinge_z));
    struct vec ear = vec_of(real_of(g->ear_x), real_of(0.02f), real_of(0.02f));
    d = real_min(d, capsule_distance(m, hinge, ear, real_of(0.02f)));
    struct vec left = vec_of(real_of(0), real_of(g->y + 0.045f),
                             real_of(g->z + 0.01f));
    struct vec right = vec_of(real_of(g->x - g->width), real_of(g->y + 0.02f),
                              real_of(g->z));
    return real_min(d, capsule_distance(m, left, right, real_of(g->thick)));
}
