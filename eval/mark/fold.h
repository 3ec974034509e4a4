/* Text as marks compare it: without accents, ligatures, odd blanks, dashes and
 * quotation marks, so that NFC and NFD, typed and typeset are the same. ASCII
 * stays as it is, letter case included; all else becomes Unicode's NFKD, letter
 * case folded, without marks and what is invisible. What NFKD does not take
 * apart (the letter o with a stroke) is in templates/marks/letters.tsv. */
#ifndef FOLD_H
#define FOLD_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "tsv.h"

struct fold_letter {
    uint32_t point;
    const char *plain; /* borrowed from the table */
};

/* Starts as {0}. */
struct fold {
    struct tsv table;            /* owned */
    struct fold_letter *letters; /* owned: table.rows, by rising point */
};

/* Reads the letters of a folder. Returns 0, TSV_BAD or TSV_UNREADABLE; either
 * way it ends with fold_close(). */
int fold_open(struct fold *f, const char *folder);

/* Folds a text, which is UTF-8. Returns its folded form, of *len bytes: the
 * text itself where it is ASCII, else what is then in `out`. */
const char *fold_text(const struct fold *f, const char *text, size_t *len,
                      struct buf *out);

void fold_close(struct fold *f);

#endif
