/* Hair: a layer on the skull that rises from the hairline, the mass that hangs
 * from long styles, and what strands do to both. */
#include "head.c"

/* A coordinate round the head, constant along a strand that falls from the
 * whorl: 0 at the face, up to 2 behind, on either side its own. Hair that is
 * tied runs back instead: 0 above, 2 below. */
static inline real strand_angle(const struct scene_hair *h, struct vec p)
{
    real x = p.x, z = p.z + 0.25f;
    if (h->kind & (HAIR_TAIL | HAIR_BUN))
        z = p.y - 0.3f;
    real across = real_abs(x) + real_abs(z) + 1e-3f;
    real a = 1 - z / across;
    return real_pick(x < 0, -a, a);
}

/* The same for the single strands, which bend a little as they fall. */
static inline real strand_bent(const struct scene_hair *h, struct vec p)
{
    real a = strand_angle(h, p);
    return a + 0.02f * wave(p.y * 0.9f + a);
}

/* How far inside the hairline a point of the skull is. */
static real hairline_inside(const struct scene_hair *h, struct vec p)
{
    real x = real_abs(p.x), from_part = p.x - h->part;
    real corner = real_max(1 - square((x - 0.42f) * 3.6f), real_of(0));
    real line = h->line - h->sweep * square(from_part) + h->temple * corner;
    real above = p.y - line;
    real behind = (0.34f - p.z) + 0.15f * p.y;
    real inside = real_max(above, behind);
    real nape = mix(real_of(h->sideburn), real_of(-0.78f),
                    ramp(-p.z, -0.05f, 0.3f));
    inside = real_min(inside, p.y - nape);
    return real_min(inside, h->top - p.y);
}

/* Locks: 0..1.5, the same along a strand. */
static inline real locks(const struct scene_hair *h, real angle)
{
    return noise_line(angle * 11, h->salt) +
           0.5f * noise_line(angle * 27, h->salt + 7);
}

/* Curls: the crests of three waves, each bent by the next. */
static real curls(const struct scene_hair *h, struct vec p)
{
    struct vec q = vec_scale(p, real_of(h->curl_size));
    real x = q.x + 1.4f * noise_line(q.y * 0.8f, h->salt + 3);
    real y = q.y + 1.4f * noise_line(q.z * 0.8f, h->salt + 4);
    real z = q.z + 1.4f * noise_line(q.x * 0.8f, h->salt + 5);
    return wave(x) * wave(y) * 0.6f + wave(y + 0.25f) * wave(z) * 0.6f;
}

/* What locks, waves and curls add to the outline. */
static real hair_relief(const struct scene_hair *h, struct vec p, real lock)
{
    real relief = h->lock * (lock - 0.75f);
    if (h->wave > 0)
        relief += h->wave * wave(p.y * 2.2f + 0.4f * lock);
    if (h->curl > 0)
        relief += h->curl * curls(h, p);
    return relief;
}

/* The layer on the skull: `inside` is hairline_inside() there. */
static real hair_cap(const struct scene_hair *h, struct vec p, real inside,
                     real skull, real relief)
{
    real top = ramp(p.y, -0.1f, 0.75f);
    real thick = mix(real_of(h->side), real_of(h->thick), top);
    real risen = ramp(inside, -0.01f, h->rise);
    real under = 0.03f + 0.3f * ramp(-inside, 0.0f, 0.12f);
    return skull + under - (thick + 0.03f + relief) * risen;
}

/* What hangs down to `length`: a column round head and neck, open in front. */
static real hair_fall(const struct scene_hair *h, struct vec p, real relief)
{
    real x = p.x * h->fall_x, z = (p.z + 0.16f) * h->fall_z;
    real flare = 1 + 0.1f * ramp(-p.y, -0.2f, 1.4f);
    real across = real_sqrt(x * x + z * z + 1e-6f) / flare;
    real d = (across - 1) * 0.72f - relief;
    real over = p.y - 0.45f;
    d = meet(d, over, 0.5f);
    real tips = 0.25f * noise_line(strand_angle(h, p) * 16, h->salt + 11);
    d = meet(d, h->length + tips - p.y, 0.12f);
    real beside = ramp(real_abs(p.x), 0.2f, 0.62f);
    real front = p.z - h->front - 0.5f * (beside - 1) -
                 0.12f * ramp(-p.y, -0.3f, 0.9f);
    return meet(d, front, 0.16f);
}

static real hair_tail(const struct scene_hair *h, struct vec p, real relief)
{
    struct vec a = vec_all(h->tail[0]), b = vec_all(h->tail[1]),
               c = vec_all(h->tail[2]);
    real d = join(capsule_distance(p, a, b, real_of(0.17f)),
                  capsule_distance(p, b, c, real_of(0.13f)), 0.12f);
    return d - relief;
}

/* Hair where it may be near. */
static real hair_close(const struct scene_hair *h, struct vec p, real inside,
                       real skull)
{
    real lock = locks(h, strand_angle(h, p) + 0.02f * wave(p.y * 0.9f));
    real relief = hair_relief(h, p, lock);
    inside += h->ragged * (lock - 0.4f);
    real d = hair_cap(h, p, inside, skull, relief);
    if (h->kind & HAIR_FALLS)
        d = join(d, hair_fall(h, p, relief), 0.24f);
    if (h->kind & HAIR_TAIL)
        d = join(d, hair_tail(h, p, relief), 0.08f);
    if (h->kind & HAIR_BUN)
        d = join(d, ellipsoid_distance(&h->bun, p) - relief, 0.06f);
    return d;
}

/* `skull` is skull_distance() there. In the middle of the face and far from the
 * head bounds serve; where none grows the layer is at its lowest (hair_cap()),
 * which is all there is unless something hangs. */
static real hair_distance(const struct scene *s, struct vec p, real skull)
{
    const struct scene_hair *h = &s->hair;
    if (!any(skull < h->beyond))
        return skull;
    real inside = hairline_inside(h, p);
    mask face = (inside < -0.25f) & (p.z > 0.3f) & (p.y > -1.25f);
    mask near = (skull < h->reach) & ~face;
    if (h->kind & HAIR_FALLS)
        near |= (skull < h->reach + 1.2f) & (p.y < 0.4f);
    real bound = real_pick(face, skull + 0.2f, skull - h->reach + 0.25f);
    if (h->kind == 0) {
        mask bare = near & (inside < h->bare);
        bound = real_pick(bare, skull + (0.03f + 0.3f), bound);
        near &= ~bare;
    }
    if (!any(near))
        return bound;
    return real_pick(near, hair_close(h, p, inside, skull), bound);
}
