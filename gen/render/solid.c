/* Solids as distances: negative inside, 0 on the surface. Near the surface a
 * distance is true to first order, f / |grad f| (Taubin, "Distance
 * approximations for rasterizing implicit curves", 1994); far from it, less. */
#include "packet.c"

/* f = |p / r|^2 - 1: one square root less than scaling |p / r|. */
static inline real ellipsoid_distance(const struct ellipsoid *e, struct vec p)
{
    real x = (p.x - e->centre[0]) * e->inverse[0];
    real y = (p.y - e->centre[1]) * e->inverse[1];
    real z = (p.z - e->centre[2]) * e->inverse[2];
    real f = x * x + y * y + z * z;
    real slope = square(x * e->inverse[0]) + square(y * e->inverse[1]) +
                 square(z * e->inverse[2]);
    return (f - 1) * 0.5f / real_sqrt(slope + 1e-6f);
}

/* A ball of radius r stretched along the line from a to b. */
static inline real capsule_distance(struct vec p, struct vec a, struct vec b,
                                    real radius)
{
    struct vec along = vec_of(b.x - a.x, b.y - a.y, b.z - a.z);
    struct vec from = vec_of(p.x - a.x, p.y - a.y, p.z - a.z);
    real share = real_clamp(vec_dot(from, along) / vec_dot(along, along), 0, 1);
    struct vec off = vec_of(from.x - along.x * share, from.y - along.y * share,
                            from.z - along.z * share);
    return real_sqrt(vec_dot(off, off)) - radius;
}

/* The swelling at p: (1 - |p / r|^2)^2 inside the radii. */
static inline real bump_height(const struct bump *b, struct vec p)
{
    real x = (p.x - b->centre[0]) * b->inverse[0];
    real y = (p.y - b->centre[1]) * b->inverse[1];
    real z = (p.z - b->centre[2]) * b->inverse[2];
    real left = real_max(1 - (x * x + y * y + z * z), real_of(0));
    return b->height * left * left;
}

/* The union of two solids, its seam filled over a width of k. */
static inline real join(real a, real b, float k)
{
    real h = real_max(k - real_abs(a - b), real_of(0));
    return real_min(a, b) - h * h * (0.25f / k);
}

/* What is in both, the edge rounded over k. */
static inline real meet(real a, real b, float k)
{
    real h = real_max(k - real_abs(a - b), real_of(0));
    return real_max(a, b) + h * h * (0.25f / k);
}
