#include "config.h"

#include "report/plot.h"

#define WIDTH 280.0
#define HEIGHT 208.0
#define LEFT 34.0
#define RIGHT (WIDTH - 12)
#define TOP 24.0
#define BOTTOM (HEIGHT - 38)
#define INSIDE 7.0 /* between the frame and the ends of the scales */

/* Ticks of x below the frame, their labels, and faint lines above them. */
static void draw_x(struct plot *p)
{
    struct buf label = BUF_EMPTY;
    for (int i = 0; i < scale_ticks(&p->x); i++) {
        double x = scale_at(&p->x, scale_tick(&p->x, i));
        svg_line(p->out, "grid", (struct svg_point){x, TOP},
                 (struct svg_point){x, BOTTOM});
        buf_clear(&label);
        scale_label(&p->x, i, &label);
        svg_text(p->out, "middle", (struct svg_point){x, BOTTOM + 14},
                 buf_string(&label), WIDTH);
    }
    buf_release(&label);
}

static void draw_y(struct plot *p)
{
    struct buf label = BUF_EMPTY;
    for (int i = 0; i < scale_ticks(&p->y); i++) {
        double y = scale_at(&p->y, scale_tick(&p->y, i));
        svg_line(p->out, "grid", (struct svg_point){LEFT, y},
                 (struct svg_point){RIGHT, y});
        buf_clear(&label);
        scale_label(&p->y, i, &label);
        svg_text(p->out, "end", (struct svg_point){LEFT - 5, y + 3.5},
                 buf_string(&label), WIDTH);
    }
    buf_release(&label);
}

void plot_begin(struct plot *p, const char *title, const char *x,
                const char *y)
{
    scale_round(&p->x, 6);
    scale_round(&p->y, 6);
    p->x.from = LEFT + INSIDE;
    p->x.to = RIGHT - INSIDE;
    p->y.from = BOTTOM - INSIDE;
    p->y.to = TOP + INSIDE;
    svg_begin(p->out, WIDTH, HEIGHT, title);
    draw_x(p);
    draw_y(p);
    svg_line(p->out, "axis", (struct svg_point){LEFT, BOTTOM},
             (struct svg_point){RIGHT, BOTTOM});
    svg_text(p->out, "end", (struct svg_point){RIGHT, HEIGHT - 6}, x, WIDTH);
    svg_text(p->out, "start", (struct svg_point){2, 11}, y, WIDTH);
}

void plot_end(struct plot *p)
{
    svg_end(p->out);
}

struct svg_point plot_at(const struct plot *p, double x, double y)
{
    return (struct svg_point){scale_at(&p->x, x), scale_at(&p->y, y)};
}

void plot_across(struct plot *p, const char *classes, double y)
{
    svg_line(p->out, classes, (struct svg_point){LEFT, scale_at(&p->y, y)},
             (struct svg_point){RIGHT, scale_at(&p->y, y)});
}

void plot_down(struct plot *p, const char *classes, double x)
{
    svg_line(p->out, classes, (struct svg_point){scale_at(&p->x, x), TOP},
             (struct svg_point){scale_at(&p->x, x), BOTTOM});
}

void plot_band(struct plot *p, const char *classes, double low, double high)
{
    double top = scale_at(&p->y, high), bottom = scale_at(&p->y, low);
    svg_rectangle(p->out, classes, (struct svg_point){LEFT, top},
                  RIGHT - LEFT, bottom - top);
}
