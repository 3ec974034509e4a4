/* manifest.json: what a release is made of. Its first line holds everything
 * but the files, which follow one a line; each file is canonical (made by
 * nobody here) or derived (follows from the rest):
 *
 *   {"schema":"palimpsest/manifest/1","name":..,"release":..,"suite":..,
 *    "generator_seed":..,"world":..,"people":{..},"removed":..,
 *    "questions":{..},"images":..,"split":..,"steps":[..],"files":[
 *   {"path":..,"bytes":..,"sha256":..,"class":"canonical"|"derived"},
 *   {..}
 *   ]} */
#ifndef MANIFEST_H
#define MANIFEST_H

#include "edition.h"
#include "files/tree.h"
#include "records/people.h"

#define MANIFEST_NAME "manifest.json"
#define MANIFEST_SCHEMA "palimpsest/manifest/1"

#define MANIFEST_SUITE 32 /* characters in a version of Palimpsest */

/* What a manifest alone says, and nothing else in a release can show; released
 * with buf_release(). */
struct manifest_own {
    struct edition edition;
    char suite[MANIFEST_SUITE + 1]; /* the version that made the release */
    struct buf steps;               /* JSON text, owned */
};

/* What its first line is made of; all borrowed. */
struct manifest {
    const struct edition *edition;
    const char *suite;
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
 * members with what the people give, and fills in `own`, which is empty before.
 * Returns 0, or -1 where that is not to be had, which is a finding. */
int manifest_check(const char *folder, struct findings *f,
                   const struct people *people, struct manifest_own *own);

/* True if this version of Palimpsest made it. */
bool manifest_is_ours(const struct manifest_own *own);

/* Reads which release the manifest in `folder`, an open one, says it is, and
 * nothing else of it. Returns 0, or -1 where it does not say. */
int manifest_edition(int folder, struct edition *edition);

#endif
