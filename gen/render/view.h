/* How a person is seen in one picture: where the head is turned, the face it
 * makes, light and backdrop. Whole numbers, so that the record's `view` says
 * exactly what was drawn. */
#ifndef VIEW_H
#define VIEW_H

#include "buf.h"
#include "look.h"

enum view_role { VIEW_PORTRAIT, VIEW_TRAIN, VIEW_TEST };

#define VIEW_STRATA 4     /* ranges of yaw that train views go round */
#define VIEW_BACKDROPS 8  /* studio backdrops; portraits use the first four */

struct view {
    int yaw, pitch, roll;  /* milliradians; yaw > 0 turns the face to the
                            * picture's right, pitch > 0 up */
    int zoom;              /* basis points; 10000 is a portrait's */
    int shift_x, shift_y;  /* of the head, basis points of the picture's size */
    int smile;             /* basis points, 0 .. 10000 */
    int open;              /* how far the lips are parted, likewise */
    int gaze_x, gaze_y;    /* of the eyes in the head, milliradians */
    int light_x, light_y;  /* where the key light stands, milliradians from the
                            * camera to the right and up */
    int key, fill;         /* of both lights, basis points */
    int warmth;            /* of the key light, basis points, -10000..10000 */
    int backdrop;          /* 0 .. VIEW_BACKDROPS - 1 */
};

/* The `k`th view (from 0) of that role of the person: a function of the look's
 * seed and index, role and k alone. A portrait is frontal; train views take the
 * yaw strata [-.65,-.3] [.3,.65] [-.3,0] [0,.3] in turn; others any yaw within
 * 0.42, where detectors still find a face and the person is still known. */
void view_draw(struct view *view, const struct look *look, enum view_role role,
               unsigned k);

/* Appends the record's JSON object. */
void view_write(const struct view *view, struct buf *out);

/* The role's name in a record. */
const char *view_role_name(enum view_role role);

#endif
