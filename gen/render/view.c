#include "config.h"

#include "view.h"

#include <stdio.h>

#include "rng.h"

static const char *const role_names[] = {"portrait", "train_view", "view"};

/* Ranges of yaw that train views take in turn, milliradians. */
static const int strata[VIEW_STRATA][2] = {
    {-650, -300}, {300, 650}, {-300, 0}, {0, 300}};

static int between(struct rng *r, int low, int high)
{
    return low + (int)rng_below(r, (uint64_t)(high - low) + 1);
}

static int either_side(struct rng *r, int low, int high)
{
    int a = between(r, low, high);
    return rng_below(r, 2) == 0 ? a : -a;
}

/* The person's own face, turned to the camera under even light. */
static void draw_portrait(struct view *v, const struct look *look,
                          struct rng *r)
{
    static const int smiles[] = {0, 4500, 9000};
    int smile = smiles[look->expression];
    v->yaw = between(r, -45, 45);
    v->pitch = between(r, -25, 25);
    v->roll = between(r, -15, 15);
    v->zoom = 9300;
    v->smile = smile + between(r, 0, 1000);
    v->open = between(r, 1500, 3500);
    if (smile <= 5000)
        v->open = 0;
    v->light_x = either_side(r, 300, 600);
    v->light_y = between(r, 350, 600);
    v->key = v->fill = 10000;
    v->warmth = between(r, -1000, 2000);
    v->backdrop = between(r, 0, 3);
}

/* Another moment: turned, lit and framed otherwise. The light is on the face
 * that is seen. */
static void draw_other(struct view *v, int least_yaw, int most_yaw,
                       struct rng *r)
{
    v->yaw = between(r, least_yaw, most_yaw);
    v->pitch = between(r, -110, 100);
    v->roll = between(r, -70, 70);
    v->zoom = between(r, 8400, 9900);
    v->shift_x = between(r, -350, 350);
    v->shift_y = between(r, -250, 250);
    v->smile = between(r, 0, 9500);
    v->open = between(r, 0, v->smile > 4500 ? 4000 : 600);
    v->gaze_x = between(r, -160, 160);
    v->gaze_y = between(r, -80, 80);
    v->light_x = v->yaw + either_side(r, 100, 550);
    v->light_y = between(r, 150, 800);
    v->key = between(r, 8200, 11500);
    v->fill = between(r, 8500, 12500);
    v->warmth = between(r, -4500, 5500);
}

void view_draw(struct view *view, const struct look *look, enum view_role role,
               unsigned k)
{
    char index[24], turn[16];
    snprintf(index, sizeof index, "%llu", (unsigned long long)look->index);
    snprintf(turn, sizeof turn, "%u", k);
    const char *const parts[] = {"portrait view", look->seed, index,
                                 role_names[role], turn};
    struct rng r;
    rng_init(&r, parts, 5);
    const int *range = strata[k % VIEW_STRATA];
    *view = (struct view){0};
    if (role == VIEW_PORTRAIT) {
        draw_portrait(view, look, &r);
    } else if (role == VIEW_TRAIN) {
        draw_other(view, range[0], range[1], &r);
        view->backdrop = between(&r, 0, 3);
    } else {
        draw_other(view, -420, 420, &r);
        view->backdrop = between(&r, 4, VIEW_BACKDROPS - 1);
    }
}

static void member(struct buf *out, char before, const char *name, int value)
{
    buf_printf(out, "%c\"%s\":%d", before, name, value);
}

void view_write(const struct view *view, struct buf *out)
{
    member(out, '{', "yaw", view->yaw);
    member(out, ',', "pitch", view->pitch);
    member(out, ',', "roll", view->roll);
    member(out, ',', "zoom", view->zoom);
    member(out, ',', "shift_x", view->shift_x);
    member(out, ',', "shift_y", view->shift_y);
    member(out, ',', "smile", view->smile);
    member(out, ',', "open", view->open);
    member(out, ',', "gaze_x", view->gaze_x);
    member(out, ',', "gaze_y", view->gaze_y);
    member(out, ',', "light_x", view->light_x);
    member(out, ',', "light_y", view->light_y);
    member(out, ',', "key", view->key);
    member(out, ',', "fill", view->fill);
    member(out, ',', "warmth", view->warmth);
    member(out, ',', "backdrop", view->backdrop);
    buf_putc(out, '}');
}

const char *view_role_name(enum view_role role)
{
    return role_names[role];
}
