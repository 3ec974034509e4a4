#include "config.h"

#include "scene.h"

#include "bound.h"
#include "face.h"
#include "style.h"

/* Sine and cosine by their series, to 1e-6 for |a| < 1.5 radians. */
static float sine(float a)
{
    float q = a * a;
    return a * (1 - q / 6 * (1 - q / 20 * (1 - q / 42 * (1 - q / 72))));
}

static float cosine(float a)
{
    float q = a * a;
    return 1 - q / 2 * (1 - q / 12 * (1 - q / 30 * (1 - q / 56 *
                                                    (1 - q / 90))));
}

static float radians(int milli)
{
    return (float)milli / 1000;
}

/* Turns a part by yaw, pitch and roll: the matrix takes the world into it. */
static void turn(struct pose *pose, float yaw, float pitch, float roll)
{
    float cy = cosine(yaw), sy = sine(yaw), cp = cosine(pitch),
          sp = sine(pitch), cr = cosine(roll), sr = sine(roll);
    const float t[3][3] = {
        {cy * cr - sy * sp * sr, cy * sr + sy * sp * cr, -sy * cp},
        {-cp * sr, cp * cr, sp},
        {sy * cr + cy * sp * sr, sy * sr - cy * sp * cr, cy * cp}};
    for (int i = 0; i < 3; i++)
        for (int j = 0; j < 3; j++)
            pose->turn[i][j] = t[i][j];
}

/* The head turns on the neck; the shoulders follow it half way. */
static void pose_body(struct scene *s, const struct view *v)
{
    s->head.pivot[0] = 0;
    s->head.pivot[1] = -0.75f;
    s->head.pivot[2] = -0.15f;
    turn(&s->head, radians(v->yaw), radians(v->pitch), radians(v->roll));
    s->torso.pivot[0] = 0;
    s->torso.pivot[1] = -1.5f;
    s->torso.pivot[2] = -0.25f;
    turn(&s->torso, 0.45f * radians(v->yaw), 0, 0.15f * radians(v->roll));
}

static void aim_camera(struct scene *s, const struct view *v)
{
    s->camera_z = 12;
    s->half = 1.72f * 10000 / (float)v->zoom;
    s->middle[0] = -2 * s->half * (float)v->shift_x / 10000;
    s->middle[1] = -0.26f - 2 * s->half * (float)v->shift_y / 10000;
}

static void tint(float out[3], float level, float warmth)
{
    out[0] = level * (1 + 0.16f * warmth);
    out[1] = level * (1 + 0.02f * warmth);
    out[2] = level * (1 - 0.2f * warmth);
}

/* A photographer opens the lens a little for a dark face: much, and light hair
 * and white cloth would have no shades. */
static float exposure(const struct scene *s)
{
    float dark = 0.6f - s->skin.base[0];
    return 1 + (dark > 0 ? 0.5f * dark : 0);
}

static void set_lights(struct scene *s, const struct view *v)
{
    struct scene_light *l = &s->light;
    float x = radians(v->light_x), y = radians(v->light_y);
    float warm = (float)v->warmth / 10000, open = exposure(s);
    l->key[0] = sine(x) * cosine(y);
    l->key[1] = sine(y);
    l->key[2] = cosine(x) * cosine(y);
    tint(l->key_colour, 0.8f * open * (float)v->key / 10000, warm);
    tint(l->fill_colour, 0.5f * open * (float)v->fill / 10000, -0.5f * warm);
    l->rim[0] = x < 0 ? 0.72f : -0.72f;
    l->rim[1] = 0.36f;
    l->rim[2] = -0.6f;
    tint(l->rim_colour, 0.5f * (float)v->fill / 10000, -warm);
}

static void set_backdrop(struct scene *s, const struct view *v,
                         const struct palette *palette)
{
    struct scene_backdrop *b = &s->backdrop;
    const char name[2] = {(char)('0' + v->backdrop), '\0'};
    float warm = (float)v->warmth / 10000;
    palette_find(palette, "backdrop", name, b->inner);
    for (int i = 0; i < 3; i++) {
        b->inner[i] *= (float)v->key / 10000 * 1.15f;
        b->outer[i] = b->inner[i] * 0.42f;
    }
    b->inner[0] *= 1 + 0.1f * warm;
    b->inner[2] *= 1 - 0.1f * warm;
    b->x = v->light_x < 0 ? 0.25f : -0.25f;
    b->y = 0.1f;
}

void scene_make(struct scene *s, const struct look *look,
                const struct identity *who, const struct view *view,
                const struct palette *palette)
{
    struct face_traits t;
    *s = (struct scene){0};
    s->skin.salt = who->salt;
    face_traits(&t, look, who, view);
    face_features(s, &t, view);
    face_shape(s, look, &t);
    style_hair(&s->hair, look, who, palette);
    face_colours(s, look, &t, palette);
    style_glasses(s, look, who, palette);
    style_clothes(s, look, who, palette);
    pose_body(s, view);
    bound_body(s);
    aim_camera(s, view);
    set_lights(s, view);
    set_backdrop(s, view, palette);
}
