#include "config.h"

#include "face.h"

#include <stdio.h>
#include <string.h>

void face_traits(struct face_traits *t, const struct look *look,
                 const struct identity *who, const struct view *view)
{
    static const float masculine[] = {-1, 1, 0};
    static const float weight[] = {-0.8f, -0.1f, 0, 0.4f, 1};
    float age = (float)(look->age - 20) / 55;
    *t = (struct face_traits){
        .masculine = masculine[look->presentation],
        .age = age < 0 ? 0 : age > 1.1f ? 1.1f : age,
        .youth = look->age < 38 ? (float)(38 - look->age) / 20 : 0,
        .weight = weight[look->build],
        .smile = (float)view->smile / 10000,
        .open = (float)view->open / 10000,
        .axis = who->axis,
    };
}

static struct ellipsoid ellipsoid(float x, float y, float z, float a, float b,
                                  float c)
{
    return (struct ellipsoid){{x, y, z}, {1 / a, 1 / b, 1 / c}};
}

/* A swelling at (x, y, z), faded out at these radii. */
static void add_bump(struct scene *s, float x, float y, float z, float a,
                     float b, float c, float height)
{
    s->bumps[s->bump_count++] =
        (struct bump){{x, y, z}, {1 / a, 1 / b, 1 / c}, height};
}

/* Widths and lengths of the skull's solids for the five face shapes. */
static const struct {
    float jaw, cheek, forehead, length, chin;
} shapes[] = {
    [LOOK_OVAL] = {0, 0, 0, 0, 0},
    [LOOK_ROUND_FACE] = {0.05f, 0.05f, 0, -0.07f, -0.03f},
    [LOOK_SQUARE] = {0.08f, 0.01f, 0.02f, -0.02f, 0.05f},
    [LOOK_HEART] = {-0.06f, 0.03f, 0.03f, 0, -0.05f},
    [LOOK_LONG_FACE] = {-0.03f, -0.03f, -0.01f, 0.07f, 0},
};

static void shape_skull(struct scene *s, const struct look *look,
                        const struct face_traits *t)
{
    const float *a = t->axis;
    float m = t->masculine, fat = t->weight;
    float wide = 0.03f * a[AXIS_HEAD_WIDTH] + 0.01f * m;
    float length = 0.085f * a[AXIS_FACE_LENGTH] + 0.025f * m +
                   shapes[look->face].length;
    float jaw = 0.062f * a[AXIS_JAW_WIDTH] + (m < 0 ? 0.1f : 0.045f) * m +
                0.03f * fat +
                shapes[look->face].jaw;
    float chin = 0.03f * a[AXIS_CHIN] + 0.045f * m + shapes[look->face].chin;
    float brow = 0.05f * a[AXIS_FOREHEAD];
    s->cranium = ellipsoid(0, 0.36f, -0.14f,
                           0.72f + wide + shapes[look->face].forehead,
                           0.74f + brow, 0.89f);
    s->face = ellipsoid(0, -0.27f, 0.14f,
                        0.585f + wide + 0.03f * fat + shapes[look->face].cheek,
                        0.79f + length, 0.61f);
    s->jaw = ellipsoid(0, -0.68f - 0.7f * length, 0.2f, 0.445f + jaw, 0.34f,
                       0.47f);
    s->corner = ellipsoid(0.37f + 0.8f * jaw, -0.6f - 0.5f * length, 0.04f,
                          0.15f, 0.24f, 0.22f);
    if (chin < -0.06f) /* no chin is an edge */
        chin = -0.06f;
    s->chin = ellipsoid(0, -0.93f - length, 0.52f, 0.2f + 1.5f * chin, 0.17f,
                        0.17f + 0.02f * m);
}

/* Sockets, deeper by the nose; the brow ridge above them; bags below. */
static void model_eyes(struct scene *s, const struct face_traits *t)
{
    float m = t->masculine, old = t->age, x = s->eye.x, y = s->eye.y;
    add_bump(s, x - 0.02f, y - 0.01f, 0.66f, 0.24f, 0.17f, 0.34f,
             -0.074f - 0.02f * t->axis[AXIS_EYE_DEPTH] - 0.012f * m -
                 0.02f * old);
    add_bump(s, 0.13f, y, 0.74f, 0.12f, 0.2f, 0.3f, -0.06f);
    add_bump(s, 0.24f, y + 0.19f, 0.72f, 0.34f, 0.13f, 0.3f,
             0.028f + 0.024f * m);
    add_bump(s, 0, y + 0.2f, 0.78f, 0.16f, 0.14f, 0.2f, 0.01f + 0.02f * m);
    add_bump(s, x, y - 0.15f, 0.64f, 0.16f, 0.06f, 0.2f, -0.01f + 0.045f * old);
    add_bump(s, x + 0.06f, y - 0.22f, 0.62f, 0.2f, 0.07f, 0.2f, -0.012f * old);
}

