/* manifest.json: what a release is made of. Its first line holds everything
 * but the files, which follow one a line; each file is canonical (made by
 * nobody here) or derived (follows from the rest):
 *
 *   {"schema":"palimpsest/manifest/1","generator_seed":..,"world":..,
 *    "people":{..},"questions":{..},"images":..,"split":..,"steps":[..],
 *    "files":[
 *   {"path":..,"bytes":..,"sha256":..,"class":"canonical"|"derived"},
 *   {..}
 *   ]} */
#ifndef MANIFEST_H
#define MANIFEST_H

#include "people.h"
#include "tree.h"

#define MANIFEST_NAME "manifest.json"
#define MANIFEST_SCHEMA "palimpsest/manifest/1"

/* Writes the manifest of these people, steps (JSON text) and files in
 * `folder`, or compares it with what is there where there are `findings`. The
 * files are those of `tree` but the manifest itself and the sums. Returns 0,
 * or -1 (told); `digest` is of what was made. */
int manifest_derive(const char *folder, struct findings *findings,
                    const struct people *people, const char *steps,
                    struct tree *tree, unsigned char digest[DIGEST_BYTES]);

/* Reads the first line of the manifest in `folder`, compares each of its
 * members with what the people give, and appends its steps to `steps`.
 * Returns 0, or -1 where there are none to be had, which is a finding. */
int manifest_check(const char *folder, struct findings *f,
                   const struct people *people, struct buf *steps);

#endif
