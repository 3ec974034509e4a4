/* LANES numbers at a time. A packet is LANES float32 numbers, each lane for
 * itself: what a lane becomes never depends on its neighbours, so that the
 * same picture comes out for 1, 4 and 8 lanes. Only + - * / and square roots
 * are used, which IEEE 754 rounds in one way.
 *
 * This file and those beside it that kernel.c names are parts of one unit,
 * compiled once a width (lanes1.c, lanes4.c, lanes8.c). */
#include "kernel.h"

typedef float real __attribute__((vector_size(4 * LANES)));
typedef int32_t mask __attribute__((vector_size(4 * LANES))); /* 0 or -1 */
typedef uint32_t word __attribute__((vector_size(4 * LANES)));

/* A point or a direction in every lane. */
struct vec {
    real x, y, z;
};

/* f in all lanes. (0 + f would be another number where f is -0.) */
static inline real real_of(float f)
{
    return f - (real){0};
}

#if LANES == 8 && defined(__AVX2__)

static inline real real_min(real a, real b)
{
    return (real)_mm256_min_ps((__m256)a, (__m256)b);
}

static inline real real_max(real a, real b)
{
    return (real)_mm256_max_ps((__m256)a, (__m256)b);
}

static inline real real_sqrt(real a)
{
    return (real)_mm256_sqrt_ps((__m256)a);
}

/* a where m holds, else b */
static inline real real_pick(mask m, real a, real b)
{
    return (real)_mm256_blendv_ps((__m256)b, (__m256)a, (__m256)m);
}

static inline bool any(mask m)
{
    return _mm256_movemask_ps((__m256)m) != 0;
}

#elif LANES == 4 && defined(__SSE2__)

static inline real real_min(real a, real b)
{
    return (real)_mm_min_ps((__m128)a, (__m128)b);
}

static inline real real_max(real a, real b)
{
    return (real)_mm_max_ps((__m128)a, (__m128)b);
}

static inline real real_sqrt(real a)
{
    return (real)_mm_sqrt_ps((__m128)a);
}

static inline real real_pick(mask m, real a, real b)
{
    return (real)((m & (mask)a) | (~m & (mask)b));
}

static inline bool any(mask m)
{
    return _mm_movemask_ps((__m128)m) != 0;
}

#else

static inline real real_pick(mask m, real a, real b)
{
    return (real)((m & (mask)a) | (~m & (mask)b));
}

static inline real real_min(real a, real b)
{
    return real_pick(a < b, a, b);
}

static inline real real_max(real a, real b)
{
    return real_pick(a > b, a, b);
}

static inline real real_sqrt(real a)
{
    real root;
    for (int i = 0; i < LANES; i++)
        root[i] = __builtin_sqrtf(a[i]);
    return root;
}

static inline bool any(mask m)
{
    int32_t all = 0;
    for (int i = 0; i < LANES; i++)
        all |= m[i];
    return all != 0;
}

#endif

static inline real real_abs(real a)
{
    return (real)((mask)a & 0x7fffffff);
}

static inline real real_clamp(real a, float low, float high)
{
    return real_min(real_max(a, real_of(low)), real_of(high));
}

static inline real square(real a)
{
    return a * a;
}

/* 0 below `low`, 1 above `high`, smooth between (3t^2 - 2t^3). */
static inline real ramp(real a, float low, float high)
{
    real t = real_clamp((a - low) * (1.0f / (high - low)), 0, 1);
    return t * t * (3 - 2 * t);
}

static inline real mix(real a, real b, real share)
{
    return a + (b - a) * share;
}

/* The largest whole number not above a, for |a| < 2^31. */
static inline real real_floor(real a)
{
    real whole = __builtin_convertvector(__builtin_convertvector(a, mask),
                                         real);
    return whole - (real)((mask)real_of(1) & (whole > a));
}

/* A wave of period 1 and height 1 made of parabolas: nearly a sine. */
static inline real wave(real a)
{
    real u = 2 * (a - real_floor(a + 0.5f));
    return 4 * u * (1 - real_abs(u));
}

/* Mixes the bits of a word: the finaliser of MurmurHash3. */
static inline word word_mix(word w)
{
    w = (w ^ (w >> 16)) * 0x85ebca6bu;
    w = (w ^ (w >> 13)) * 0xc2b2ae35u;
    return w ^ (w >> 16);
}