/* Temples, cheekbones, cheeks and the hollows below them, jowls, double chin. */
static void model_cheeks(struct scene *s, const struct face_traits *t)
{
    float m = t->masculine, old = t->age, fat = t->weight;
    add_bump(s, 0.64f, 0.26f, 0.36f, 0.24f, 0.3f, 0.4f, -0.03f - 0.02f * old);
    add_bump(s, 0.44f, -0.23f, 0.5f, 0.3f, 0.2f, 0.34f,
             0.05f + 0.03f * t->axis[AXIS_CHEEKBONES] + 0.045f * t->smile -
                 0.01f * m);
    add_bump(s, 0.36f, -0.5f, 0.5f, 0.3f, 0.28f, 0.36f,
             0.03f * t->axis[AXIS_CHEEKS] + 0.035f * fat - 0.015f * old -
                 0.012f * m + 0.03f * t->youth);
    add_bump(s, 0.5f, -0.48f, 0.36f, 0.2f, 0.24f, 0.3f,
             -0.015f - 0.015f * m - 0.008f * old + 0.03f * fat);
    add_bump(s, 0.36f, s->mouth.y - 0.2f, 0.48f, 0.2f, 0.22f, 0.34f,
             0.07f * old + 0.01f * fat);
    add_bump(s, 0, -1.05f, 0.2f, 0.4f, 0.22f, 0.4f,
             0.05f * old + 0.06f * (fat > 0 ? fat : 0));
}

/* Muzzle, the folds beside it, its corners, philtrum and the chin's hollow. */
static void model_muzzle(struct scene *s, const struct face_traits *t)
{
    const struct scene_mouth *mouth = &s->mouth;
    float y = mouth->y, smile = t->smile, old = t->age;
    add_bump(s, 0, y + 0.02f, 0.72f, 0.36f, 0.26f, 0.3f, 0.07f);
    add_bump(s, 0.3f + 0.02f * smile, y + 0.08f, 0.66f, 0.09f, 0.3f, 0.26f,
             -0.012f - 0.022f * smile - 0.02f * old);
    add_bump(s, mouth->half_width + 0.03f, y + mouth->curve, 0.66f, 0.08f,
             0.08f, 0.2f, -0.03f - 0.02f * smile);
    add_bump(s, 0, y + 0.14f, 0.84f, 0.04f, 0.12f, 0.16f, -0.008f);
    add_bump(s, 0, y - mouth->lower - 0.07f, 0.76f, 0.24f, 0.08f, 0.2f,
             -0.035f);
}

void face_shape(struct scene *s, const struct look *look,
                const struct face_traits *t)
{
    const float *a = t->axis;
    float ear = 0.27f + 0.04f * a[AXIS_EARS] + 0.03f * t->age +
                0.01f * t->masculine;
    shape_skull(s, look, t);
    s->bump_count = 0;
    model_eyes(s, t);
    model_cheeks(s, t);
    model_muzzle(s, t);
    s->ear = ellipsoid(0.7f + 0.03f * a[AXIS_HEAD_WIDTH], -0.13f, -0.12f,
                       0.085f, ear, 0.16f);
    s->neck = 0.4f + 0.055f * t->masculine + 0.04f * t->weight +
              0.015f * a[AXIS_NECK];
}

