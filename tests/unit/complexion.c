/* The colour of a cheek: darker from each skin tone to the next, and the same
 * whichever way the head is turned. */
#include "config.h"

#include <stdio.h>

#include "image.h"
#include "render/render.h"
#include "rng.h"
#include "render/scene.h"
#include "sitters.h"
#include "tap.h"

#define PATCH 0.03f /* half the side of what is looked at, of the picture's */
#define SAME 0.05f  /* shares of red and green agree to this part of them */

/* Light of a patch of a picture: means of the channels, 0..1. */
struct colour {
    float r, g, b;
};

/* Where a point of the head is seen, in shares of the picture's side from the
 * upper left corner. */
static void project(const struct scene *s, const float head[3], float at[2])
{
    float p[3];
    for (int i = 0; i < 3; i++) {
        p[i] = s->head.pivot[i];
        for (int k = 0; k < 3; k++)
            p[i] += s->head.turn[k][i] * (head[k] - s->head.pivot[k]);
    }
    float half = s->half * (s->camera_z - p[2]) / s->camera_z;
    at[0] = 0.5f + 0.5f * (p[0] - s->middle[0]) / half;
    at[1] = 0.5f - 0.5f * (p[1] - s->middle[1]) / half;
}

/* The middle of a cheek: side 1 is the picture's right, -1 its left. */
static void find_cheek(const struct render *r, const struct look *look,
                       const struct view *view, float side, float at[2])
{
    struct identity who;
    struct scene scene;
    identity_draw(&who, look->seed, look->index);
    scene_make(&scene, look, &who, view, &r->palette);
    const float middle[3] = {0.4f * side, -0.3f, 0.62f};
    project(&scene, middle, at);
}

static struct colour mean(const struct image *image, const float at[2])
{
    float side = (float)image->width, sum[3] = {0, 0, 0}, count = 0;
    for (int y = (int)((at[1] - PATCH) * side);
         y < (int)((at[1] + PATCH) * side); y++)
        for (int x = (int)((at[0] - PATCH) * side);
             x < (int)((at[0] + PATCH) * side); x++, count++)
            for (int i = 0; i < 3; i++) {
                size_t pixel = (size_t)y * image->width + (size_t)x;
                float level = (float)image->rgb[3 * pixel + (size_t)i] / 255;
                sum[i] += level * level;
            }
    return (struct colour){sum[0] / count, sum[1] / count, sum[2] / count};
}

/* The cheek of a person without beard and glasses. */
static struct colour cheek(const struct render *r, struct look look,
                           const struct view *view, float side)
{
    struct image image;
    float at[2];
    look.facial_hair = LOOK_SHAVEN;
    look.glasses = LOOK_NO_GLASSES;
    find_cheek(r, &look, view, side, at);
    render_portrait(r, &look, view, SITTER_SIZE, &image);
    struct colour c = mean(&image, at);
    image_release(&image);
    return c;
}

/* ITU-R BT.709 */
static float luminance(struct colour c)
{
    return 0.2126f * c.r + 0.7152f * c.g + 0.0722f * c.b;
}

static void tones(const struct render *r, const struct sitter *sitter)
{
    struct look look = sitter->look;
    float last = 1;
    bool falls = true;
    for (look.skin_tone = 1; look.skin_tone <= 10; look.skin_tone++) {
        float light = luminance(cheek(r, look, sitter_frontal(), 1));
        if (!(light < last)) {
            falls = false;
            printf("# tone %d: %.4f, the one before: %.4f\n", look.skin_tone,
                   (double)light, (double)last);
        }
        last = light;
    }
    tap_ok(falls, "the cheek of '%s' grows darker from tone 1 to tone 10",
           sitter->name);
}

static bool near(float a, float b)
{
    return a <= b * (1 + SAME) && b <= a * (1 + SAME);
}

/* True if the cheek that a turned head shows is as red and as green as it is
 * from the front; else it is told. */
static bool same_hue(const struct render *r, const struct look *look, int yaw)
{
    struct view view = *sitter_frontal();
    float side = yaw > 0 ? -1 : 1;
    struct colour front = cheek(r, *look, &view, side);
    view.yaw = yaw;
    view.pitch = yaw / 6;
    struct colour turned = cheek(r, *look, &view, side);
    float sum = turned.r + turned.g + turned.b;
    float whole = front.r + front.g + front.b;
    if (near(turned.r / sum, front.r / whole) &&
        near(turned.g / sum, front.g / whole))
        return true;
    printf("# yaw %d: red %.3f, green %.3f of the light; from the front "
           "%.3f, %.3f\n", yaw, (double)(turned.r / sum),
           (double)(turned.g / sum), (double)(front.r / whole),
           (double)(front.g / whole));
    return false;
}

static void views(const struct render *r, const struct sitter *sitter)
{
    static const int yaws[] = {-640, -400, -200, 200, 400, 640};
    bool same = true;
    for (size_t i = 0; i < sizeof yaws / sizeof yaws[0]; i++)
        same &= same_hue(r, &sitter->look, yaws[i]);
    tap_ok(same, "a cheek of '%s' has one hue, however the head is turned",
           sitter->name);
}

int main(void)
{
    struct render render;
    rng_setup();
    if (render_init(&render) < 0)
        return 99;
    for (size_t i = 0; i < SITTERS; i += 2)
        tones(&render, sitter_at(i));
    for (size_t i = 0; i < SITTERS; i++)
        views(&render, sitter_at(i));
    render_release(&render);
    return tap_done();
}
