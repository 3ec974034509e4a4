/* The JSON Schemas of a release: copies of those of the data folder. */
#ifndef SCHEMAS_H
#define SCHEMAS_H

#include "files/findings.h"
#include "files/tree.h"

/* Writes schema/ in `folder`, or compares it with the installed one where
 * there are `findings`, marking in `tree` the files accounted for. Returns 0,
 * or -1 (told). */
int schemas_derive(const char *folder, struct findings *findings,
                   struct tree *tree);

/* Marks as accounted for what another version may have put in schema/: files of
 * a plain name that ends in .json. Returns 0, or -1 (told). */
int schemas_explain(struct tree *tree);

#endif
