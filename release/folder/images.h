/* The image files that records name: copied into a release, and checked in
 * one. */
#ifndef IMAGES_H
#define IMAGES_H

#include "files/tree.h"
#include "records/person.h"
#include "spool.h"

struct images {
    struct spool spool; /* what the records say, until the files are copied */
};

/* Returns 0, or -1 (told). */
int images_open(struct images *images);

/* Notes the images of a person; a path that cannot be in a release is a
 * finding. Returns 0, or -1 (told). */
int images_add(struct images *images, const struct person *p,
               struct findings *f);

/* Copies all noted files from the folder `from` into `folder`/images, byte for
 * byte, no link followed. A file that is not there, or not the one the record
 * means, is a finding. Returns 0, or -1 (told). */
int images_copy(struct images *images, const char *from, const char *folder,
                struct findings *f);

void images_close(struct images *images);

/* Checks that the images of a person are in the tree with their sums, each
 * for one record, and marks them as accounted for. Returns 0, or -1
 * (told). */
int images_check(const struct person *p, struct tree *tree,
                 struct findings *f);

#endif
