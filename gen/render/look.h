/* How a person looks, read from a record: what a portrait is drawn from.
 * Texts are borrowed from the record's tree and live as long as it does. */
#ifndef LOOK_H
#define LOOK_H

#include <cjson/cJSON.h>
#include <stdint.h>

enum look_presentation { LOOK_FEMININE, LOOK_MASCULINE, LOOK_ANDROGYNOUS };

enum look_hair {
    LOOK_BUZZ,
    LOOK_SHORT,
    LOOK_SIDE_PART,
    LOOK_CROP,
    LOOK_RECEDING,
    LOOK_BALD,
    LOOK_PIXIE,
    LOOK_BOB,
    LOOK_SHOULDER_LENGTH,
    LOOK_LONG,
    LOOK_PONYTAIL,
    LOOK_BUN,
};

enum look_texture { LOOK_STRAIGHT, LOOK_WAVY, LOOK_CURLY, LOOK_COILY };

enum look_facial_hair {
    LOOK_SHAVEN,
    LOOK_STUBBLE,
    LOOK_MOUSTACHE,
    LOOK_SHORT_BEARD,
    LOOK_FULL_BEARD,
};

enum look_glasses {
    LOOK_NO_GLASSES,
    LOOK_ROUND,
    LOOK_RECTANGULAR,
    LOOK_HALF_RIM,
};

enum look_build {
    LOOK_SLIM,
    LOOK_AVERAGE,
    LOOK_ATHLETIC,
    LOOK_BROAD,
    LOOK_HEAVY,
};

enum look_face { LOOK_OVAL, LOOK_ROUND_FACE, LOOK_SQUARE, LOOK_HEART,
                 LOOK_LONG_FACE };

enum look_expression { LOOK_NEUTRAL, LOOK_SLIGHT_SMILE, LOOK_SMILE };

enum look_garment {
    LOOK_TEE,
    LOOK_SHIRT,
    LOOK_POLO,
    LOOK_DRESS_SHIRT,
    LOOK_BLOUSE,
    LOOK_TURTLENECK,
    LOOK_JUMPER,
    LOOK_CARDIGAN,
    LOOK_HOODIE,
    LOOK_DENIM_JACKET,
    LOOK_SUIT,
};

struct look {
    const char *seed; /* of the people (provenance.seed) */
    uint64_t index;   /* of the person under that seed, from 1 */
    int age;          /* whole years at 2025-01-01 */
    enum look_presentation presentation;
    int skin_tone; /* 1 (lightest) .. 10 */
    enum look_hair hair;
    enum look_texture texture;
    const char *hair_colour; /* a name in the palette, before greying */
    int grey;                /* share of grey hair, basis points */
    enum look_glasses glasses;
    enum look_facial_hair facial_hair;
    const char *eye_colour; /* a name in the palette */
    enum look_build build;
    enum look_face face;
    enum look_expression expression;
    enum look_garment garment;
    const char *clothing_colour; /* a name in the palette */
};

/* Reads a person's record. Returns NULL, or a static text that says what is
 * missing or not known. */
const char *look_read(struct look *look, const cJSON *person);

#endif
