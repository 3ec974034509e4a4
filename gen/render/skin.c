/* What is painted on the skin: brows, lips, lids, redness, freckles, stubble;
 * and the fine relief that only the light sees: wrinkles and pores. All of it
 * sticks to the face, whatever the view. */
#include "field.c"

/* 1 in the middle of a round spot of the face, 0 outside its radius. */
static inline real spot(struct vec m, float x, float y, float radius)
{
    real d = (square(m.x - x) + square(m.y - y)) * (1 / (radius * radius));
    real left = real_max(1 - d, real_of(0));
    return left * left;
}

/* Distance in the plane of the face to the line from a to b. */
static real line_distance(struct vec m, const float a[2], const float b[2])
{
    float dx = b[0] - a[0], dy = b[1] - a[1];
    real x = m.x - a[0], y = m.y - a[1];
    real share = real_clamp((x * dx + y * dy) * (1 / (dx * dx + dy * dy)), 0,
                            1);
    return real_sqrt(square(x - share * dx) + square(y - share * dy) + 1e-8f);
}

/* A groove of half width w at distance d, 0 .. 1. */
static inline real groove(real d, float w)
{
    real left = real_max(1 - d * (1 / w), real_of(0));
    return left * left;
}

/* How much brow there is, 0..1, with single hairs. */
static real brow_cover(const struct scene_brow *b, struct vec m, uint32_t salt)
{
    real t = (m.x - b->inner) * (1 / (b->outer - b->inner));
    real line = b->y + b->slope * (t - 0.5f) +
                b->arch * (1 - square((t - 0.62f) * 1.6f));
    real thick = b->thick * (1.1f - 0.75f * t * t);
    real off = (m.y - line) / real_max(thick, real_of(0.004f));
    real hairs = noise_line(m.x * 80 + (m.y - line) * (26 - 60 * t), salt);
    real body = real_max(1 - off * off, real_of(0));
    real ends = ramp(t, -0.04f, 0.1f) * (1 - ramp(t, 0.86f, 1.04f));
    real cover = ramp(body, 0.0f, 0.6f) * ends * (0.75f + 0.4f * hairs);
    return real_min(cover, real_of(1)) * ramp(m.z, 0.1f, 0.25f) * b->strength;
}

/* How far inside the lips a point is: above 0 on them. */
static real lips_inside(const struct scene_mouth *mouth, struct vec m)
{
    real across = m.x * (1 / mouth->half_width);
    real full = real_max(1 - across * across, real_of(0));
    real y = m.y - mouth_line(mouth, m.x), gap = mouth->gap * full;
    real bow = real_max(1 - square(m.x * 11), real_of(0));
    real up = mouth->upper * full * (1 - 0.22f * bow) - (y - gap);
    real down = mouth->lower * full - (-y - gap);
    return real_min(up, down) - 0.25f * real_max(across * across - 0.9f,
                                                 real_of(0));
}

/* Grooves of age, 0..1 at the deepest: forehead, frown, crow's feet, from nose
 * to mouth and below it. */
static real wrinkles(const struct scene *s, struct vec p, struct vec m)
{
    static const float crease[2][2] = {{0.165f, -0.4f}, {0.325f, -0.7f}};
    static const float chin[2][2] = {{0.3f, -0.74f}, {0.34f, -0.93f}};
    real bend = 0.03f * wave(p.x * 1.1f + 0.25f) +
                0.02f * noise_line(p.x * 6, s->skin.salt);
    real rows = real_abs(wave((p.y + bend) * 4.6f));
    real forehead = groove(rows, 0.6f) * ramp(p.y, 0.24f, 0.32f) *
                    (1 - ramp(p.y, 0.58f, 0.7f)) *
                    (1 - ramp(m.x, 0.25f, 0.52f));
    real frown = groove(real_abs(m.x - 0.055f), 0.02f) *
                 spot(m, 0.055f, 0.16f, 0.12f);
    real ex = m.x - s->eye.x - s->eye.half_width;
    real ey = m.y - s->eye.y;
    real fan = groove(real_abs(wave(ey / (ex + 0.12f) * 2.1f)), 0.4f) *
               ramp(ex, 0.01f, 0.05f) * (1 - ramp(ex, 0.1f, 0.2f)) *
               (1 - ramp(real_abs(ey), 0.06f, 0.12f));
    real folds = groove(line_distance(m, crease[0], crease[1]), 0.09f) +
                 0.5f * groove(line_distance(m, chin[0], chin[1]), 0.07f);
    return 0.4f * forehead + 0.35f * frown + 0.45f * fan + folds;
}

