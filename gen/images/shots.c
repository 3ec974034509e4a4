#include "config.h"

#include "shots.h"

#include <stdio.h>

_Static_assert(1 + 2 * SHOTS_VIEWS <= RECORD_IMAGES_LIMIT,
               "a person's pictures fit into a record");

static void add(struct shots *shots, const char *person, enum view_role role,
                unsigned k)
{
    static const char *const tails[] = {"p", "t", "v"};
    struct shot *shot = &shots->list[shots->count++];
    char number[12] = "";
    if (role != VIEW_PORTRAIT)
        snprintf(number, sizeof number, "%u", k + 1);
    shot->role = role;
    shot->k = k;
    snprintf(shot->id, sizeof shot->id, "%.*s_%s%s", SHOTS_ID_LIMIT, person,
             tails[role], number);
}

void shots_list(struct shots *shots, const char *id, enum record_kind kind,
                unsigned train_views, unsigned views)
{
    shots->count = 0;
    add(shots, id, VIEW_PORTRAIT, 0);
    for (unsigned k = 0; k < train_views && kind != RECORD_STRANGER; k++)
        add(shots, id, VIEW_TRAIN, k);
    for (unsigned k = 0; k < views; k++)
        add(shots, id, VIEW_TEST, k);
}
