/* The words of a report, from templates/report/texts.tsv: a key and a text a
 * row. A text is plain, with slots as lib/template has them; it is escaped where
 * it is put. */
#ifndef TEXTS_H
#define TEXTS_H

#include "buf.h"
#include "tsv.h"

struct texts {
    struct tsv table;
};

/* What fills the slots of a text; NULL for one that it does not have. */
struct texts_slots {
    const char *run, *score, *value, *f, *t, *r, *c, *why, *count, *level;
};

/* Reads the table in `folder`. Returns 0, or a tsv_failure (told). */
int texts_read(struct texts *t, const char *folder);

/* The text of a key, as it stands; the key itself if there is none. */
const char *texts_get(const struct texts *t, const char *key);

/* What a name of some sort is called: the text of "SORT.NAME", or the name. */
const char *texts_name(const struct texts *t, const char *sort,
                       const char *name);

/* Appends the text of a key with its slots filled, which is not escaped. */
void texts_fill(const struct texts *t, const char *key,
                const struct texts_slots *slots, struct buf *out);

void texts_release(struct texts *t);

#endif
