/* Rays from the camera through points of the picture, to what they meet. */
#include "light.c"

#define MARCH_STEPS 48
#define MARCH_NEAR 0.9f   /* z before the shoulders, and behind them */
#define MARCH_FAR -1.6f
#define MARCH_TOUCH 0.002f /* near enough to be a hit */
#define MARCH_TIRED 0.03f  /* and when the steps are used up */

/* Light as a film takes it: bright parts bend over. */
static real film(real light)
{
    return real_min(light * 1.1f / (1 + 0.16f * light), real_of(1));
}

static struct vec backdrop_at(const struct scene *s, real u, real v)
{
    const struct scene_backdrop *b = &s->backdrop;
    real d = square(u - b->x) + square(v - b->y);
    real share = real_clamp(d * 0.4f, 0, 1);
    return vec_mix(vec_all(b->inner), vec_all(b->outer), share);
}

/* The stretch of a ray where it may meet the body: inside a ball round the head
 * or, for rays that end low, before the shoulders. Others have none. */
struct stretch {
    real start, end;
};

static struct stretch stretch_of(const struct scene *s, struct vec from,
                                 struct vec way)
{
    const float *c = s->ball;
    struct vec to = vec_of(c[0] - from.x, c[1] - from.y, c[2] - from.z);
    real middle = vec_dot(to, way);
    real inside = s->ball_radius * s->ball_radius -
                  (vec_dot(to, to) - middle * middle);
    real half = real_sqrt(real_max(inside, real_of(0)));
    real front = (MARCH_NEAR - from.z) / way.z;
    real back = (MARCH_FAR - from.z) / way.z;
    mask ball = inside > 0, low = from.y + way.y * back < s->low;
    real start = real_pick(ball, middle - half, front);
    real end = real_pick(ball, middle + half, real_of(0));
    return (struct stretch){real_pick(low, real_min(start, front), start),
                            real_pick(low, back, end)};
}

/* Where a ray ends: whether it met anything, and if so the body there. */
struct stop {
    mask hit;
    struct vec p;
    struct body body;
};

/* Sphere tracing. Rays that have met something wait for the others where they
 * are, so that the last look at the body serves all of them. */
static void march(const struct scene *s, struct vec from, struct vec way,
                  struct stop *stop)
{
    struct stretch stretch = stretch_of(s, from, way);
    real t = stretch.start;
    mask going = t < stretch.end;
    *stop = (struct stop){0};
    for (int i = 0; i < MARCH_STEPS && any(going); i++) {
        stop->p = vec_add(from, vec_scale(way, t));
        body_at(s, stop->p, &stop->body);
        real d = body_nearest(&stop->body);
        float touch = i < MARCH_STEPS - 1 ? MARCH_TOUCH : MARCH_TIRED;
        mask met = going & (d < touch);
        stop->hit |= met;
        going &= ~met;
        t = real_pick(going, t + d * 0.92f, t);
        going &= t < stretch.end;
    }
}

/* The part that is nearest. */
static mask part_at(const struct body *b)
{
    const real others[] = {b->hair, b->eye, b->cloth, b->inner, b->frame};
    real d = b->skin;
    mask part = (mask){0} + PART_SKIN;
    for (int i = 0; i < 5; i++) {
        mask closer = others[i] < d, other = (mask){0} + PART_HAIR + i;
        part = (other & closer) | (part & ~closer);
        d = real_min(d, others[i]);
    }
    return part;
}

static struct finish part_finish(const struct scene *s, const struct body *b,
                                 enum part part)
{
    switch (part) {
    case PART_HAIR:
        return hair_finish(s, b->head);
    case PART_EYE:
        return eye_finish(s, b->head, b->mirrored);
    case PART_CLOTH:
        return cloth_finish(s, b->torso);
    case PART_INNER:
        return inner_finish(s, b->torso);
    case PART_FRAME:
        return frame_finish(s);
    default:
        return skin_finish(s, b);
    }
}

/* What is in each lane: only parts that are in some are looked at. */
static struct finish finish_at(const struct scene *s, const struct body *b,
                               mask part)
{
    struct finish f = {0};
    for (int i = PART_SKIN; i <= PART_FRAME; i++) {
        mask here = part == i;
        if (!any(here))
            continue;
        struct finish g = part_finish(s, b, (enum part)i);
        finish_pick(here, &g, &f);
    }
    return f;
}

static struct vec trace(const struct scene *s, real u, real v, mask *part)
{
    struct vec from = vec_of(real_of(s->middle[0]), real_of(s->middle[1]),
                             real_of(s->camera_z));
    struct vec way = vec_unit(vec_of(u * s->half, v * s->half,
                                     real_of(-s->camera_z)));
    struct stop stop;
    march(s, from, way, &stop);
    struct vec colour = backdrop_at(s, u, v);
    *part = (mask){0};
    if (any(stop.hit)) {
        *part = stop.hit & part_at(&stop.body);
        struct finish f = finish_at(s, &stop.body, *part);
        struct vec n = normal_at(s, stop.p);
        struct vec light = shade(s, stop.p, n, vec_scale(way, real_of(-1)), &f);
        colour = vec_pick(stop.hit, light, colour);
    }
    return vec_of(film(colour.x), film(colour.y), film(colour.z));
}

void TRACE(const struct scene *s, size_t count, const float *u, const float *v,
           struct sample *out)
{
    for (size_t i = 0; i < count; i += LANES) {
        real x = real_of(u[i]), y = real_of(v[i]);
        size_t live = count - i < LANES ? count - i : LANES;
        for (size_t lane = 1; lane < live; lane++) {
            x[lane] = u[i + lane];
            y[lane] = v[i + lane];
        }
        mask part;
        struct vec c = trace(s, x, y, &part);
        for (size_t lane = 0; lane < live; lane++)
            out[i + lane] = (struct sample){
                {c.x[lane], c.y[lane], c.z[lane]}, part[lane]};
    }
}
