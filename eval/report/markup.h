/* Text of the input as text of a page, whatever it holds: nothing in it is
 * markup there. Control characters, those that turn the direction of writing and
 * those that XML refuses become U+FFFD, line ends and TABs a blank. */
#ifndef MARKUP_H
#define MARKUP_H

#include <stddef.h>

#include "buf.h"

/* For HTML and SVG, between tags or in a quoted attribute. */
void markup_text(struct buf *out, const char *text);

/* The same, cut so that it takes about `ems` times the size of its letters at
 * most, an ellipsis then at its end. */
void markup_short(struct buf *out, const char *text, double ems);

/* For Markdown, in a paragraph or a table. */
void markup_markdown(struct buf *out, const char *text);

/* Characters in the text. */
size_t markup_width(const char *text);

#endif
