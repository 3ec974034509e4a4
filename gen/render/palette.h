/* The colours of portraits: templates/portrait/palette.tsv. */
#ifndef PALETTE_H
#define PALETTE_H

#include "tsv.h"

struct palette {
    struct tsv table; /* kind, name, sRGB as #rrggbb */
};

/* Loads the shipped table, which must have every colour that is drawn whoever
 * it is. Returns 0, TSV_BAD or TSV_UNREADABLE (told). */
int palette_load(struct palette *p);

void palette_release(struct palette *p);

/* The colour's red, green and blue as light, 0..1 (the square of its share of
 * 255). Returns 0, or -1 if the table has no such name of that kind. */
int palette_find(const struct palette *p, const char *kind, const char *name,
                 float rgb[3]);

#endif
