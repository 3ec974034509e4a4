/* Which pictures a person gets, under which ids: a portrait, then train views,
 * then views. Strangers get no train views, for nobody is trained on them. */
#ifndef SHOTS_H
#define SHOTS_H

#include <stddef.h>

#include "record.h"
#include "record_limits.h"
#include "render/view.h"

#define SHOTS_VIEWS 31 /* of one role, at most: 64 pictures of a person hold
                        * both, and the portrait */
#define SHOTS_ID_LIMIT (RECORD_ID_LIMIT - 4) /* bytes of a person's id, so that
                                              * "_t31" fits behind it */

struct shot {
    enum view_role role;
    unsigned k;                    /* number within its role, from 0 */
    char id[RECORD_ID_LIMIT + 1];  /* "f0001_p", "f0001_t1", "f0001_v1" */
};

struct shots {
    struct shot list[RECORD_IMAGES_LIMIT];
    size_t count;
};

/* The pictures of the person with that id, at most SHOTS_ID_LIMIT bytes. */
void shots_list(struct shots *shots, const char *id, enum record_kind kind,
                unsigned train_views, unsigned views);

#endif
