#include "config.h"

#include "sitters.h"

#define SEED "sitters"

static const struct view frontal = {
    .zoom = 10000, .light_x = 450, .light_y = 475, .key = 10000,
    .fill = 10000};

static const struct view smiling = {
    .yaw = -40, .pitch = 20, .roll = 15, .zoom = 10000, .smile = 9800,
    .open = 3500, .light_x = -350, .light_y = 600, .key = 10000,
    .fill = 10000, .warmth = 1800, .backdrop = 2};

static const struct view turned_left = {
    .yaw = -640, .pitch = 110, .roll = 75, .zoom = 9100, .shift_x = 330,
    .shift_y = -220, .smile = 9300, .open = 3900, .gaze_x = 150,
    .gaze_y = -70, .light_x = 740, .light_y = 200, .key = 11400,
    .fill = 8600, .warmth = 5300, .backdrop = 5};

static const struct view turned_right = {
    .yaw = 480, .pitch = -125, .roll = -70, .zoom = 11100, .shift_x = -300,
    .shift_y = 180, .smile = 4500, .open = 500, .gaze_x = -150,
    .gaze_y = 60, .light_x = -650, .light_y = 780, .key = 8300,
    .fill = 12300, .warmth = -4300, .backdrop = 6};

/* In the order of the styles of hair; behind them textures that are left. */
static const struct sitter sitters[SITTERS] = {
    {"buzz",
     {SEED, 1, 34, LOOK_MASCULINE, 10, LOOK_BUZZ, LOOK_COILY, "black", 0,
      LOOK_NO_GLASSES, LOOK_STUBBLE, "dark_brown", LOOK_ATHLETIC, LOOK_SQUARE,
      LOOK_NEUTRAL, LOOK_TEE, "orange"},
     &frontal},
    {"short",
     {SEED, 2, 52, LOOK_MASCULINE, 6, LOOK_SHORT, LOOK_STRAIGHT, "brown", 3000,
      LOOK_RECTANGULAR, LOOK_MOUSTACHE, "brown", LOOK_AVERAGE, LOOK_OVAL,
      LOOK_SMILE, LOOK_DRESS_SHIRT, "white"},
     &turned_left},
    {"side_part",
     {SEED, 3, 27, LOOK_MASCULINE, 2, LOOK_SIDE_PART, LOOK_WAVY, "blond", 0,
      LOOK_NO_GLASSES, LOOK_SHORT_BEARD, "blue", LOOK_SLIM, LOOK_LONG_FACE,
      LOOK_NEUTRAL, LOOK_SUIT, "navy"},
     &frontal},
    {"crop",
     {SEED, 4, 43, LOOK_ANDROGYNOUS, 8, LOOK_CROP, LOOK_CURLY, "black", 500,
      LOOK_NO_GLASSES, LOOK_SHAVEN, "dark_brown", LOOK_BROAD, LOOK_ROUND_FACE,
      LOOK_SLIGHT_SMILE, LOOK_HOODIE, "teal"},
     &turned_right},
    {"receding",
     {SEED, 5, 72, LOOK_MASCULINE, 3, LOOK_RECEDING, LOOK_STRAIGHT, "grey",
      8000, LOOK_HALF_RIM, LOOK_FULL_BEARD, "grey", LOOK_HEAVY,
      LOOK_ROUND_FACE, LOOK_SMILE, LOOK_CARDIGAN, "olive"},
     &turned_left},
    {"bald",
     {SEED, 6, 61, LOOK_MASCULINE, 5, LOOK_BALD, LOOK_STRAIGHT, "dark_blond",
      9000, LOOK_NO_GLASSES, LOOK_SHAVEN, "green", LOOK_BROAD, LOOK_SQUARE,
      LOOK_SLIGHT_SMILE, LOOK_TURTLENECK, "black"},
     &turned_right},
    {"pixie",
     {SEED, 7, 24, LOOK_FEMININE, 1, LOOK_PIXIE, LOOK_STRAIGHT, "red", 0,
      LOOK_ROUND, LOOK_SHAVEN, "green", LOOK_SLIM, LOOK_HEART, LOOK_SMILE,
      LOOK_POLO, "yellow"},
     &smiling},
    {"bob",
     {SEED, 8, 45, LOOK_FEMININE, 4, LOOK_BOB, LOOK_STRAIGHT, "auburn", 1000,
      LOOK_RECTANGULAR, LOOK_SHAVEN, "hazel", LOOK_AVERAGE, LOOK_OVAL,
      LOOK_SMILE, LOOK_BLOUSE, "purple"},
     &turned_left},
    {"shoulder_length",
     {SEED, 9, 38, LOOK_FEMININE, 7, LOOK_SHOULDER_LENGTH, LOOK_WAVY,
      "dark_brown", 200, LOOK_NO_GLASSES, LOOK_SHAVEN, "brown", LOOK_HEAVY,
      LOOK_ROUND_FACE, LOOK_SLIGHT_SMILE, LOOK_JUMPER, "burgundy"},
     &turned_right},
    {"long",
     {SEED, 10, 19, LOOK_FEMININE, 3, LOOK_LONG, LOOK_CURLY, "dark_blond", 0,
      LOOK_ROUND, LOOK_SHAVEN, "blue", LOOK_ATHLETIC, LOOK_LONG_FACE,
      LOOK_NEUTRAL, LOOK_DENIM_JACKET, "blue"},
     &frontal},
    {"ponytail",
     {SEED, 11, 29, LOOK_ANDROGYNOUS, 9, LOOK_PONYTAIL, LOOK_COILY, "black", 0,
      LOOK_NO_GLASSES, LOOK_SHAVEN, "dark_brown", LOOK_AVERAGE, LOOK_HEART,
      LOOK_SMILE, LOOK_SHIRT, "light_blue"},
     &turned_left},
    {"bun",
     {SEED, 12, 68, LOOK_FEMININE, 6, LOOK_BUN, LOOK_WAVY, "brown", 6000,
      LOOK_HALF_RIM, LOOK_SHAVEN, "hazel", LOOK_BROAD, LOOK_OVAL,
      LOOK_SLIGHT_SMILE, LOOK_SUIT, "grey"},
     &turned_right},
    {"curls",
     {SEED, 513, 41, LOOK_MASCULINE, 4, LOOK_SHORT, LOOK_CURLY, "red", 0,
      LOOK_ROUND, LOOK_FULL_BEARD, "green", LOOK_AVERAGE, LOOK_OVAL,
      LOOK_SLIGHT_SMILE, LOOK_JUMPER, "green"},
     &turned_right},
    {"coils",
     {SEED, 200000, 33, LOOK_FEMININE, 10, LOOK_LONG, LOOK_COILY, "black", 0,
      LOOK_NO_GLASSES, LOOK_SHAVEN, "dark_brown", LOOK_SLIM, LOOK_SQUARE,
      LOOK_SMILE, LOOK_TEE, "red"},
     &smiling},
};

const struct sitter *sitter_at(size_t i)
{
    return &sitters[i];
}

const struct view *sitter_frontal(void)
{
    return &frontal;
}
