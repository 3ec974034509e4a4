/* What a look says is seen in its picture: two pictures that differ in one
 * attribute only differ visibly, and only where that attribute is. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "image.h"
#include "render/render.h"
#include "rng.h"
#include "sitters.h"
#include "tap.h"

#define VISIBLE 6 /* of 255, in any channel */
/* Pixels out of place that are let pass, in percent of the picture: one at an
 * edge may be smoothed in one picture and just not in the other. */
#define STRAYS 0.05f
#define VALUES 14 /* of an attribute, at most */

/* Part of a picture, in shares of its side from the upper left corner. */
struct box {
    float left, top, right, bottom;
};

#define ALL {0, 0, 1, 1}
#define HEAD {0.12f, 0, 0.88f, 1}    /* with long hair, and its shadow */
#define BODY {0, 0.55f, 1, 1}        /* neck, shoulders, chest */
#define NOSE {0.44f, 0.42f, 0.56f, 0.54f}

enum attribute {
    HAIR, TEXTURE, HAIR_COLOUR, GREY, GLASSES, FACIAL_HAIR, EYE_COLOUR, BUILD,
    FACE_SHAPE, EXPRESSION, GARMENT, CLOTHING_COLOUR, SKIN_TONE, PRESENTATION,
    AGE, ATTRIBUTES
};

/* Where each attribute shows, its shadow included: in either of two boxes and
 * not in a third. Hair and beards shade the shoulders; a face's shape moves
 * hair, neck and the shadow on the chest; the lens opens for dark faces, and
 * thereby a tone changes clothes. Of an eye only the iris changes, about 0.2 %
 * of the picture in both together, less where lids hang: its bar is lower. */
static const struct {
    const char *name;
    int values;
    float share; /* of the picture's pixels, at least, in percent */
    struct box own[2], not;
} attributes[ATTRIBUTES] = {
    [HAIR] = {"hair styles", 12, 0.5f, {HEAD}, NOSE},
    [TEXTURE] = {"hair textures", 4, 0.5f, {HEAD}, NOSE},
    [HAIR_COLOUR] = {"hair colours", 8, 0.5f, {HEAD}, NOSE},
    [GREY] = {"shares of grey", 3, 0.5f, {HEAD}, NOSE},
    [GLASSES] = {"glasses", 4, 0.5f, {{0.2f, 0.22f, 0.8f, 0.68f}}},
    [FACIAL_HAIR] = {"beards", 5, 0.5f, {{0.15f, 0.38f, 0.8f, 0.95f}}},
    [EYE_COLOUR] = {"eye colours", 6, 0.08f,
                    {{0.35f, 0.37f, 0.48f, 0.47f},
                     {0.52f, 0.37f, 0.65f, 0.47f}}},
    [BUILD] = {"builds", 5, 0.5f, {{0, 0.18f, 1, 1}}},
    [FACE_SHAPE] = {"face shapes", 5, 0.5f, {HEAD}},
    [EXPRESSION] = {"expressions", 3, 0.5f, {{0.24f, 0.35f, 0.76f, 0.8f}}},
    [GARMENT] = {"garments", 11, 0.5f, {{0, 0.62f, 1, 1}}},
    [CLOTHING_COLOUR] = {"colours of clothes", 14, 0.5f, {{0, 0.62f, 1, 1}}},
    [SKIN_TONE] = {"skin tones", 10, 0.5f, {HEAD, BODY}},
    [PRESENTATION] = {"presentations", 3, 0.5f, {HEAD, BODY}},
    [AGE] = {"ages", 4, 0.5f, {{0.18f, 0.14f, 0.82f, 1}}},
};

static void set_colour(struct look *look, enum attribute attribute, int value)
{
    static const char *const hair[] = {"black", "dark_brown", "brown", "auburn",
                                       "dark_blond", "blond", "red", "grey"};
    static const char *const eyes[] = {"dark_brown", "brown", "hazel", "green",
                                       "grey", "blue"};
    static const char *const clothes[] = {
        "black", "white", "grey", "navy", "blue", "light_blue", "teal", "green",
        "olive", "yellow", "orange", "red", "burgundy", "purple"};
    if (attribute == HAIR_COLOUR)
        look->hair_colour = hair[value];
    else if (attribute == EYE_COLOUR)
        look->eye_colour = eyes[value];
    else if (attribute == CLOTHING_COLOUR)
        look->clothing_colour = clothes[value];
}

