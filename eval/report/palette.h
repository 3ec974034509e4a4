/* The colours of marks, from templates/report/palette.tsv: a name, its colour on
 * light paper and on dark. Those called method_1, method_2 and so on are for
 * methods in turn; behind the last they begin again, with hollow marks. */
#ifndef PALETTE_H
#define PALETTE_H

#include "buf.h"
#include "report/scores.h"
#include "tsv.h"

#define PALETTE_CLASS 48 /* bytes of a class attribute */

struct palette {
    struct tsv table;
    int methods; /* how many colours there are for them, from 1 */
};

/* Reads the table in `folder`. Returns 0, or a tsv_failure (told). */
int palette_read(struct palette *p, const char *folder);

/* Appends the style sheet's part: a class "k-NAME" a colour. */
void palette_css(const struct palette *p, struct buf *out);

/* The classes of a run's marks. */
void palette_run(const struct palette *p, const struct run *run,
                 char classes[PALETTE_CLASS]);

void palette_release(struct palette *p);

#endif
