/* What the tracer reads: a person in one view, as numbers ready for use. Made
 * once a picture by scene_make(); owns nothing.
 *
 * Lengths are in tenths of a metre, about: a head is 2.3 high. x points to the
 * picture's right, y up, z to the camera; the eyes of an untilted head lie at
 * y = 0, the ears at z = 0. Parts of the face are described once, at x > 0, and
 * mirrored. */
#ifndef SCENE_H
#define SCENE_H

#include <stdint.h>

#include "identity.h"
#include "look.h"
#include "palette.h"
#include "view.h"

struct ellipsoid {
    float centre[3];
    float inverse[3]; /* 1 / radius along each axis */
};

/* A smooth swelling, or a hollow, of a surface. */
struct bump {
    float centre[3];
    float inverse[3]; /* 1 / radius, where it has faded to nothing */
    float height;
};

/* All of something lies between two corners. */
struct box {
    float low[3], high[3];
};

/* A turned part of the body: p -> turn (p - pivot) + pivot. */
struct pose {
    float turn[3][3]; /* from the world into the part's space */
    float pivot[3];
};

#define SCENE_BUMPS 20
#define SCENE_BUMP_GROUP 6 /* bumps that share a box */
#define SCENE_BUMP_BOXES \
    ((SCENE_BUMPS + SCENE_BUMP_GROUP - 1) / SCENE_BUMP_GROUP)

struct scene_eye {
    float x, y, z;      /* centre of the eyeball */
    float radius;
    float half_width;   /* of the opening */
    float up, low;      /* heights of the opening above and below the corners */
    float tilt;         /* rise of the outer corner a unit of x */
    float gaze[2];      /* shift of the iris, in eyeball radii */
    float iris;         /* radius, in eyeball radii */
    float fold, lash;   /* distances above the opening: of the lid's fold, and
                         * how high the lashes' dark line reaches */
};

struct scene_nose {
    struct ellipsoid bridge, tip, wing;
    float slope; /* the bridge's forward lean: z a unit of y */
    float nostril[3];
};

struct scene_mouth {
    float y;
    float half_width;
    float upper, lower; /* heights of the lips */
    float curve;        /* rise of the corners */
    float gap;          /* half the parting of the lips */
    float swell;        /* how far lips stand out */
};

struct scene_brow {
    float y, inner, outer; /* height; where it begins and ends in x */
    float arch, slope, thick;
    float strength; /* of its colour, 0..1 */
    float colour[3];
};

enum scene_hair_kind { HAIR_FALLS = 1, HAIR_TAIL = 2, HAIR_BUN = 4 };

struct scene_hair {
    enum look_hair style;
    float thick;       /* over the crown */
    float side;        /* over the ears */
    int kind;          /* enum scene_hair_kind, together */
    float ragged;      /* unevenness of the hairline */
    float sideburn;    /* y where the hair before the ears ends */
    float rise;        /* distance from the hairline to full height */
    float top;         /* y above which none grows */
    float line;        /* height of the hairline on the forehead */
    float temple;      /* how far the hairline draws back at the temples */
    float part;        /* x of the parting */
    float sweep;       /* how the hairline falls away from the parting */
    float length;      /* y where long hair ends */
    float front;       /* z where hanging hair ends */
    float fall_x, fall_z; /* 1 / half widths of hanging hair */
    float lock, wave, curl, curl_size; /* heights; curls a unit */
    float reach;       /* none is further from the skull */
    float beyond;      /* that far from the skull, skin is nearer than hair */
    float bare;        /* below, that far outside the hairline, none grows */
    float tail[3][3];  /* points of a ponytail */
    struct ellipsoid bun;
    float colour[3], tip[3];
    float silver[3];   /* of grey strands */
    float grey, grey_deep; /* share of grey strands, and how grey they are */
    float stubble;     /* how much of its colour the scalp shows, 0..1 */
    uint32_t salt;
};

struct scene_beard {
    enum look_facial_hair style;
    float length; /* how far it stands out */
    float strength;
    float colour[3];
};

struct scene_glasses {
    enum look_glasses style;
    float x, y, z;     /* centre of the right rim */
    float width, height; /* half, of a rim */
    float round;       /* corner radius */
    float thick;
    float hinge_z, ear_x; /* where the temples begin and end */
    float colour[3];
};

enum scene_clothes_kind {
    CLOTHES_COLLAR = 1,
    CLOTHES_ROLL = 2,
    CLOTHES_HOOD = 4,
    CLOTHES_BUTTONS = 8,
    CLOTHES_INNER = 16, /* something shows under it */
    CLOTHES_LAPELS = 32,
    CLOTHES_TIE = 64,
    CLOTHES_STITCHES = 128,
    CLOTHES_KNIT = 256,
};

struct scene_clothes {
    int kind;          /* enum scene_clothes_kind, together */
    float thick;
    float neck;        /* radius of the neckline */
    float vee, open;   /* depth of a V neckline, and its narrowness */
    float points, gap; /* of a collar: its points; half the front opening */
    float inner_neck;  /* radius of the inner garment's neckline */
    float colour[3], inner[3], tie[3];
};

struct scene_skin {
    float base[3];
    float gloss;
    float red;      /* of cheeks, nose and ears */
    float lips[3];
    float lids[3];  /* of the eyelids */
    float makeup;   /* 0..1 */
    float freckles, wrinkles, spots; /* 0..1 */
    float bags;     /* under the eyes */
    float whites;   /* light of the eyeballs */
    float sockets;  /* how much darker the skin round the eyes is, 0..1 */
    uint32_t salt;
};

struct scene_light {
    float key[3];       /* direction to it, unit */
    float key_colour[3], fill_colour[3], rim_colour[3];
    float rim[3];
};

struct scene_backdrop {
    float inner[3], outer[3]; /* colours of the middle and the edge */
    float x, y;               /* the middle, in picture units */
};

struct scene {
    struct pose head, torso;
    struct ellipsoid cranium, face, jaw, corner, chin, ear;
    struct ellipsoid chest, shoulder, trapezius;
    struct bump bumps[SCENE_BUMPS];
    int bump_count;
    struct box bump_boxes[SCENE_BUMP_BOXES]; /* of each group */
    struct scene_eye eye;
    struct scene_nose nose;
    struct scene_mouth mouth;
    struct box lips;
    struct scene_brow brow;
    struct scene_hair hair;
    struct scene_beard beard;
    struct scene_glasses glasses;
    struct scene_clothes clothes;
    struct scene_skin skin;
    struct scene_light light;
    struct scene_backdrop backdrop;
    float ball[3], ball_radius; /* round the head and its hair */
    float low;              /* y that shoulders stay below */
    float neck;             /* radius */
    float iris_colour[3];
    float camera_z;         /* distance of the camera from the origin */
    float middle[2];        /* the world point in the picture's centre */
    float half;             /* half the picture's height there */
};

/* Puts a person into a view. */
void scene_make(struct scene *s, const struct look *look,
                const struct identity *who, const struct view *view,
                const struct palette *palette);

/* The traced colour at a point of the picture. */
struct sample {
    float rgb[3];    /* light, 0..1 */
    int32_t part;    /* of the body, or 0 for the backdrop */
};

/* Traces `count` points of the picture, u and v from -1 (left, bottom) to 1,
 * one, four or eight at a time, all with the same result. */
void trace_1(const struct scene *s, size_t count, const float *u,
             const float *v, struct sample *out);
void trace_4(const struct scene *s, size_t count, const float *u,
             const float *v, struct sample *out);
void trace_8(const struct scene *s, size_t count, const float *u,
             const float *v, struct sample *out);

#endif
