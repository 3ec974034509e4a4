#include "config.h"

#include "report/strips.h"

#define WIDTH 300.0
#define LEFT 84.0
#define RIGHT (WIDTH - 42)
#define TOP 16.0
#define ROW 20.0

double strips_middle(size_t row)
{
    return TOP + ROW * ((double)row + 0.5);
}

void strips_begin(struct strips *s, size_t rows, const char *title)
{
    struct buf label = BUF_EMPTY;
    s->x = (struct scale){.least = 0, .most = 1, .step = 0.25, .from = LEFT,
                          .to = RIGHT, .share = true};
    s->height = TOP + ROW * (double)rows + 4;
    svg_begin(s->out, WIDTH, s->height, title);
    for (int i = 0; i < scale_ticks(&s->x); i++) {
        double x = scale_at(&s->x, scale_tick(&s->x, i));
        svg_line(s->out, "grid", (struct svg_point){x, TOP},
                 (struct svg_point){x, s->height});
        buf_clear(&label);
        scale_label(&s->x, i, &label);
        svg_text(s->out, "middle", (struct svg_point){x, TOP - 5},
                 buf_string(&label), WIDTH);
    }
    buf_release(&label);
}

void strips_end(struct strips *s)
{
    svg_end(s->out);
}

void strips_label(struct strips *s, size_t row, const char *name,
                  const char *figure)
{
    double y = strips_middle(row) + 3.8;
    svg_text(s->out, "end", (struct svg_point){LEFT - 6, y}, name,
             LEFT - 6);
    svg_text(s->out, "end", (struct svg_point){WIDTH - 2, y}, figure,
             WIDTH - RIGHT);
}

void strips_block(struct strips *s, size_t row, const char *classes,
                  double from, double to, double height)
{
    double left = scale_at(&s->x, from), right = scale_at(&s->x, to);
    svg_rectangle(s->out, classes,
                  (struct svg_point){left, strips_middle(row) -
                                               ROW * height / 2},
                  right - left, ROW * height);
}

void strips_down(struct strips *s, const char *classes, double share)
{
    double x = scale_at(&s->x, share);
    svg_line(s->out, classes, (struct svg_point){x, TOP},
             (struct svg_point){x, s->height});
}
