/* What figures are drawn of: SVG elements with coordinates rounded to a tenth,
 * coloured by classes of the style sheet. Text is escaped here. */
#ifndef SVG_H
#define SVG_H

#include "buf.h"

struct svg_point {
    double x, y;
};

#define SVG_SHAPES 6 /* of marks: circle, square, triangle, diamond .. */

/* Begins a drawing of that size, named by the element `title`, and ends it. */
void svg_begin(struct buf *out, double width, double height,
               const char *title);
void svg_end(struct buf *out);

/* A coordinate. */
void svg_number(struct buf *out, double value);

void svg_line(struct buf *out, const char *classes, struct svg_point from,
              struct svg_point to);
void svg_rectangle(struct buf *out, const char *classes, struct svg_point at,
                   double width, double height);

/* Text whose anchor "start", "middle" or "end" is at a point; cut so that it is
 * about `width` wide at most. */
void svg_text(struct buf *out, const char *anchor, struct svg_point at,
              const char *text, double width);

/* A whisker between two points of a line along an axis, with its ends. */
void svg_whisker(struct buf *out, const char *classes, struct svg_point from,
                 struct svg_point to);

/* The mark of a shape from 0. */
void svg_shape(struct buf *out, const char *classes, size_t shape,
               struct svg_point at, double radius);

/* Begins and ends a group with a title that shows when pointed at. */
void svg_group(struct buf *out, const char *classes, const char *title);
void svg_group_end(struct buf *out);

#endif
