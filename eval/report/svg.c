#include "config.h"

#include "report/svg.h"

#include "report/markup.h"

#define CAP 2.5     /* half of a whisker's end */
#define LETTERS 9.8 /* their size, as the style sheet has it */

void svg_number(struct buf *out, double value)
{
    long tenths = (long)(value * 10 + (value < 0 ? -0.5 : 0.5));
    if (tenths < 0) {
        buf_putc(out, '-');
        tenths = -tenths;
    }
    buf_put_u64(out, (uint64_t)(tenths / 10));
    if (tenths % 10 != 0) {
        buf_putc(out, '.');
        buf_putc(out, (char)('0' + tenths % 10));
    }
}

static void put_attribute(struct buf *out, const char *name, double value)
{
    buf_printf(out, " %s=\"", name);
    svg_number(out, value);
    buf_putc(out, '"');
}

static void put_pair(struct buf *out, char command, double x, double y)
{
    buf_putc(out, command);
    svg_number(out, x);
    buf_putc(out, ' ');
    svg_number(out, y);
}

void svg_begin(struct buf *out, double width, double height,
               const char *title)
{
    buf_puts(out, "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ");
    svg_number(out, width);
    buf_putc(out, ' ');
    svg_number(out, height);
    buf_printf(out, "\" role=\"img\" aria-labelledby=\"%s\">\n", title);
}

void svg_end(struct buf *out)
{
    buf_puts(out, "</svg>\n");
}

void svg_line(struct buf *out, const char *classes, struct svg_point from,
              struct svg_point to)
{
    buf_printf(out, "<path class=\"%s\" d=\"", classes);
    put_pair(out, 'M', from.x, from.y);
    put_pair(out, 'L', to.x, to.y);
    buf_puts(out, "\"/>\n");
}

void svg_rectangle(struct buf *out, const char *classes, struct svg_point at,
                   double width, double height)
{
    buf_printf(out, "<rect class=\"%s\"", classes);
    put_attribute(out, "x", at.x);
    put_attribute(out, "y", at.y);
    put_attribute(out, "width", width);
    put_attribute(out, "height", height);
    buf_puts(out, "/>\n");
}

void svg_text(struct buf *out, const char *anchor, struct svg_point at,
              const char *text, double width)
{
    buf_puts(out, "<text");
    put_attribute(out, "x", at.x);
    put_attribute(out, "y", at.y);
    buf_printf(out, " text-anchor=\"%s\">", anchor);
    markup_short(out, text, width / LETTERS);
    buf_puts(out, "</text>\n");
}

void svg_whisker(struct buf *out, const char *classes, struct svg_point from,
                 struct svg_point to)
{
    double x = from.x == to.x ? CAP : 0, y = from.x == to.x ? 0 : CAP;
    if (from.x == to.x && from.y == to.y)
        return;
    buf_printf(out, "<path class=\"whisker %s\" d=\"", classes);
    put_pair(out, 'M', from.x, from.y);
    put_pair(out, 'L', to.x, to.y);
    put_pair(out, 'M', from.x - x, from.y - y);
    put_pair(out, 'L', from.x + x, from.y + y);
    put_pair(out, 'M', to.x - x, to.y - y);
    put_pair(out, 'L', to.x + x, to.y + y);
    buf_puts(out, "\"/>\n");
}

/* A closed path through corners given in units of the radius. */
static void put_polygon(struct buf *out, const double (*corners)[2],
                        size_t count, struct svg_point at, double radius)
{
    buf_puts(out, " d=\"");
    for (size_t i = 0; i < count; i++)
        put_pair(out, i == 0 ? 'M' : 'L', at.x + corners[i][0] * radius,
                 at.y + corners[i][1] * radius);
    buf_puts(out, "Z\"/>\n");
}

void svg_shape(struct buf *out, const char *classes, size_t shape,
               struct svg_point at, double radius)
{
    static const double square[][2] = {
        {-0.9, -0.9}, {0.9, -0.9}, {0.9, 0.9}, {-0.9, 0.9}};
    static const double up[][2] = {{0, -1.2}, {1.1, 0.8}, {-1.1, 0.8}};
    static const double diamond[][2] = {
        {0, -1.25}, {1.25, 0}, {0, 1.25}, {-1.25, 0}};
    static const double down[][2] = {{0, 1.2}, {1.1, -0.8}, {-1.1, -0.8}};
    static const double hexagon[][2] = {{-1.1, 0},   {-0.55, -0.95},
                                        {0.55, -0.95}, {1.1, 0},
                                        {0.55, 0.95},  {-0.55, 0.95}};
    shape %= SVG_SHAPES;
    buf_printf(out, "<%s class=\"shape %s\"", shape == 0 ? "circle" : "path",
               classes);
    if (shape == 0) {
        put_attribute(out, "cx", at.x);
        put_attribute(out, "cy", at.y);
        put_attribute(out, "r", radius);
        buf_puts(out, "/>\n");
    } else if (shape == 1) {
        put_polygon(out, square, 4, at, radius);
    } else if (shape == 2) {
        put_polygon(out, up, 3, at, radius);
    } else if (shape == 3) {
        put_polygon(out, diamond, 4, at, radius);
    } else if (shape == 4) {
        put_polygon(out, down, 3, at, radius);
    } else {
        put_polygon(out, hexagon, 6, at, radius);
    }
}

void svg_group(struct buf *out, const char *classes, const char *title)
{
    buf_printf(out, "<g class=\"%s\"><title>", classes);
    markup_text(out, title);
    buf_puts(out, "</title>\n");
}

void svg_group_end(struct buf *out)
{
    buf_puts(out, "</g>\n");
}
