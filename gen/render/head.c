/* The head without hair: skull and face joined from ellipsoids, modelled with
 * bumps; nose, lips, lids and ears on it. Points are in the head's space; `m` is
 * the same point mirrored to x > 0. */
#include "solid.c"

/* Heights above the corners of the eye's opening, up and down, at x across it
 * (in half widths): the upper lid is fullest toward the nose. */
static inline real lid_upper(const struct scene_eye *e, real x)
{
    return e->up * (1 - x * x) * (1 - 0.18f * x);
}

static inline real lid_lower(const struct scene_eye *e, real x)
{
    return -e->low * (1 - x * x) * (1 + 0.2f * x);
}

/* How far outside the eye's opening a point is, seen from the front. */
static inline real lid_outside(const struct scene_eye *e, struct vec m)
{
    real x = (m.x - e->x) * (1 / e->half_width);
    real y = m.y - e->y - e->tilt * (m.x - e->x);
    return real_max(y - lid_upper(e, x), lid_lower(e, x) - y);
}

/* The shell round the eyeball that lids are cut from. */
static real shell_distance(const struct scene_eye *e, struct vec m)
{
    real x = m.x - e->x, y = m.y - e->y, z = m.z - e->z;
    return real_sqrt(x * x + y * y + z * z) - (e->radius + 0.022f);
}

/* Lids: the shell with the opening cut out, so never nearer than it. */
static inline real lids_distance(const struct scene_eye *e, struct vec m,
                                 real shell)
{
    return meet(shell, -0.8f * lid_outside(e, m), 0.02f);
}

static real eyeball_distance(const struct scene_eye *e, struct vec m)
{
    real x = m.x - e->x, y = m.y - e->y, z = m.z - e->z;
    return real_sqrt(x * x + y * y + z * z) - e->radius;
}

static real nose_distance(const struct scene_nose *n, struct vec m)
{
    struct vec leant = vec_of(m.x, m.y, m.z + n->slope * m.y);
    real d = ellipsoid_distance(&n->bridge, leant);
    d = join(d, ellipsoid_distance(&n->tip, m), 0.09f);
    return join(d, ellipsoid_distance(&n->wing, m), 0.06f);
}

/* The line where the lips meet. */
static inline real mouth_line(const struct scene_mouth *mouth, real x)
{
    real across = x * (1 / mouth->half_width);
    real bow = real_max(1 - square(x * 9), real_of(0));
    return mouth->y + mouth->curve * across * across - 0.012f * bow * bow;
}

/* How far lips stand out of the face, and the groove between them. */
static real lips_height(const struct scene_mouth *mouth, struct vec m)
{
    real across = m.x * (1 / mouth->half_width);
    real full = real_max(1 - across * across, real_of(0));
    real y = m.y - mouth_line(mouth, m.x), gap = mouth->gap * full;
    real bow = real_max(1 - square(m.x * 11), real_of(0));
    real up = (y - gap) / (mouth->upper * full * (1 - 0.22f * bow) + 0.012f);
    real down = (-y - gap) / (mouth->lower * full + 0.012f);
    real zero = real_of(0);
    real lip = real_max(real_max(up * (1.15f - up), zero),
                        real_max(down * (1.25f - down), zero));
    real groove = real_max(1 - (real_abs(y) - gap) * 45, zero);
    groove = real_min(groove, real_of(1));
    real tongue = real_max(1.3f - across * across, zero);
    return mouth->swell * 3 * lip * full -
           0.03f * groove * groove * real_min(tongue, real_of(1));
}

/* The face's swellings and hollows, all together. */
static real modelling(const struct scene *s, struct vec m)
{
    real height = real_of(0);
    for (int i = 0; i < s->bump_count; i += SCENE_BUMP_GROUP) {
        if (!any(box_holds(&s->bump_boxes[i / SCENE_BUMP_GROUP], m)))
            continue;
        int end = i + SCENE_BUMP_GROUP;
        for (int k = i; k < end && k < s->bump_count; k++)
            height += bump_height(&s->bumps[k], m);
    }
    return height;
}