/* The fine relief of the skin, in units of length. */
static real skin_relief(const struct scene *s, struct vec p, struct vec m)
{
    mask face = (m.z > 0.05f) & (m.y > -1.2f) & (m.y < 0.9f);
    if (!any(face))
        return real_of(0);
    real height = real_of(0);
    if (s->skin.wrinkles > 0)
        height = -0.02f * s->skin.wrinkles * wrinkles(s, p, m);
    real ey = m.y - s->eye.y + 0.12f + 0.25f * square(m.x - s->eye.x) * 4;
    real bag = groove(real_abs(ey), 0.035f) *
               (1 - ramp(real_abs(m.x - s->eye.x), 0.1f, 0.18f));
    height -= 0.012f * s->skin.bags * bag;
    real crease = lid_outside(&s->eye, m);
    real fold = groove(real_abs(crease - s->eye.fold), 0.02f) *
                ramp(m.y, s->eye.y, s->eye.y + 0.03f) *
                (1 - ramp(real_abs(m.x - s->eye.x), 0.12f, 0.17f));
    height -= 0.012f * fold;
    if (s->skin.wrinkles > 0)
        height += 0.008f * s->skin.wrinkles *
                  noise_space(vec_scale(p, real_of(17)));
    real beard = s->beard.strength > 0 ? beard_cover(s, m) : real_of(0);
    if (any(beard > 0))
        height += 0.008f * s->beard.strength * beard *
                  noise_space(vec_of(p.x * 110, p.y * 45, p.z * 100));
    height *= ramp(m.z, 0.05f, 0.2f) * ramp(m.y, -1.2f, -1.05f);
    return real_pick(face, height, real_of(0));
}

/* What a bit of a surface is made of, for the light. */
struct finish {
    struct vec colour;
    real gloss; /* 0 dull .. 1 wet */
    real soft;  /* how much light scatters inside: 1 for skin */
};

static void paint(struct vec *colour, struct vec with, real share)
{
    *colour = vec_mix(*colour, with, share);
}

/* Soft dots strewn over the face, one in most squares of a grid of that many a
 * unit: 1 in their middles. */
static real dots(struct vec m, real x, float grid, uint32_t salt)
{
    real gx = x * grid, gy = m.y * grid;
    real i = real_floor(gx), j = real_floor(gy);
    word w = word_mix(word_of(i) * 0x9e3779b1u ^
                      (word_of(j) + salt) * 0x85ebca77u);
    real dx = gx - i - 0.25f - 0.5f * word_share(w);
    real dy = gy - j - 0.25f - 0.5f * word_share(word_mix(w + 1));
    real size = 0.36f * word_share(word_mix(w + 2)) - 0.08f;
    return ramp(size - real_sqrt(dx * dx + dy * dy + 1e-6f), 0.0f, 0.08f);
}

/* Redness, shadows round the eyes, freckles and spots. */
static void paint_complexion(const struct scene *s, struct vec p, struct vec m,
                             struct vec *colour)
{
    const struct scene_skin *skin = &s->skin;
    real red = spot(m, 0.4f, -0.34f, 0.3f) + 0.8f * spot(m, 0, -0.4f, 0.2f) +
               0.6f * ramp(m.x, 0.7f, 0.8f) + 0.4f * spot(m, 0, -0.98f, 0.25f);
    red = real_min(red, real_of(1)) * skin->red;
    struct vec flushed = vec_of(colour->x * 1.04f, colour->y * 0.74f,
                                colour->z * 0.72f);
    paint(colour, flushed, red);
    real mottle = noise_space(vec_scale(p, real_of(9)));
    *colour = vec_scale(*colour, 0.97f + 0.06f * mottle);
    real dark = spot(m, s->eye.x - 0.03f, s->eye.y - 0.1f, 0.2f) *
                (0.12f + 0.3f * skin->bags) +
                spot(m, s->eye.x - 0.02f, s->eye.y + 0.02f, 0.26f) *
                    skin->sockets;
    paint(colour, vec_of(colour->x * 0.68f, colour->y * 0.6f,
                         colour->z * 0.66f), dark);
    real flecks = real_of(0);
    if (skin->freckles > 0)
        flecks = dots(m, p.x, 27, skin->salt) * spot(m, 0.28f, -0.22f, 0.5f) *
                 skin->freckles;
    if (skin->spots > 0)
        flecks += dots(m, p.x, 9, skin->salt + 1) * skin->spots *
                  ramp(m.y, -1.1f, -0.9f) * ramp(m.z, 0.0f, 0.2f);
    paint(colour, vec_of(colour->x * 0.66f, colour->y * 0.5f,
                         colour->z * 0.42f),
          real_min(flecks * 0.6f, real_of(1)));
}

