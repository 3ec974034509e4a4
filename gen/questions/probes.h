/* The probe questions of a person: which of probe.tsv, and their JSON. */
#ifndef PROBES_H
#define PROBES_H

#include "buf.h"
#include "subject.h"
#include "wordings.h"

#define PROBES_EACH 3 /* questions a kind and person, at most */

/* Draws them from the person's stream, among those whose facts the person
 * has, and appends each behind a comma. Returns NULL, or a static text: why
 * one cannot be asked. */
const char *probes_write(const struct wordings *w, struct subject *s,
                         struct buf *out);

#endif
