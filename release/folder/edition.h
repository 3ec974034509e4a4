/* Which release it is: its name and its version, MAJOR.MINOR.PATCH. A release
 * that changes or removes what an earlier one had has another major version,
 * and with it another log, whose origin is NAME/MAJOR. */
#ifndef EDITION_H
#define EDITION_H

#include <stdbool.h>

#include "buf.h"

#define EDITION_NAME 64     /* characters */
#define EDITION_VERSION 32  /* characters: three numbers below 10^9 */

struct edition {
    char name[EDITION_NAME + 1];       /* a-z 0-9 . _ -, first no sign */
    char version[EDITION_VERSION + 1]; /* without zeros in front */
};

/* What it is where nobody says: palimpsest, 1.0.0. */
void edition_init(struct edition *e);

/* Sets a name, a version; false, and nothing is set, if it may not be one. */
bool edition_set_name(struct edition *e, const char *name);
bool edition_set_version(struct edition *e, const char *version);

/* Reads "NAME@VERSION"; false if it is none. */
bool edition_parse(struct edition *e, const char *text);

bool edition_same(const struct edition *a, const struct edition *b);

/* Orders two versions: below, at or above 0. */
int edition_order(const char *a, const char *b);

/* True if they have the same major version. */
bool edition_same_major(const char *a, const char *b);

/* Sets the version to the next minor or, with `major`, the next major one;
 * false, and nothing is set, if there is none. */
bool edition_advance(struct edition *e, bool major);

/* Appends the origin of its log: "NAME/MAJOR". */
void edition_origin(const struct edition *e, struct buf *out);

#endif
