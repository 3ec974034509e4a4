/* Other clothes than a person's own, for pictures that are to show how much of
 * recognition is clothing: drawn from the shipped appearance.tsv by its
 * weights, among what suits the person; garment and colour are both others. */
#ifndef WARDROBE_H
#define WARDROBE_H

#include <cjson/cJSON.h>

#include "render/look.h"
#include "tsv.h"

struct wardrobe {
    struct tsv table; /* owned */
};

/* Reads the table. Returns 0, TSV_BAD or TSV_UNREADABLE. */
int wardrobe_load(struct wardrobe *w);

/* Dresses the person anew: facts.appearance.clothing of the record's tree is
 * changed; `look` was read from it. What it puts on is a function of the look's
 * seed and index alone. Returns NULL, or a static text: why it cannot. */
const char *wardrobe_dress(const struct wardrobe *w, const struct look *look,
                           cJSON *person);

void wardrobe_release(struct wardrobe *w);

#endif
