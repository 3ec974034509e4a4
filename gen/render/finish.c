/* What hair, eyes, cloth and frames look like. */
#include "skin.c"

/* Strands of a hair's own shade, some of them grey. */
static struct finish hair_finish(const struct scene *s, struct vec p)
{
    const struct scene_hair *h = &s->hair;
    real a = strand_bent(h, p);
    real fine = noise_line(a * 170 + 2 * p.y, h->salt + 1);
    real broad = noise_line(a * 32, h->salt + 2);
    real shade = 0.8f + 0.3f * fine + 0.2f * (broad - 0.5f);
    real low = ramp(-p.y, -0.6f, 1.5f);
    struct vec colour = vec_mix(vec_all(h->colour), vec_all(h->tip), low);
    real tuft = noise_line(a * 300 + p.y, h->salt + 4);
    real grey = ramp(h->grey * 1.5f - tuft, -0.05f, 0.7f);
    paint(&colour, vec_all(h->silver), grey * h->grey_deep);
    return (struct finish){vec_scale(colour, shade), real_of(0.35f),
                           real_of(0.35f)};
}

/* Eyeball: white, iris with its dark rim, pupil. The shade of the upper lid
 * falls on it. */
static struct finish eye_finish(const struct scene *s, struct vec p,
                                struct vec m)
{
    const struct scene_eye *e = &s->eye;
    real side = real_pick(p.x < 0, real_of(-1), real_of(1));
    real x = (m.x - e->x) * (1 / e->radius) - side * e->gaze[0];
    real y = (m.y - e->y) * (1 / e->radius) - e->gaze[1];
    real r = real_sqrt(x * x + y * y + 1e-8f) * (1 / e->iris);
    real veins = noise_space(vec_scale(p, real_of(26)));
    struct vec white = vec_of(real_of(0.82f), 0.79f - 0.05f * veins,
                              0.77f - 0.06f * veins);
    white = vec_scale(white, real_of(s->skin.whites));
    struct vec iris = vec_scale(vec_all(s->iris_colour),
                                real_of(0.75f + 0.25f * s->skin.whites));
    real spokes = noise_line(x / (real_abs(y) + 0.02f) * 3 + r * 2,
                             s->skin.salt + 9);
    iris = vec_scale(iris, (0.55f + 0.6f * spokes) * (1.15f - 0.75f * r * r));
    iris = vec_mix(iris, vec_scale(iris, real_of(1.7f)),
                   ramp(-y, -0.05f, 0.3f));
    struct vec colour = vec_mix(iris, vec_scale(iris, real_of(0.2f)),
                                ramp(r, 0.82f, 1.0f));
    colour = vec_mix(colour, white, ramp(r, 0.97f, 1.07f));
    colour = vec_mix(vec_all((float[3]){0.004f, 0.004f, 0.005f}), colour,
                     ramp(r, 0.36f, 0.46f));
    real out = lid_outside(e, m);
    real shade = 0.4f + 0.5f * ramp(-out, 0.0f, 0.05f);
    real corner = 1 - 0.35f * ramp(real_abs(m.x - e->x), 0.09f,
                                   e->half_width);
    return (struct finish){vec_scale(colour, shade * corner), real_of(1.0f),
                           real_of(0.2f)};
}

/* 1 on a line of half width w, with soft edges. */
static inline real stroke(real d, float w)
{
    return 1 - ramp(real_abs(d), w, w + 0.012f);
}

/* A placket with its buttons. */
static void paint_buttons(struct vec p, struct vec m, real front,
                          struct vec *colour)
{
    struct vec dark = vec_scale(*colour, real_of(0.55f));
    real y = p.y * 3.3f;
    real dy = (y - real_floor(y) - 0.5f) * (1 / 3.3f);
    real from = real_sqrt(p.x * p.x + dy * dy + 1e-8f);
    real low = 1 - ramp(p.y, -1.62f, -1.58f);
    paint(colour, dark, stroke(m.x - 0.075f, 0.004f) * front * low * 0.7f);
    paint(colour, vec_scale(dark, real_of(0.7f)),
          (1 - ramp(from, 0.024f, 0.034f)) * front * low);
}

static void paint_lapels(struct vec p, struct vec m, real front,
                         struct vec *colour)
{
    struct vec dark = vec_scale(*colour, real_of(0.55f));
    real edge = (m.x - 0.3f) + 0.42f * (p.y + 1.75f);
    real notch = p.y + 1.62f - 0.3f * (m.x - 0.3f);
    paint(colour, dark, stroke(edge, 0.006f) * front * 0.8f);
    paint(colour, dark, stroke(notch, 0.004f) * front * 0.6f *
                            ramp(-edge, -0.02f, 0.02f));
}

/* Seams sewn with a light thread. */
static void paint_stitches(struct vec p, struct vec m, real front,
                           struct vec *colour)
{
    struct vec thread = vec_of(real_of(0.6f), real_of(0.4f), real_of(0.16f));
    real yoke = stroke(p.y + 1.98f, 0.003f) * ramp(m.x, 0.14f, 0.16f);
    real row = real_min(stroke(m.x - 0.1f, 0.003f) + yoke, real_of(1));
    real dash = ramp(wave((p.y + m.x) * 24), -0.4f, 0.2f);
    paint(colour, thread, row * dash * front * 0.7f);
}

static struct finish cloth_finish(const struct scene *s, struct vec p)
{
    const struct scene_clothes *c = &s->clothes;
    struct vec m = mirror(p);
    real weave = noise_space(vec_scale(p, real_of(70)));
    real folds = noise_space(vec_of(p.x * 2.6f, p.y * 1.7f, p.z * 2.0f));
    real shade = 0.9f + 0.12f * weave + 0.14f * (folds - 0.5f);
    real front = ramp(p.z, 0.05f, 0.2f);
    if (c->kind & CLOTHES_KNIT)
        shade *= 0.94f + 0.08f * wave(p.x * 22);
    struct vec colour = vec_scale(vec_all(c->colour), shade);
    if (c->kind & CLOTHES_BUTTONS)
        paint_buttons(p, m, front, &colour);
    if (c->kind & CLOTHES_LAPELS)
        paint_lapels(p, m, front, &colour);
    if (c->kind & CLOTHES_STITCHES)
        paint_stitches(p, m, front, &colour);
    return (struct finish){colour, real_of(0.06f), real_of(0.25f)};
}

/* The shirt and tie, or the tee, under an open garment. */
static struct finish inner_finish(const struct scene *s, struct vec p)
{
    const struct scene_clothes *c = &s->clothes;
    real weave = noise_space(vec_scale(p, real_of(80)));
    struct vec colour = vec_scale(vec_all(c->inner), 0.93f + 0.08f * weave);
    if (c->kind & CLOTHES_TIE) {
        real half = 0.06f + 0.06f * ramp(-p.y, 1.55f, 2.3f);
        real on = (1 - ramp(real_abs(p.x) - half, -0.006f, 0.006f)) *
                  ramp(p.z, 0.0f, 0.1f);
        real stripe = ramp(wave((p.x + p.y) * 5), -0.2f, 0.2f);
        struct vec tie = vec_scale(vec_all(c->tie), 0.75f + 0.35f * stripe);
        paint(&colour, tie, on);
    }
    return (struct finish){colour, real_of(0.08f), real_of(0.25f)};
}

static struct finish frame_finish(const struct scene *s)
{
    return (struct finish){vec_all(s->glasses.colour), real_of(0.6f),
                           real_of(0)};
}