static void shape_eyes(struct scene_eye *e, const struct face_traits *t,
                       const struct view *view)
{
    const float *a = t->axis;
    float m = t->masculine, old = t->age;
    float size = 1.1f + 0.1f * a[AXIS_EYE_SIZE] - 0.13f * m +
                 0.08f * t->youth - 0.05f * old;
    float smile = t->smile;
    e->x = 0.296f + 0.038f * a[AXIS_EYE_SPACING];
    e->y = 0;
    e->radius = 0.165f;
    e->z = 0.45f - 0.015f * a[AXIS_EYE_DEPTH];
    e->half_width = 0.148f * size;
    e->up = (0.066f + 0.012f * a[AXIS_LIDS] - 0.016f * old) * size *
            (1 - 0.14f * smile);
    e->low = (0.044f - 0.004f * old) * size * (1 - 0.3f * smile);
    e->tilt = 0.12f * a[AXIS_EYE_TILT] + 0.06f - 0.12f * old - 0.03f * m;
    e->iris = 0.42f;
    e->gaze[0] = (float)view->gaze_x / 1000;
    e->gaze[1] = (float)view->gaze_y / 1000;
    e->fold = 0.05f - 0.02f * old + 0.01f * a[AXIS_LIDS];
    e->lash = 0.028f - 0.02f * (m + 1) * 0.5f;
}

static void shape_nose(struct scene_nose *n, const struct face_traits *t)
{
    const float *a = t->axis;
    float m = t->masculine, old = t->age;
    float wide = 0.97f + 0.26f * a[AXIS_NOSE_WIDTH] + 0.1f * m + 0.1f * old -
                 0.06f * t->youth;
    float down = 0.09f * a[AXIS_NOSE_LENGTH] + 0.015f * m + 0.035f * old -
                 0.02f * t->youth;
    float high = 0.03f * a[AXIS_NOSE_BRIDGE] + 0.025f * m - 0.02f;
    float tip = 0.036f * a[AXIS_NOSE_TIP] - 0.01f * m;
    n->slope = 0.42f;
    n->bridge = ellipsoid(0, -0.15f - 0.5f * down, 0.75f + high,
                          0.078f * (1 + 0.4f * (wide - 1)), 0.36f + down,
                          0.15f);
    n->bridge.centre[2] += 0.42f * n->bridge.centre[1];
    n->tip = ellipsoid(0, -0.36f - down + tip, 0.91f + high,
                       0.1f * (0.5f + 0.5f * wide), 0.085f, 0.11f);
    n->wing = ellipsoid(0.105f * wide, -0.4f - down, 0.8f + 0.5f * high,
                        0.062f * wide, 0.06f, 0.1f);
    n->nostril[0] = 0.062f * wide;
    n->nostril[1] = -0.45f - down + 0.4f * tip;
    n->nostril[2] = 0.86f;
}

static void shape_mouth(struct scene_mouth *mouth, const struct face_traits *t)
{
    const float *a = t->axis;
    float m = t->masculine, old = t->age, smile = t->smile;
    float thin = 1.02f - 0.44f * old - 0.18f * m + 0.06f * t->youth;
    mouth->y = -0.655f - 0.03f * a[AXIS_MOUTH_HEIGHT] -
               0.05f * a[AXIS_FACE_LENGTH] - 0.025f * a[AXIS_NOSE_LENGTH] +
               0.015f * smile;
    mouth->half_width = (0.25f + 0.044f * a[AXIS_MOUTH_WIDTH] + 0.008f * m) *
                        (1 + 0.16f * smile);
    mouth->upper = (0.066f + 0.018f * a[AXIS_LIP_UPPER]) * thin *
                   (1 - 0.25f * smile);
    mouth->lower = (0.088f + 0.02f * a[AXIS_LIP_LOWER]) * thin *
                   (1 - 0.18f * smile);
    mouth->curve = 0.075f * smile - 0.008f - (0.02f + 0.01f * m) * old;
    mouth->gap = 0.055f * t->open;
    mouth->swell = 0.017f * thin + 0.004f;
}

static void shape_brows(struct scene_brow *b, const struct face_traits *t)
{
    const float *a = t->axis;
    float m = t->masculine;
    b->y = 0.2f + 0.03f * a[AXIS_BROW_HEIGHT] - 0.024f * m -
           0.025f * t->age;
    b->inner = 0.115f + 0.012f * m;
    b->outer = 0.5f;
    b->arch = 0.04f + 0.023f * a[AXIS_BROW_SHAPE] - 0.02f * m;
    b->slope = 0.02f + 0.05f * a[AXIS_BROW_SHAPE] - 0.02f * t->age;
    b->thick = 0.037f + 0.014f * a[AXIS_BROW_THICKNESS] + 0.008f * m;
    b->strength = 0.96f + 0.02f * m;
}

void face_features(struct scene *s, const struct face_traits *t,
                   const struct view *view)
{
    shape_eyes(&s->eye, t, view);
    shape_nose(&s->nose, t);
    shape_mouth(&s->mouth, t);
    shape_brows(&s->brow, t);
}

