/* Light on a surface: key, fill from all round, a rim light from behind;
 * shadows, and the darkness of corners. */
#include "finish.c"

#define SHADOW_STEPS 8
#define RELIEF_MOST 0.1f /* no skin stands out further */

/* The field with the fine relief of its nearest part on it. */
static real detail_distance(const struct scene *s, struct vec p)
{
    struct body b;
    body_at(s, p, &b);
    real others = others_nearest(&b);
    if (any(b.skin < others + RELIEF_MOST))
        b.skin -= skin_relief(s, b.head, b.mirrored);
    mask hair = b.hair < 0.02f;
    if (any(hair)) {
        real a = strand_bent(&s->hair, b.head);
        real fine = 0.004f * noise_line(a * 90, s->hair.salt + 6);
        b.hair = real_pick(hair, b.hair - fine, b.hair);
    }
    return body_nearest(&b);
}

/* The outward direction, from four points round p (Quilez, "Normals for an
 * SDF": a tetrahedron). */
static struct vec normal_at(const struct scene *s, struct vec p)
{
    const float e = 0.004f;
    const float corners[4][3] = {
        {e, -e, -e}, {-e, -e, e}, {-e, e, -e}, {e, e, e}};
    real d[4];
    for (int i = 0; i < 4; i++) {
        const float *c = corners[i];
        d[i] = detail_distance(s, vec_of(p.x + c[0], p.y + c[1], p.z + c[2]));
    }
    return vec_unit(vec_of(d[0] - d[1] - d[2] + d[3],
                           d[2] + d[3] - d[0] - d[1],
                           d[1] + d[3] - d[0] - d[2]));
}

static struct vec along(struct vec p, struct vec way, float by)
{
    return vec_add(p, vec_scale(way, real_of(by)));
}

/* 1 in the open, less in corners. */
static real openness(const struct scene *s, struct vec p, struct vec n)
{
    real shut = 0.12f - body_distance(s, along(p, n, 0.12f));
    shut = real_max(shut, real_of(0)) * 2.6f;
    real wide = 0.28f - body_distance(s, along(p, n, 0.28f));
    return real_clamp(1 - shut - 0.95f * real_max(wide, real_of(0)), 0.12f, 1);
}

/* What throws a shadow: all but the thin frames of glasses, which a large lamp
 * lights round. */
static inline real opaque_distance(const struct scene *s, struct vec p)
{
    struct body b;
    body_place(s, p, &b);
    body_measure(s, &b, false);
    b.frame = b.skin;
    return body_nearest(&b);
}

/* 1 where the key light reaches, 0 in its shadow, soft between. */
static real lit(const struct scene *s, struct vec p, struct vec n)
{
    struct vec way = vec_all(s->light.key);
    struct vec from = along(p, n, 0.015f);
    real t = real_of(0.05f), least = real_of(1);
    for (int i = 0; i < SHADOW_STEPS; i++) {
        struct vec at = vec_add(from, vec_scale(way, t));
        real d = opaque_distance(s, at);
        least = real_min(least, 4.5f * d / t);
        t += real_clamp(d, 0.07f, 0.36f);
        if (!any(least > 0))
            break;
    }
    least = real_max(least, real_of(0));
    return least * least * (3 - 2 * least);
}

/* Diffuse light with a terminator softened by `wrap`, squared to end softly. */
static inline real wrapped(real facing, real wrap)
{
    real share = real_max((facing + wrap) / (1 + wrap), real_of(0));
    return mix(share, share * share, wrap);
}

/* a^(2^n) */
static inline real power(real a, int n)
{
    for (int i = 0; i < n; i++)
        a *= a;
    return a;
}

/* The glint of a round surface, or across strands for hair. */
static real glint(const struct finish *f, real n_h)
{
    real wide = power(n_h, 4), narrow = power(n_h, 6);
    real sharp = power(n_h, 9);
    real wet = real_max(f->gloss - 0.7f, real_of(0)) * 3;
    return f->gloss * (0.1f * wide + 0.12f * narrow) + 1.6f * wet * sharp;
}

static struct vec shade(const struct scene *s, struct vec p, struct vec n,
                        struct vec to_eye, const struct finish *f)
{
    const struct scene_light *l = &s->light;
    struct vec key = vec_all(l->key);
    real facing = vec_dot(n, key);
    real open = openness(s, p, n), shadow = real_of(0);
    struct vec red = vec_of(0.34f * f->soft, 0.14f * f->soft, 0.1f * f->soft);
    /* Elsewhere there is no key light that a shadow could take away. */
    mask toward = (facing > -0.3f) & (facing > -red.x);
    if (any(toward))
        shadow = real_pick(toward, lit(s, p, n), shadow);
    struct vec lights = vec_all(l->key_colour);
    lights.x *= wrapped(facing, red.x) * mix(shadow, real_sqrt(shadow),
                                             red.x);
    lights.y *= wrapped(facing, red.y) * shadow;
    lights.z *= wrapped(facing, red.z) * shadow;
    real up = 0.62f + 0.38f * n.y + 0.12f * n.z;
    struct vec fill = vec_scale(vec_all(l->fill_colour), up * open);
    real back = real_max(vec_dot(n, vec_all(l->rim)), real_of(0));
    real edge = 1 - real_max(vec_dot(n, to_eye), real_of(0));
    fill = vec_add(fill, vec_scale(vec_all(l->rim_colour),
                                   back * edge * edge * open));
    struct vec sum = vec_add(lights, fill);
    struct vec half = vec_unit(vec_add(key, to_eye));
    real n_h = real_max(vec_dot(n, half), real_of(0));
    real shine = glint(f, n_h) * shadow * real_max(facing, real_of(0)) +
                 f->gloss * 0.1f * power(edge, 2) * open;
    return vec_of(f->colour.x * sum.x + shine, f->colour.y * sum.y + shine,
                  f->colour.z * sum.z + shine);
}
