#include "config.h"

#include "style.h"

#include <stdbool.h>
#include <string.h>

/* Hair styles: heights of the layer over the crown and over the ears, the
 * hairline's height and its drawing back at the temples, its fall from the
 * parting, the place of the parting, and what hangs. */
static const struct {
    float thick, side, line, temple, sweep, part, length, rise, stubble;
    int kind;
} styles[] = {
    [LOOK_BUZZ] = {0.035f, 0.02f, 0.6f, 0.06f, 0.1f, 0, 0, 0.2f, 0.9f, 0},
    [LOOK_SHORT] = {0.12f, 0.03f, 0.62f, 0.06f, 0.1f, 0, 0, 0.4f, 0.85f, 0},
    [LOOK_SIDE_PART] = {0.15f, 0.03f, 0.64f, 0.08f, 0.12f, 0.34f, 0, 0.36f,
                        0.85f, 0},
    [LOOK_CROP] = {0.08f, 0.03f, 0.54f, 0.02f, 0.06f, 0, 0, 0.22f, 0.8f, 0},
    [LOOK_RECEDING] = {0.08f, 0.04f, 0.78f, 0.16f, -0.1f, 0, 0, 0.4f, 0.6f, 0},
    [LOOK_BALD] = {0.0f, 0.0f, 2.0f, 0, 0, 0, 0, 0.2f, 0.4f, 0},
    [LOOK_PIXIE] = {0.15f, 0.08f, 0.52f, 0, 0.5f, 0.3f, 0, 0.16f, 0.3f, 0},
    [LOOK_BOB] = {0.15f, 0.14f, 0.62f, 0, 1.1f, 0.12f, -0.85f, 0.14f, 0.3f,
                  HAIR_FALLS},
    [LOOK_SHOULDER_LENGTH] = {0.14f, 0.13f, 0.64f, 0, 1.1f, 0.1f, -1.4f, 0.14f,
                              0.3f, HAIR_FALLS},
    [LOOK_LONG] = {0.13f, 0.12f, 0.65f, 0, 1.1f, 0.0f, -2.1f, 0.14f, 0.3f,
                   HAIR_FALLS},
    [LOOK_PONYTAIL] = {0.055f, 0.04f, 0.6f, 0.05f, 0.3f, 0, 0, 0.45f, 0.8f,
                       HAIR_TAIL},
    [LOOK_BUN] = {0.055f, 0.04f, 0.6f, 0.05f, 0.3f, 0, 0, 0.45f, 0.8f,
                  HAIR_BUN},
};

/* What the texture adds: fullness, locks, waves, curls and their number. */
static const struct {
    float full, lock, wave, curl, curl_size;
} textures[] = {
    [LOOK_STRAIGHT] = {1.0f, 0.035f, 0, 0, 1},
    [LOOK_WAVY] = {1.2f, 0.04f, 0.028f, 0, 1},
    [LOOK_CURLY] = {1.4f, 0.02f, 0, 0.055f, 4.0f},
    [LOOK_COILY] = {1.6f, 0.01f, 0, 0.024f, 10.0f},
};

/* Hair that was dark turns iron grey, not white. */
static void shade_hair(struct scene_hair *h, const struct look *look,
                       const float *axis, const struct palette *palette)
{
    float shade = 1 + 0.12f * axis[AXIS_HAIR_SHADE];
    palette_find(palette, "hair", look->hair_colour, h->colour);
    for (int i = 0; i < 3; i++) {
        h->colour[i] *= shade;
        h->tip[i] = h->colour[i] * 1.12f;
    }
    palette_find(palette, "silver", "hair", h->silver);
    for (int i = 0; i < 3; i++)
        h->silver[i] *= 1 - 0.039f * (float)(look->skin_tone - 1);
    h->grey = (float)look->grey / 10000;
    h->grey_deep = 0.75f + 0.25f * h->grey;
}