static void paint_mouth(const struct scene *s, struct vec m,
                        struct finish *f)
{
    const struct scene_mouth *mouth = &s->mouth;
    real front = ramp(m.z, 0.3f, 0.45f);
    real on = ramp(lips_inside(mouth, m), -0.006f, 0.016f) * front;
    real lines = noise_line(m.x * 60 + m.y * 9, s->skin.salt + 5);
    struct vec lips = vec_scale(vec_all(s->skin.lips), 0.86f + 0.22f * lines);
    paint(&f->colour, lips, on);
    f->gloss = mix(f->gloss, real_of(0.55f + 0.3f * s->skin.makeup), on);
    real across = m.x * (1 / mouth->half_width);
    real full = real_max(1 - across * across, real_of(0));
    real y = m.y - mouth_line(mouth, m.x), gap = mouth->gap * full;
    real inside = 1 - ramp(real_abs(y) - gap, 0.0f, 0.012f);
    inside *= ramp(full, 0.0f, 0.12f) * front;
    struct vec dark = vec_scale(lips, real_of(0.22f));
    paint(&f->colour, dark, inside * 0.85f);
    if (mouth->gap > 0) {
        real row = ramp(gap - real_abs(y + 0.2f * gap), 0.002f, 0.012f);
        real between = groove(real_abs(wave(m.x * 9)), 0.12f);
        struct vec tooth = vec_of(real_of(0.78f), real_of(0.74f),
                                  real_of(0.66f));
        tooth = vec_scale(tooth, (1 - 0.3f * between) * (0.35f + 0.65f * full));
        paint(&f->colour, tooth, row * ramp(full, 0.1f, 0.5f) * front);
    }
}

/* Lids, lashes and the fold above them. */
static void paint_eyelids(const struct scene *s, struct vec m,
                          struct finish *f)
{
    const struct scene_eye *e = &s->eye;
    real out = lid_outside(e, m);
    real side = m.x - e->x;
    real wide = 1 - ramp(real_abs(side), e->half_width + 0.02f,
                         e->half_width + 0.07f);
    real middle = e->y + e->tilt * side;
    real above = ramp(m.y - middle, -0.004f, 0.02f) * wide *
                 ramp(m.z, 0.2f, 0.3f);
    real below = ramp(middle - m.y, -0.01f, 0.02f) * wide *
                 ramp(m.z, 0.2f, 0.3f);
    real lid = above * (1 - ramp(out, e->fold - 0.015f, e->fold + 0.03f));
    paint(&f->colour, vec_all(s->skin.lids), lid * (0.35f + 0.6f *
                                                    s->skin.makeup));
    real crease = above * groove(real_abs(out - e->fold), 0.02f);
    paint(&f->colour, vec_scale(f->colour, real_of(0.5f)), crease * 0.6f);
    real lash = above * (1 - ramp(out, e->lash * 0.5f, e->lash));
    struct vec dark = vec_of(real_of(0.012f), real_of(0.009f), real_of(0.008f));
    paint(&f->colour, dark, lash * 0.92f);
    real lower = below * (1 - ramp(out, 0.004f, 0.016f));
    paint(&f->colour, vec_scale(f->colour, real_of(0.35f)),
          lower * (0.35f + 0.5f * s->skin.makeup));
    f->gloss = mix(f->gloss, real_of(0.1f), lash);
}