/* Where a beard grows, 0..1. */
static real beard_cover(const struct scene *s, struct vec m)
{
    const struct scene_mouth *mouth = &s->mouth;
    real lip = m.y - mouth->y;
    real x = m.x;
    real moustache = ramp(lip, mouth->upper + 0.002f, mouth->upper + 0.04f) *
                     (1 - ramp(lip, 0.14f, 0.2f)) *
                     (1 - ramp(x, mouth->half_width * 0.95f,
                               mouth->half_width + 0.12f));
    if (s->beard.style == LOOK_MOUSTACHE)
        return moustache;
    real cheek = -0.34f - 0.42f * (1 - ramp(x, 0.18f, 0.62f));
    real jaw = 1 - ramp(m.y - cheek, -0.1f, 0.06f);
    real sides = ramp(x, 0.48f, 0.62f) * (1 - ramp(m.y, -0.12f, 0.1f)) *
                 (1 - ramp(-m.z, -0.28f, -0.05f));
    real chin = 1 - ramp(lip, -mouth->lower - 0.1f, -mouth->lower);
    real round_mouth = ramp(x, mouth->half_width, mouth->half_width + 0.15f);
    real cover = real_max(real_max(jaw * real_max(chin, round_mouth), sides),
                          moustache);
    real under = ramp(m.y, -1.42f, -1.12f);
    return cover * under * (1 - ramp(-m.z, 0.02f, 0.2f));
}

/* How far a beard stands out of the face. */
static real beard_height(const struct scene *s, struct vec m)
{
    mask low = (m.y < 0.1f) & (m.z > -0.3f);
    if (s->beard.length <= 0 || !any(low))
        return real_of(0);
    return real_pick(low, s->beard.length * beard_cover(s, m), real_of(0));
}

static real ear_distance(const struct scene *s, struct vec m)
{
    const struct ellipsoid *ear = &s->ear;
    real d = ellipsoid_distance(ear, m);
    real bowl = square((m.y - ear->centre[1]) * ear->inverse[1] * 1.5f) +
                square((m.z - ear->centre[2] - 0.02f) * ear->inverse[2] * 1.7f);
    real hollow = real_max(1 - bowl, real_of(0));
    return d + 0.05f * hollow * (2 - hollow);
}

/* The skull and the face under the features: what hair grows on. The corners of
 * the jaw meet at the chin without an edge. */
static real skull_distance(const struct scene *s, struct vec m)
{
    real d = ellipsoid_distance(&s->cranium, m);
    d = join(d, ellipsoid_distance(&s->face, m), 0.22f);
    d = join(d, ellipsoid_distance(&s->jaw, m), 0.16f);
    struct vec round = vec_of(real_sqrt(m.x * m.x + 0.012f), m.y, m.z);
    d = join(d, ellipsoid_distance(&s->corner, round), 0.2f);
    return join(d, ellipsoid_distance(&s->chin, m), 0.14f);
}

/* The features of the front: lips, nose and lids on the modelled face. */
static real features_distance(const struct scene *s, struct vec m, real face)
{
    real d = face;
    if (any(box_holds(&s->lips, m)))
        d -= lips_height(&s->mouth, m) * ramp(m.z, 0.3f, 0.5f);
    d = join(d, nose_distance(&s->nose, m), 0.09f);
    real shell = shell_distance(&s->eye, m);
    if (any(shell < d + 0.04f))
        d = join(d, lids_distance(&s->eye, m, shell), 0.035f);
    return d;
}

/* The whole head; `skull` is skull_distance() there. Further away bounds serve:
 * nothing stands further out of the skull than the nose, and but for it nothing
 * more than the modelling. */
static real head_distance(const struct scene *s, struct vec m, real skull)
{
    mask near = skull < 0.75f, close = skull < 0.36f;
    mask front = near & (m.z > 0.15f), side = near & (m.x > 0.4f);
    real bound = skull - 0.36f;
    if (!any(near))
        return bound;
    real d = skull - 0.14f;
    if (any(close))
        d = real_pick(close, skull - modelling(s, m) - beard_height(s, m), d);
    if (any(front))
        d = real_pick(front, features_distance(s, m, d), d);
    real ear = real_max(0.62f - m.x, real_of(0.2f));
    if (any(side))
        ear = real_pick(side, ear_distance(s, m), ear);
    return real_pick(near, join(d, ear, 0.05f), bound);
}
