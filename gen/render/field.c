/* The whole body as one field: how far everything is from a point. */
#include "glasses.c"

/* The distances of the parts, and the point in the spaces of head and torso. */
struct body {
    real skin, hair, eye, cloth, inner, frame;
    struct vec head, mirrored, torso;
};

static inline struct vec mirror(struct vec p)
{
    return vec_of(real_abs(p.x), p.y, p.z);
}

/* Glasses lie in a band across the face; elsewhere `far` serves, which is less
 * than the distance to that band's edge. */
static real glasses_or_far(const struct scene_glasses *g, struct vec m,
                           mask near, real far)
{
    mask close = near & (real_abs(m.y - g->y) < 0.54f) & (m.z > -0.3f);
    if (!any(close))
        return far;
    return real_pick(close, glasses_distance(g, m), far);
}

/* Eyes, hair and glasses: what is of interest only close to the head. */
static void add_to_head(const struct scene *s, struct body *b, real skull,
                        bool framed)
{
    real far = real_max(skull - 0.36f, real_of(0.3f));
    mask near = skull < 0.75f;
    b->eye = b->frame = far;
    if (any(near))
        b->eye = real_pick(near, eyeball_distance(&s->eye, b->mirrored), far);
    if (framed)
        b->frame = glasses_or_far(&s->glasses, b->mirrored, near, far);
    b->hair = far;
    if (s->hair.style != LOOK_BALD || s->hair.side > 0)
        b->hair = hair_distance(s, b->head, skull);
}

static void add_torso(const struct scene *s, struct body *b)
{
    struct vec m = mirror(b->torso);
    mask near = m.y < -0.5f;
    real far = real_max(m.y + 0.9f, real_of(0.3f));
    b->cloth = b->inner = far;
    if (!any(near))
        return;
    real bare = torso_distance(s, m);
    real neck = neck_distance(s, m);
    real skin = join(b->skin, join(neck, bare, 0.3f), 0.1f);
    b->skin = real_pick(near, skin, b->skin);
    b->cloth = real_pick(near, cloth_distance(s, m, bare), far);
    if (s->clothes.kind & CLOTHES_INNER)
        b->inner = real_pick(near, inner_distance(s, m, bare), far);
}

/* Below the shoulders the skull's distance is not needed exactly. */
static real skull_or_bound(const struct scene *s, struct vec m)
{
    mask low = m.y < -2.0f;
    real bound = -1.3f - m.y;
    if (!any(~low))
        return bound;
    return real_pick(low, bound, skull_distance(s, m));
}

/* A point in the spaces of head and torso. */
static inline void body_place(const struct scene *s, struct vec p,
                              struct body *b)
{
    b->head = vec_into(&s->head, p);
    b->torso = vec_into(&s->torso, p);
    b->mirrored = mirror(b->head);
}

/* The distances, from a point that is in place; with glasses or without. All in
 * one function: handed to others, points would go through memory, copied in
 * pieces that loads of whole packets have to wait for. */
__attribute__((noinline, flatten))
static void body_measure(const struct scene *s, struct body *b, bool framed)
{
    real skull = skull_or_bound(s, b->mirrored);
    b->skin = head_distance(s, b->mirrored, skull);
    add_to_head(s, b, skull, framed);
    add_torso(s, b);
}

static inline void body_at(const struct scene *s, struct vec p,
                           struct body *b)
{
    body_place(s, p, b);
    body_measure(s, b, s->glasses.style != LOOK_NO_GLASSES);
}

/* What is nearest but for the skin. */
static real others_nearest(const struct body *b)
{
    real d = real_min(b->hair, real_min(b->eye, b->cloth));
    return real_min(d, real_min(b->inner, b->frame));
}

static real body_nearest(const struct body *b)
{
    return real_min(b->skin, others_nearest(b));
}

static inline real body_distance(const struct scene *s, struct vec p)
{
    struct body b;
    body_at(s, p, &b);
    return body_nearest(&b);
}
