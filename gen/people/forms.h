/* How a fact is written: the record holds one canonical text ("1984-03-05",
 * "48000 EUR", "172"), people say it otherwise ("5 March 1984", "48,000 euros
 * a year", "172 cm"). The forms are data: templates/world/forms.tsv, with
 * months.tsv and currencies.tsv; the first form of a fact is the spoken one,
 * the others are aliases that count as the value too. */
#ifndef FORMS_H
#define FORMS_H

#include <stddef.h>

#include "buf.h"
#include "facts.h"
#include "template.h"
#include "tsv.h"

#define FORMS_LIMIT 8      /* forms of one fact */
#define FORMS_MONTHS 12
#define FORMS_CURRENCIES 8 /* at most */
#define FORMS_TEXT 256     /* bytes of a form or a name, at most */

struct forms {
    struct tsv table, months, currencies;        /* owned */
    struct template forms[FACTS][FORMS_LIMIT];   /* owned */
    size_t count[FACTS];                         /* 0: the text as it stands */
};

/* Reads the tables of the world folder. Returns 0, TSV_BAD or
 * TSV_UNREADABLE. */
int forms_load(struct forms *f, const char *folder);

/* How many ways there are to write the fact, at least 1; form 0 is the spoken
 * one. */
size_t forms_count(const struct forms *f, enum fact fact);

/* Appends form `form` of the canonical `text`. A text that does not have the
 * fact's canonical shape is appended as it stands. */
void forms_render(const struct forms *f, enum fact fact, size_t form,
                  const char *text, struct buf *out);

void forms_release(struct forms *f);

#endif
