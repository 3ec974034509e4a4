/* Neck, shoulders and what is worn, in the torso's space. */
#include "hair.c"

static real neck_distance(const struct scene *s, struct vec p)
{
    struct vec top = vec_of(real_of(0), real_of(-0.6f), real_of(-0.14f));
    struct vec foot = vec_of(real_of(0), real_of(-1.9f), real_of(-0.26f));
    real d = capsule_distance(p, top, foot, real_of(s->neck));
    return d - 0.05f * ramp(-p.y, 0.95f, 1.45f);
}

/* Bare shoulders and chest. */
static real torso_distance(const struct scene *s, struct vec m)
{
    real d = ellipsoid_distance(&s->chest, m);
    d = join(d, ellipsoid_distance(&s->shoulder, m), 0.5f);
    return join(d, ellipsoid_distance(&s->trapezius, m), 0.35f);
}

/* The cut of the neckline: negative where cloth is. */
static real neckline(const struct scene_clothes *c, struct vec m)
{
    real x = m.x, y = m.y + 1.16f, z = m.z - 0.05f;
    real round = c->neck - real_sqrt(x * x + y * y + 0.8f * z * z + 1e-6f);
    if (c->vee <= 0)
        return round;
    real wedge = (y + c->vee) * 0.6f - x * c->open;
    return real_max(round, real_pick(m.z > 0, wedge, real_of(-1)));
}

/* A folded collar standing round the neck, open in front. */
static real collar_distance(const struct scene *s, struct vec m)
{
    const struct scene_clothes *c = &s->clothes;
    real r = real_sqrt(m.x * m.x + square(m.z + 0.2f) + 1e-6f);
    real y = m.y + 1.26f + 0.14f * ramp(m.z, 0.0f, 0.5f);
    real d = real_abs(r - (s->neck + 0.1f) + 0.35f * (y - 0.1f)) - 0.028f;
    real low = -0.17f - c->points * ramp(m.z, 0.1f, 0.5f) - y;
    d = meet(d, real_max(y - 0.13f, low), 0.02f);
    return meet(d, (c->gap + 0.5f * (0.1f - y) - m.x) * 0.8f, 0.02f);
}

/* A tube of knit round the neck. */
static real roll_distance(const struct scene *s, struct vec m)
{
    real d = neck_distance(s, m) - 0.09f;
    real fold = 0.03f - 0.03f * ramp(real_abs(m.y + 1.0f), 0.12f, 0.16f);
    d = d - fold;
    return meet(d, m.y + 0.9f + 0.2f * m.z, 0.05f);
}

/* The hood, lying on the shoulders. */
static real hood_distance(const struct scene *s, struct vec m)
{
    real r = real_sqrt(m.x * m.x + square(m.z + 0.28f) + 1e-6f) -
             (s->neck + 0.24f);
    real y = m.y + 1.26f + 0.3f * m.z;
    return real_sqrt(r * r + y * y * 0.7f + 1e-6f) - 0.15f;
}

/* What is worn outermost; `body` is torso_distance() there. */
static real cloth_distance(const struct scene *s, struct vec m, real body)
{
    const struct scene_clothes *c = &s->clothes;
    real d = meet(body - c->thick, neckline(c, m), 0.03f);
    if (c->kind & CLOTHES_COLLAR)
        d = real_min(d, collar_distance(s, m));
    if (c->kind & CLOTHES_ROLL)
        d = join(d, roll_distance(s, m), 0.1f);
    if (c->kind & CLOTHES_HOOD)
        d = join(d, hood_distance(s, m), 0.08f);
    return d;
}

/* What shows under an open garment. */
static real inner_distance(const struct scene *s, struct vec m, real body)
{
    real x = m.x, y = m.y + 1.14f, z = m.z - 0.05f;
    real round = s->clothes.inner_neck -
                 real_sqrt(x * x + y * y + 0.8f * z * z + 1e-6f);
    return meet(body - 0.015f, round, 0.02f);
}