static void paint_beard(const struct scene *s, struct vec p, struct vec m,
                        struct finish *f)
{
    if (s->beard.strength <= 0)
        return;
    real cover = beard_cover(s, m);
    if (!any(cover > 0))
        return;
    real grain = noise_space(vec_of(p.x * 120 + p.y * 31, p.y * 52 - p.z * 23,
                                    p.z * 110));
    real fine = noise_space(vec_of(p.x * 210, p.y * 97 + p.x * 60, p.z * 190));
    real patch = noise_space(vec_scale(p, real_of(7)));
    real hairs = 0.5f * (grain + fine) - 0.5f + 0.2f * (patch - 0.5f);
    real on = cover * s->beard.strength * (0.78f + 0.7f * hairs);
    on = real_clamp(on, 0, 0.95f);
    real shade = 0.7f + 0.6f * fine;
    paint(&f->colour, vec_scale(vec_all(s->beard.colour), shade), on);
    f->gloss = mix(f->gloss, real_of(0.12f), on);
    f->soft = mix(f->soft, real_of(0.3f), on);
}

/* The scalp's shade where hair is short or begins. */
static void paint_scalp(const struct scene *s, struct vec p, struct finish *f)
{
    const struct scene_hair *h = &s->hair;
    real inside = hairline_inside(h, p);
    real on = ramp(inside, -0.05f, 0.06f) * h->stubble;
    if (!any(on > 0))
        return;
    real grain = noise_space(vec_scale(p, real_of(60)));
    on = real_clamp(on * (0.85f + 0.3f * grain), 0, 1);
    struct vec colour = vec_mix(vec_all(h->colour), vec_all(h->silver),
                                real_of(0.9f * h->grey));
    paint(&f->colour, colour, on);
    f->soft = mix(f->soft, real_of(0.3f), on);
}

/* Grooves are darker than what is round them. */
static void paint_wrinkles(const struct scene *s, struct vec p, struct vec m,
                           struct vec *colour)
{
    real deep = s->skin.wrinkles * wrinkles(s, p, m) * 0.4f;
    paint(colour, vec_of(colour->x * 0.6f, colour->y * 0.5f,
                         colour->z * 0.48f), real_min(deep, real_of(0.7f)));
}

static void paint_brows(const struct scene *s, struct vec m, struct finish *f)
{
    real on = brow_cover(&s->brow, m, s->skin.salt + 2);
    paint(&f->colour, vec_all(s->brow.colour), on);
    f->gloss *= 1 - 0.6f * on;
}

static void paint_nostrils(const struct scene *s, struct vec m,
                           struct finish *f)
{
    const float *n = s->nose.nostril;
    real hole = square((m.x - n[0]) * 17) + square((m.y - n[1]) * 34);
    real on = real_max(1 - hole, real_of(0)) * ramp(m.z, 0.5f, 0.6f);
    paint(&f->colour, vec_scale(f->colour, real_of(0.12f)), on);
}

static void finish_pick(mask m, const struct finish *from, struct finish *to)
{
    to->colour = vec_pick(m, from->colour, to->colour);
    to->gloss = real_pick(m, from->gloss, to->gloss);
    to->soft = real_pick(m, from->soft, to->soft);
}

static struct finish skin_finish(const struct scene *s, const struct body *b)
{
    struct vec m = b->mirrored;
    struct finish bare = {vec_all(s->skin.base), real_of(s->skin.gloss),
                          real_of(1)};
    mask face = (m.z > -0.1f) & (m.y > -1.4f);
    paint_complexion(s, b->head, m, &bare.colour);
    if (!any(face))
        return bare;
    struct finish f = bare;
    if (s->skin.wrinkles > 0)
        paint_wrinkles(s, b->head, m, &f.colour);
    paint_scalp(s, b->head, &f);
    paint_eyelids(s, m, &f);
    paint_mouth(s, m, &f);
    paint_beard(s, b->head, m, &f);
    paint_brows(s, m, &f);
    paint_nostrils(s, m, &f);
    finish_pick(face, &f, &bare);
    return bare;
}