static void set(struct look *look, enum attribute attribute, int value)
{
    set_colour(look, attribute, value);
    if (attribute == HAIR)
        look->hair = (enum look_hair)value;
    else if (attribute == TEXTURE)
        look->texture = (enum look_texture)value;
    else if (attribute == GREY)
        look->grey = 5000 * value;
    else if (attribute == GLASSES)
        look->glasses = (enum look_glasses)value;
    else if (attribute == FACIAL_HAIR)
        look->facial_hair = (enum look_facial_hair)value;
    else if (attribute == BUILD)
        look->build = (enum look_build)value;
    else if (attribute == FACE_SHAPE)
        look->face = (enum look_face)value;
    else if (attribute == GARMENT)
        look->garment = (enum look_garment)value;
    else if (attribute == SKIN_TONE)
        look->skin_tone = value + 1;
    else if (attribute == PRESENTATION)
        look->presentation = (enum look_presentation)value;
    else if (attribute == AGE)
        look->age = 20 + 16 * value;
}

/* An expression is one of the view, as view_draw() has it. */
static void set_expression(struct view *view, int value)
{
    view->smile = 4500 * value;
    view->open = value == 2 ? 2500 : 0;
}

static bool inside(const struct box *box, float x, float y)
{
    return x >= box->left && x < box->right && y >= box->top &&
           y < box->bottom;
}

static bool owns(enum attribute attribute, unsigned x, unsigned y)
{
    float u = ((float)x + 0.5f) / SITTER_SIZE;
    float v = ((float)y + 0.5f) / SITTER_SIZE;
    return (inside(&attributes[attribute].own[0], u, v) ||
            inside(&attributes[attribute].own[1], u, v)) &&
           !inside(&attributes[attribute].not, u, v);
}

static bool unlike(const unsigned char a[3], const unsigned char b[3])
{
    for (int i = 0; i < 3; i++)
        if (abs(a[i] - b[i]) >= VISIBLE)
            return true;
    return false;
}

/* Pixels that differ visibly, and those of them out of place; in percent. */
struct difference {
    float seen, strays;
};

static struct difference compare(const struct image *a, const struct image *b,
                                 enum attribute attribute)
{
    unsigned seen = 0, strays = 0;
    for (unsigned y = 0; y < a->height; y++)
        for (unsigned x = 0; x < a->width; x++) {
            size_t at = 3 * ((size_t)y * a->width + x);
            if (!unlike(a->rgb + at, b->rgb + at))
                continue;
            seen++;
            strays += !owns(attribute, x, y);
        }
    float percent = 100 / ((float)a->width * (float)a->height);
    return (struct difference){(float)seen * percent, (float)strays * percent};
}

/* All pairs of values against each other; those that fail are told. */
static void judge(const struct image *images, enum attribute attribute,
                  const char *name)
{
    const char *what = attributes[attribute].name;
    float least = attributes[attribute].share;
    unsigned faint = 0, astray = 0;
    for (int i = 0; i < attributes[attribute].values; i++)
        for (int j = 0; j < i; j++) {
            struct difference d = compare(&images[i], &images[j], attribute);
            faint += d.seen < least;
            astray += d.strays > STRAYS;
            if (d.seen < least || d.strays > STRAYS)
                printf("# %s %d and %d: %.2f %% of the pixels differ, %.2f %% "
                       "out of place\n", what, j, i, (double)d.seen,
                       (double)d.strays);
        }
    tap_ok(faint == 0, "any two %s of '%s' are visibly unlike", what, name);
    tap_ok(astray == 0, "they are the same outside what %s own", what);
}

static void check(const struct render *r, const struct sitter *sitter,
                  enum attribute attribute)
{
    struct image images[VALUES];
    for (int i = 0; i < attributes[attribute].values; i++) {
        struct look look = sitter->look;
        struct view view = *sitter_frontal();
        set(&look, attribute, i);
        if (attribute == EXPRESSION)
            set_expression(&view, i);
        render_portrait(r, &look, &view, SITTER_SIZE, &images[i]);
    }
    judge(images, attribute, sitter->name);
    for (int i = 0; i < attributes[attribute].values; i++)
        image_release(&images[i]);
}

int main(void)
{
    static const size_t chosen[] = {1, 7, 10}; /* short, bob, ponytail */
    struct render render;
    rng_setup();
    if (render_init(&render) < 0)
        return 99;
    for (size_t i = 0; i < sizeof chosen / sizeof chosen[0]; i++)
        for (int attribute = 0; attribute < ATTRIBUTES; attribute++)
            check(&render, sitter_at(chosen[i]),
                  (enum attribute)attribute);
    render_release(&render);
    return tap_done();
}
