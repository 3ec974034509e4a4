/* What makes one face unlike another: numbers from -1 to 1 on free axes, a
 * function of (seed, index) alone. The seven seen best carry a Reed-Solomon
 * codeword over GF(8) of the permuted index, so that any two of 512 people who
 * follow each other in blocks differ in at least five of the seven (I. S. Reed,
 * G. Solomon, "Polynomial Codes over Certain Finite Fields", 1960); the rest
 * are drawn. */
#ifndef IDENTITY_H
#define IDENTITY_H

#include <stdint.h>

enum identity_axis {
    /* the codeword */
    AXIS_EYE_TILT,
    AXIS_FACE_LENGTH,
    AXIS_NOSE_WIDTH,
    AXIS_NOSE_LENGTH,
    AXIS_EYE_SPACING,
    AXIS_BROW_SHAPE,
    AXIS_BROW_THICKNESS,
    /* drawn */
    AXIS_JAW_WIDTH,
    AXIS_MOUTH_WIDTH,
    AXIS_HEAD_WIDTH,
    AXIS_CHIN,
    AXIS_CHEEKBONES,
    AXIS_CHEEKS,
    AXIS_FOREHEAD,
    AXIS_EYE_SIZE,
    AXIS_EYE_DEPTH,
    AXIS_LIDS,
    AXIS_BROW_HEIGHT,
    AXIS_NOSE_BRIDGE,
    AXIS_NOSE_TIP,
    AXIS_LIP_UPPER,
    AXIS_LIP_LOWER,
    AXIS_MOUTH_HEIGHT,
    AXIS_EARS,
    AXIS_NECK,
    AXIS_HAIR_VOLUME,
    AXIS_HAIR_LINE,
    AXIS_HAIR_PART,
    AXIS_HAIR_SHADE,
    AXIS_SKIN_SHADE,
    AXIS_SKIN_WARMTH,
    AXIS_FRECKLES,
    AXIS_AGEING,
    AXIS_MAKEUP,
    AXES
};

#define IDENTITY_CODE 7 /* axes of the codeword */
#define IDENTITY_BLOCK 512

struct identity {
    float axis[AXES]; /* -1 .. 1 */
    uint32_t salt;    /* of freckles, strands and so on */
};

/* The face of person `index` (from 1) of the seed. */
void identity_draw(struct identity *who, const char *seed, uint64_t index);

#endif
