/* manifest.json: what a release is made of. Its first line holds everything
 * but the files, which follow one a line; each file is canonical (made by
 * nobody here) or derived (follows from the rest):
 *
 *   {"schema":"palimpsest/manifest/1","name":..,"release":..,
 *    "generator_seed":..,"world":..,"people":{..},"removed":..,
 *    "questions":{..},"images":..,"split":..,"steps":[..],"files":[
 *   {"path":..,"bytes":..,"sha256":..,"class":"canonical"|"derived"},
 *   {..}
 *   ]} */
#ifndef MANIFEST_H
#define MANIFEST_H

#include "edition.h"
#include "people.h"
#include "tree.h"

#define MANIFEST_NAME "manifest.json"
#define MANIFEST_SCHEMA "palimpsest/manifest/1"

/* What its first line is made of; all borrowed. */
struct manifest {
    const struct edition *edition;
    const struct people *people;
    const char *steps; /* JSON text */
};

/* Writes the manifest of all this and the files in `folder`, or compares it
 * with what is there where there are `findings`. The files are those of `tree`
 * but the manifest itself, the sums and their signature. Returns 0, or -1
 * (told); `digest` is of what was made. */
int manifest_derive(const char *folder, struct findings *findings,
                    const struct manifest *m, struct tree *tree,
                    unsigned char digest[DIGEST_BYTES]);

/* Reads the first line of the manifest in `folder`, compares each of its
 * members with what the people give, sets the edition to the one it states and
 * appends its steps to `steps`. Returns 0, or -1 where these are not to be had,
 * which is a finding. */
int manifest_check(const char *folder, struct findings *f,
                   const struct people *people, struct edition *edition,
                   struct buf *steps);

/* Reads which release the manifest in `folder`, an open one, says it is, and
 * nothing else of it. Returns 0, or -1 where it does not say. */
int manifest_edition(int folder, struct edition *edition);

#endif
