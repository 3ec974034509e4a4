/* One picture asked of a backend. It cannot be made again, so that it is stored
 * as received and pinned (image_pin.h): where picture and pin are there, nobody
 * is asked. Views are asked for with the portrait as reference. */
#ifndef ASKING_H
#define ASKING_H

#include "studio.h"

/* What the pictures of one person have in common. All but the portrait is
 * borrowed. */
struct asking {
    const struct studio *studio;
    struct backend *backend;
    const struct image_folder *folder;
    const struct sitter *sitter;
    struct buf portrait; /* owned: its file, once it is there */
};

/* Takes or asks for the record's shot, stores it and fills in the record. The
 * portrait comes first. What is wrong is appended to `why`, or told already. */
enum studio_result asking_make(struct asking *asking, struct image_record *r,
                               struct buf *why);

void asking_release(struct asking *asking);

#endif
