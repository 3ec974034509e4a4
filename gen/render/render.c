#include "config.h"

#include "render.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

#include "alloc.h"
#include "identity.h"
#include "scene.h"

/* Samples are traced this many at a time. */
#define BATCH 1024

/* A picture being drawn. */
struct canvas {
    const struct scene *scene;
    int lanes;
    unsigned size;
    struct sample *first; /* one sample a pixel, row by row */
    struct sample *fine;  /* a batch of samples */
    float *u, *v;         /* where the batch's samples lie */
    uint32_t *pixel;      /* whose they are */
    size_t count;         /* in the batch */
};

static int widest(void)
{
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return 8;
#endif
    return 4;
}

int render_init(struct render *r)
{
    r->lanes = widest();
    return palette_load(&r->palette);
}

void render_release(struct render *r)
{
    palette_release(&r->palette);
}

const char *render_check(const struct render *r, const struct look *look)
{
    float rgb[3];
    if (palette_find(&r->palette, "hair", look->hair_colour, rgb) < 0)
        return "the palette has no such hair colour";
    if (palette_find(&r->palette, "eye", look->eye_colour, rgb) < 0)
        return "the palette has no such eye colour";
    if (palette_find(&r->palette, "cloth", look->clothing_colour, rgb) < 0)
        return "the palette has no such colour of clothes";
    return NULL;
}

static void trace(const struct canvas *c, size_t count, struct sample *out)
{
    if (c->lanes == 8)
        trace_8(c->scene, count, c->u, c->v, out);
    else if (c->lanes == 4)
        trace_4(c->scene, count, c->u, c->v, out);
    else
        trace_1(c->scene, count, c->u, c->v, out);
}

/* Adds a sample at (x, y) pixels from the upper left corner. */
static void add_sample(struct canvas *c, uint32_t pixel, float x, float y)
{
    float scale = 2.0f / (float)c->size;
    c->u[c->count] = x * scale - 1;
    c->v[c->count] = 1 - y * scale;
    c->pixel[c->count++] = pixel;
}

/* The first pass: pixels in blocks of 2 by 2, two side by side, whose rays go
 * alike. */
static void trace_middles(struct canvas *c)
{
    for (unsigned row = 0; row < c->size; row += 2) {
        for (unsigned column = 0; column < c->size; column += 4)
            for (unsigned i = 0; i < 8; i++) {
                unsigned x = column + i / 4 * 2 + i % 2;
                unsigned y = row + i / 2 % 2;
                if (x < c->size && y < c->size)
                    add_sample(c, y * c->size + x, (float)x + 0.5f,
                               (float)y + 0.5f);
            }
        trace(c, c->count, c->fine);
        for (size_t i = 0; i < c->count; i++)
            c->first[c->pixel[i]] = c->fine[i];
        c->count = 0;
    }
}

static bool unlike(const struct sample *a, const struct sample *b)
{
    bool differ = a->part != b->part;
    for (int i = 0; i < 3; i++)
        differ |= __builtin_fabsf(a->rgb[i] - b->rgb[i]) > 0.05f;
    return differ;
}

/* True if a pixel is unlike one of its four neighbours. */
static bool edge(const struct canvas *c, unsigned x, unsigned y)
{
    static const int next[4][2] = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    const struct sample *here = &c->first[y * c->size + x];
    for (int i = 0; i < 4; i++) {
        unsigned nx = x + (unsigned)next[i][0], ny = y + (unsigned)next[i][1];
        if (nx >= c->size || ny >= c->size)
            continue;
        const struct sample *there = &c->first[ny * c->size + nx];
        if (unlike(here, there))
            return true;
    }
    return false;
}

/* 0..255 of light: the square root, rounded. */
static unsigned char level(float light)
{
    float root = __builtin_sqrtf(light < 0 ? 0 : light > 1 ? 1 : light);
    return (unsigned char)(root * 255 + 0.5f);
}

static void put(unsigned char *pixel, const float rgb[3])
{
    for (int i = 0; i < 3; i++)
        pixel[i] = level(rgb[i]);
}

/* Traces the batch, four samples a pixel, and writes their means. */
static void flush_edges(struct canvas *c, unsigned char *rgb)
{
    trace(c, c->count, c->fine);
    for (size_t i = 0; i < c->count; i += 4) {
        const struct sample *s = &c->fine[i];
        float mean[3];
        for (int k = 0; k < 3; k++)
            mean[k] = 0.25f * ((s[0].rgb[k] + s[1].rgb[k]) +
                               (s[2].rgb[k] + s[3].rgb[k]));
        put(rgb + 3 * (size_t)c->pixel[i], mean);
    }
    c->count = 0;
}

/* The second pass: where the picture changes, four samples on a turned grid. */
static void smooth_edges(struct canvas *c, unsigned char *rgb)
{
    static const float grid[4][2] = {
        {0.125f, 0.375f}, {0.625f, 0.125f}, {0.875f, 0.625f},
        {0.375f, 0.875f}};
    for (unsigned y = 0; y < c->size; y++)
        for (unsigned x = 0; x < c->size; x++) {
            uint32_t pixel = y * c->size + x;
            if (!edge(c, x, y)) {
                put(rgb + 3 * (size_t)pixel, c->first[pixel].rgb);
                continue;
            }
            for (int i = 0; i < 4; i++)
                add_sample(c, pixel, (float)x + grid[i][0],
                           (float)y + grid[i][1]);
            if (c->count + 4 > BATCH)
                flush_edges(c, rgb);
        }
    flush_edges(c, rgb);
}

void render_portrait(const struct render *r, const struct look *look,
                     const struct view *view, unsigned size,
                     struct image *out)
{
    struct identity who;
    struct scene scene;
    size_t batch = 2 * (size_t)size > BATCH ? 2 * (size_t)size : BATCH;
    identity_draw(&who, look->seed, look->index);
    scene_make(&scene, look, &who, view, &r->palette);
    struct canvas c = {
        .scene = &scene,
        .lanes = r->lanes,
        .size = size,
        .first = xcalloc((size_t)size * size, sizeof *c.first),
        .fine = xcalloc(batch, sizeof *c.fine),
        .u = xcalloc(batch, sizeof *c.u),
        .v = xcalloc(batch, sizeof *c.v),
        .pixel = xcalloc(batch, sizeof *c.pixel),
    };
    image_init(out, size, size);
    trace_middles(&c);
    smooth_edges(&c, out->rgb);
    free(c.first);
    free(c.fine);
    free(c.u);
    free(c.v);
    free(c.pixel);
}