/* 0..1, exactly, from the upper 24 bits */
static inline real word_share(word w)
{
    return __builtin_convertvector((mask)(w >> 8), real) * (1.0f / 16777216);
}

static inline word word_of(real whole)
{
    return (word)__builtin_convertvector(whole, mask);
}

static inline struct vec vec_of(real x, real y, real z)
{
    return (struct vec){x, y, z};
}

static inline struct vec vec_add(struct vec a, struct vec b)
{
    return vec_of(a.x + b.x, a.y + b.y, a.z + b.z);
}

static inline struct vec vec_scale(struct vec a, real by)
{
    return vec_of(a.x * by, a.y * by, a.z * by);
}

static inline real vec_dot(struct vec a, struct vec b)
{
    return a.x * b.x + a.y * b.y + a.z * b.z;
}

static inline struct vec vec_unit(struct vec a)
{
    return vec_scale(a, 1 / real_sqrt(vec_dot(a, a) + 1e-20f));
}

static inline struct vec vec_mix(struct vec a, struct vec b, real share)
{
    return vec_of(mix(a.x, b.x, share), mix(a.y, b.y, share),
                  mix(a.z, b.z, share));
}

/* The same direction or colour in all lanes. */
static inline struct vec vec_all(const float v[3])
{
    return vec_of(real_of(v[0]), real_of(v[1]), real_of(v[2]));
}

static inline struct vec vec_pick(mask m, struct vec a, struct vec b)
{
    return vec_of(real_pick(m, a.x, b.x), real_pick(m, a.y, b.y),
                  real_pick(m, a.z, b.z));
}

/* Where a point is inside a box. */
static inline mask box_holds(const struct box *b, struct vec p)
{
    return (p.x > b->low[0]) & (p.x < b->high[0]) &
           (p.y > b->low[1]) & (p.y < b->high[1]) &
           (p.z > b->low[2]) & (p.z < b->high[2]);
}

/* Into the space of a body part: turned about its pivot. */
static inline struct vec vec_into(const struct pose *pose, struct vec p)
{
    const float (*t)[3] = pose->turn;
    real x = p.x - pose->pivot[0], y = p.y - pose->pivot[1],
         z = p.z - pose->pivot[2];
    return vec_of(t[0][0] * x + t[0][1] * y + t[0][2] * z + pose->pivot[0],
                  t[1][0] * x + t[1][1] * y + t[1][2] * z + pose->pivot[1],
                  t[2][0] * x + t[2][1] * y + t[2][2] * z + pose->pivot[2]);
}

/* Noise on the whole numbers of a line and of space, smooth between, 0..1. */
static inline real noise_line(real a, uint32_t salt)
{
    real whole = real_floor(a), t = a - whole;
    word w = word_of(whole) * 0x9e3779b1u + salt;
    real left = word_share(word_mix(w));
    real right = word_share(word_mix(w + 0x9e3779b1u));
    return mix(left, right, t * t * (3 - 2 * t));
}

static inline real noise_corner(word x, word y, word z)
{
    return word_share(word_mix(x * 0x9e3779b1u ^ y * 0x85ebca77u ^
                               z * 0xc2b2ae3du));
}

/* Numbers are handed over in registers, a struct vec would not be. */
static real noise_at(real x, real y, real z)
{
    real fx = real_floor(x), fy = real_floor(y), fz = real_floor(z);
    x -= fx;
    y -= fy;
    z -= fz;
    word i = word_of(fx), j = word_of(fy), k = word_of(fz);
    x = x * x * (3 - 2 * x);
    y = y * y * (3 - 2 * y);
    z = z * z * (3 - 2 * z);
    real low = mix(mix(noise_corner(i, j, k), noise_corner(i + 1, j, k), x),
                   mix(noise_corner(i, j + 1, k),
                       noise_corner(i + 1, j + 1, k), x), y);
    real high = mix(mix(noise_corner(i, j, k + 1),
                        noise_corner(i + 1, j, k + 1), x),
                    mix(noise_corner(i, j + 1, k + 1),
                        noise_corner(i + 1, j + 1, k + 1), x), y);
    return mix(low, high, z);
}

static inline real noise_space(struct vec p)
{
    return noise_at(p.x, p.y, p.z);
}