static void scale3(float out[3], const float in[3], float r, float g, float b)
{
    out[0] = in[0] * r;
    out[1] = in[1] * g;
    out[2] = in[2] * b;
}

static void mix3(float out[3], const float to[3], float share)
{
    for (int i = 0; i < 3; i++)
        out[i] += (to[i] - out[i]) * share;
}

/* How far a skin is from the lightest tone to the darkest, 0..1. */
static float darkness(const struct look *look)
{
    return (float)(look->skin_tone - 1) / 9;
}

static void colour_skin(struct scene_skin *skin, const struct look *look,
                        const struct face_traits *t,
                        const struct palette *palette)
{
    const float *a = t->axis;
    char tone[12];
    float shade = 1 + 0.05f * a[AXIS_SKIN_SHADE];
    float warm = 0.04f * a[AXIS_SKIN_WARMTH];
    float dark = darkness(look);
    float feminine = t->masculine < 0 ? -t->masculine : 0;
    snprintf(tone, sizeof tone, "%d", look->skin_tone);
    palette_find(palette, "skin", tone, skin->base);
    scale3(skin->base, skin->base, shade * (1 + 0.3f * warm), shade,
           shade * (1 - warm));
    skin->gloss = 0.3f;
    skin->red = 0.45f - 0.3f * dark + 0.1f * t->age;
    skin->makeup = feminine * (0.65f + 0.35f * a[AXIS_MAKEUP]);
    scale3(skin->lips, skin->base, 0.74f, 0.42f, 0.42f);
    mix3(skin->lips, (const float[3]){0.5f, 0.2f, 0.2f}, 0.08f + 0.12f * dark);
    mix3(skin->lips, (const float[3]){0.5f, 0.06f, 0.09f},
         0.75f * skin->makeup);
    scale3(skin->lids, skin->base, 0.72f, 0.58f, 0.56f);
    mix3(skin->lids, (const float[3]){0.12f, 0.07f, 0.07f},
         0.5f * skin->makeup);
    skin->freckles = a[AXIS_FRECKLES] > 0.35f ? (1 - dark) * 1.2f : 0;
    skin->spots = t->age > 0.5f ? 0.9f * (t->age - 0.5f) : 0;
    float lived = t->age > 0.17f ? 1.35f * (t->age - 0.17f) : 0;
    skin->wrinkles = (2.0f + 0.4f * t->masculine) * lived *
                     (1 + 0.12f * a[AXIS_AGEING]) * (1 - 0.12f * dark);
    skin->bags = 0.05f + 0.9f * lived;
    skin->sockets = 0.3f + 0.35f * dark;
    skin->whites = 0.95f - 0.33f * dark;
}

/* A beard is darker than the hair of the head, most in a dark face. */
static void colour_beard(struct scene_beard *beard, const struct look *look,
                         const float hair[3], const float silver[3])
{
    static const float strength[] = {0, 0.5f, 1, 0.8f, 0.86f};
    static const float length[] = {0, 0, 0.012f, 0.02f, 0.085f};
    beard->style = look->facial_hair;
    beard->strength = strength[look->facial_hair];
    beard->length = length[look->facial_hair];
    float depth = 0.75f - 0.3f * darkness(look);
    scale3(beard->colour, hair, depth, depth, depth);
    float grey[3], share = 0.9f * (float)look->grey / 10000;
    scale3(grey, silver, 0.85f, 0.85f, 0.85f);
    mix3(beard->colour, grey, share);
}

void face_colours(struct scene *s, const struct look *look,
                  const struct face_traits *t, const struct palette *palette)
{
    float hair[3], silver[3], grey = (float)look->grey / 10000;
    colour_skin(&s->skin, look, t, palette);
    palette_find(palette, "eye", look->eye_colour, s->iris_colour);
    palette_find(palette, "hair", look->hair_colour, hair);
    palette_find(palette, "silver", "brow", silver);
    colour_beard(&s->beard, look, hair, s->hair.silver);
    memcpy(s->brow.colour, hair, sizeof hair);
    mix3(s->brow.colour, silver, 0.6f * grey);
    for (int i = 0; i < 3; i++) { /* darker than hair, and than the skin */
        float most = 0.4f * s->skin.base[i];
        s->brow.colour[i] *= 0.6f;
        if (s->brow.colour[i] > most)
            s->brow.colour[i] = most;
    }
}
