/* Persons and views drawn by lot, far beyond what records hold: every sample is
 * a number within 0..1, and the same whether 1, 4 or 8 rays are traced at a
 * time. Then whole pictures, of even and odd sizes. */
#include "config.h"

#include <stdio.h>
#include <string.h>

#include "image.h"
#include "render/render.h"
#include "rng.h"
#include "render/scene.h"
#include "sitters.h"
#include "tap.h"

#define CASES 300
#define POINTS 61 /* of a picture, in each case; no multiple of 4 */

static int between(struct rng *r, int low, int high)
{
    return low + (int)rng_below(r, (uint64_t)(high - low) + 1);
}

/* Any value of every attribute; colours are those of a sitter. */
static void draw_look(struct look *look, struct rng *r)
{
    const struct look *colours = &sitter_at(rng_below(r, SITTERS))->look;
    *look = *colours;
    look->index = 1 + rng_below(r, 250000);
    look->age = between(r, 18, 120);
    look->presentation = (enum look_presentation)rng_below(r, 3);
    look->skin_tone = between(r, 1, 10);
    look->hair = (enum look_hair)rng_below(r, 12);
    look->texture = (enum look_texture)rng_below(r, 4);
    look->grey = between(r, 0, 10000);
    look->glasses = (enum look_glasses)rng_below(r, 4);
    look->facial_hair = (enum look_facial_hair)rng_below(r, 5);
    look->build = (enum look_build)rng_below(r, 5);
    look->face = (enum look_face)rng_below(r, 5);
    look->garment = (enum look_garment)rng_below(r, 11);
}

/* Half of all numbers are the least or the largest of their range. */
static int extreme(struct rng *r, int low, int high)
{
    switch (rng_below(r, 4)) {
    case 0: return low;
    case 1: return high;
    default: return between(r, low, high);
    }
}

/* The members in turn, for initializers have no order in which they are
 * reckoned. */
static void draw_view(struct view *v, struct rng *r)
{
    v->yaw = extreme(r, -1000, 1000);
    v->pitch = extreme(r, -500, 500);
    v->roll = extreme(r, -500, 500);
    v->zoom = extreme(r, 5000, 30000);
    v->shift_x = extreme(r, -3000, 3000);
    v->shift_y = extreme(r, -3000, 3000);
    v->smile = extreme(r, 0, 10000);
    v->open = extreme(r, 0, 10000);
    v->gaze_x = extreme(r, -400, 400);
    v->gaze_y = extreme(r, -400, 400);
    v->light_x = extreme(r, -1500, 1500);
    v->light_y = extreme(r, -1500, 1500);
    v->key = extreme(r, 0, 20000);
    v->fill = extreme(r, 0, 20000);
    v->warmth = extreme(r, -10000, 10000);
    v->backdrop = between(r, 0, VIEW_BACKDROPS - 1);
}

/* A case is drawn from its number alone. */
static void draw_case(struct look *look, struct view *view, struct rng *r,
                      unsigned number)
{
    char text[16];
    snprintf(text, sizeof text, "%u", number);
    const char *const parts[] = {"test", "portrait", text};
    rng_init(r, parts, 3);
    draw_look(look, r);
    draw_view(view, r);
}

static bool sound(const struct sample *samples, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        for (int k = 0; k < 3; k++)
            if (!(samples[i].rgb[k] >= 0 && samples[i].rgb[k] <= 1))
                return false;
        if (samples[i].part < 0 || samples[i].part > 6)
            return false;
    }
    return true;
}

/* Bit by bit. */
static bool same(const struct sample *a, const struct sample *b, size_t count)
{
    return memcmp(a, b, count * sizeof *a) == 0;
}

/* What was found in all cases. */
struct findings {
    unsigned unsound, four, eight; /* cases that differ from one lane */
};

static void trace_case(const struct render *render, unsigned number,
                       struct findings *found)
{
    struct look look;
    struct view view;
    struct rng r;
    struct identity who;
    struct scene scene;
    struct sample one[POINTS], many[POINTS];
    float u[POINTS], v[POINTS];
    draw_case(&look, &view, &r, number);
    identity_draw(&who, look.seed, look.index);
    scene_make(&scene, &look, &who, &view, &render->palette);
    for (int i = 0; i < POINTS; i++) {
        u[i] = (float)between(&r, -1000, 1000) / 1000;
        v[i] = (float)between(&r, -1000, 1000) / 1000;
    }
    trace_1(&scene, POINTS, u, v, one);
    found->unsound += !sound(one, POINTS);
    trace_4(&scene, POINTS, u, v, many);
    found->four += !same(one, many, POINTS);
    if (render->lanes < 8)
        return;
    trace_8(&scene, POINTS, u, v, many);
    found->eight += !same(one, many, POINTS);
}

static void samples(const struct render *render)
{
    struct findings found = {0, 0, 0};
    for (unsigned i = 0; i < CASES; i++)
        trace_case(render, i, &found);
    tap_ok(found.unsound == 0, "%d looks and views by lot have no sample that "
           "is no number or out of range", CASES);
    tap_ok(found.four == 0, "their samples are the same from 4 lanes");
    tap_ok(found.eight == 0, "and from 8 lanes, where they run");
}

/* One picture with the widest lanes and, if it is small, with one. */
static void draw_picture(const struct render *render, unsigned number,
                         unsigned size)
{
    struct render scalar = *render;
    struct look look;
    struct view view;
    struct rng r;
    struct image image, again;
    scalar.lanes = 1;
    draw_case(&look, &view, &r, CASES + number);
    render_portrait(render, &look, &view, size, &image);
    tap_ok(image.width == size && image.height == size,
           "a picture by lot has %u pixels a side", size);
    if (size <= 128) {
        render_portrait(&scalar, &look, &view, size, &again);
        tap_ok(memcmp(image.rgb, again.rgb, image_bytes(&image)) == 0,
               "and is the same from one lane");
        image_release(&again);
    }
    image_release(&image);
}

int main(void)
{
    static const unsigned sizes[] = {RENDER_LEAST, 65, 66, 67, 71, 97, 127,
                                     250, 331, RENDER_MOST - 1, RENDER_MOST};
    struct render render;
    rng_setup();
    if (render_init(&render) < 0)
        return 99;
    samples(&render);
    for (unsigned i = 0; i < sizeof sizes / sizeof sizes[0]; i++)
        draw_picture(&render, i, sizes[i]);
    render_release(&render);
    return tap_done();
}
