/* The legend of a figure: what its colours, shapes and lines stand for. */
#ifndef LEGEND_H
#define LEGEND_H

#include "report/page.h"

/* Begins and ends the list. */
void legend_begin(struct page *p);
void legend_end(struct page *p);

/* The methods by colour, or only those that have steps; the models they are held
 * against; the files by shape, where there are several. */
void legend_methods(struct page *p, bool stepping);
void legend_references(struct page *p);
void legend_files(struct page *p);

/* One line across a figure, one diamond, one block of colour: the class of the
 * drawing, and the key of its text. */
void legend_line(struct page *p, const char *classes, const char *key);
void legend_diamond(struct page *p, const char *classes, const char *key);
void legend_block(struct page *p, const char *classes, const char *key);

#endif