static void hang_hair(struct scene_hair *h)
{
    static const float tail[3][3] = {
        {0, 0.6f, -1.1f}, {0.6f, -0.55f, -0.7f}, {0.66f, -1.65f, 0.3f}};
    float wide = 0.72f + h->side;
    h->front = 0.27f;
    h->fall_x = 1 / wide;
    h->fall_z = 1 / (wide + 0.12f);
    memcpy(h->tail, tail, sizeof tail);
    h->bun = (struct ellipsoid){{0, 1.08f, -0.5f},
                                {1 / 0.34f, 1 / 0.3f, 1 / 0.34f}};
}

void style_hair(struct scene_hair *h, const struct look *look,
                const struct identity *who, const struct palette *palette)
{
    const float *a = who->axis;
    float full = textures[look->texture].full *
                 (1 + 0.28f * a[AXIS_HAIR_VOLUME]);
    bool tight = look->hair == LOOK_BUZZ || look->hair == LOOK_BALD;
    if (tight)
        full = 1;
    *h = (struct scene_hair){
        .style = look->hair,
        .kind = styles[look->hair].kind,
        .thick = styles[look->hair].thick * full,
        .side = styles[look->hair].side * (0.5f + 0.5f * full),
        .ragged = tight ? 0.02f : 0.07f,
        .sideburn = styles[look->hair].kind & HAIR_FALLS ? -0.7f : -0.1f,
        .rise = styles[look->hair].rise,
        .top = look->hair == LOOK_BALD ? 0.2f : 4,
        .line = styles[look->hair].line + 0.05f * a[AXIS_HAIR_LINE],
        .temple = styles[look->hair].temple,
        .part = styles[look->hair].part *
                (a[AXIS_HAIR_PART] < 0 ? -1.0f : 1.0f),
        .sweep = styles[look->hair].sweep * (0.9f - 0.3f * a[AXIS_HAIR_LINE]),
        .length = styles[look->hair].length,
        .lock = tight ? 0.004f : textures[look->texture].lock,
        .wave = tight ? 0 : textures[look->texture].wave,
        .curl = tight ? 0 : textures[look->texture].curl,
        .curl_size = textures[look->texture].curl_size,
        .stubble = styles[look->hair].stubble,
        .salt = who->salt,
    };
    h->reach = h->thick + 0.3f + h->curl;
    if (h->kind & HAIR_FALLS)
        h->part += 0.1f * a[AXIS_HAIR_PART];
    shade_hair(h, look, a, palette);
    hang_hair(h);
    if (h->kind & (HAIR_TAIL | HAIR_BUN))
        h->reach = 1.3f;
}

void style_glasses(struct scene *s, const struct look *look,
                   const struct identity *who, const struct palette *palette)
{
    static const char *const frames[] = {"dark", "tortoise", "metal", "blue",
                                         "burgundy"};
    static const struct {
        float width, height, round, thick;
    } rims[] = {
        [LOOK_NO_GLASSES] = {0.2f, 0.2f, 0.2f, 0},
        [LOOK_ROUND] = {0.215f, 0.185f, 0.18f, 0.008f},
        [LOOK_RECTANGULAR] = {0.225f, 0.15f, 0.06f, 0.015f},
        [LOOK_HALF_RIM] = {0.225f, 0.155f, 0.07f, 0.013f},
    };
    struct scene_glasses *g = &s->glasses;
    *g = (struct scene_glasses){
        .style = look->glasses,
        .x = s->eye.x + 0.015f,
        .y = -0.02f,
        .z = 0.83f,
        .width = rims[look->glasses].width,
        .height = rims[look->glasses].height,
        .round = rims[look->glasses].round,
        .thick = rims[look->glasses].thick,
        .ear_x = 0.77f,
    };
    float hinge = g->x + g->width;
    g->hinge_z = g->z - 0.22f * hinge * hinge;
    palette_find(palette, "frame", frames[who->salt % 5], g->colour);
}

/* Garments: fullness of the cloth, the neckline's radius, depth and narrowness
 * of a V, the collar's points and half its opening, the inner neckline. */
static const struct {
    float thick, neck, vee, open, points, gap, inner_neck;
    int kind;
} garments[] = {
    [LOOK_TEE] = {0.03f, 0.56f, 0, 0, 0, 0, 0, 0},
    [LOOK_SHIRT] = {0.035f, 0.44f, 0.42f, 1.9f, 0.1f, 0.13f, 0,
                    CLOTHES_COLLAR | CLOTHES_BUTTONS},
    [LOOK_POLO] = {0.035f, 0.46f, 0.34f, 2.6f, 0.06f, 0.1f, 0,
                   CLOTHES_COLLAR},
    [LOOK_DRESS_SHIRT] = {0.035f, 0.4f, 0, 0, 0.12f, 0.05f, 0,
                          CLOTHES_COLLAR | CLOTHES_BUTTONS},
    [LOOK_BLOUSE] = {0.035f, 0.5f, 0.72f, 1.15f, 0, 0, 0, 0},
    [LOOK_TURTLENECK] = {0.045f, 0.4f, 0, 0, 0, 0, 0,
                         CLOTHES_ROLL | CLOTHES_KNIT},
    [LOOK_JUMPER] = {0.055f, 0.5f, 0, 0, 0, 0, 0, CLOTHES_KNIT},
    [LOOK_CARDIGAN] = {0.06f, 0.52f, 1.0f, 1.1f, 0, 0, 0.54f,
                       CLOTHES_INNER | CLOTHES_KNIT | CLOTHES_BUTTONS},
    [LOOK_HOODIE] = {0.06f, 0.38f, 0, 0, 0, 0, 0, CLOTHES_HOOD},
    [LOOK_DENIM_JACKET] = {0.055f, 0.5f, 0.95f, 1.5f, 0.12f, 0.2f, 0.54f,
                           CLOTHES_INNER | CLOTHES_COLLAR | CLOTHES_STITCHES},
    [LOOK_SUIT] = {0.065f, 0.5f, 1.2f, 1.5f, 0, 0, 0.38f,
                   CLOTHES_INNER | CLOTHES_LAPELS},
};

static void shape_torso(struct scene *s, const struct look *look)
{
    static const float wide[] = {-0.08f, 0, 0.07f, 0.12f, 0.14f};
    static const float presented[] = {-0.1f, 0.1f, 0};
    float w = wide[look->build] + presented[look->presentation];
    float deep = 0.5f + 0.3f * (w > 0 ? w : 0);
    s->chest = (struct ellipsoid){
        {0, -2.27f, -0.2f}, {1 / (1.16f + w), 1 / 0.9f, 1 / deep}};
    s->shoulder = (struct ellipsoid){
        {1.0f + w, -1.96f, -0.26f},
        {1 / 0.42f, 1 / 0.4f, 1 / 0.4f}};
    s->trapezius = (struct ellipsoid){
        {0.36f, -1.5f, -0.36f},
        {1 / (0.5f + 0.3f * w), 1 / 0.24f, 1 / 0.3f}};
}

void style_clothes(struct scene *s, const struct look *look,
                   const struct identity *who, const struct palette *palette)
{
    static const char *const ties[] = {"navy", "burgundy", "teal", "purple",
                                       "green"};
    struct scene_clothes *c = &s->clothes;
    shape_torso(s, look);
    *c = (struct scene_clothes){
        .kind = garments[look->garment].kind,
        .thick = garments[look->garment].thick,
        .neck = garments[look->garment].neck,
        .vee = garments[look->garment].vee,
        .open = garments[look->garment].open,
        .points = garments[look->garment].points,
        .gap = garments[look->garment].gap,
        .inner_neck = garments[look->garment].inner_neck,
    };
    palette_find(palette, "cloth", look->clothing_colour, c->colour);
    bool suit = look->garment == LOOK_SUIT;
    palette_find(palette, "lining", suit ? "shirt" : "tee", c->inner);
    palette_find(palette, "cloth", ties[who->salt / 8 % 5], c->tie);
    if (suit && look->presentation == LOOK_MASCULINE)
        c->kind |= CLOTHES_TIE;
}
