/* One picture drawn by the renderer. It can be drawn again at any time, so that
 * a file that is there must hold the very same bytes. */
#ifndef DRAWING_H
#define DRAWING_H

#include "studio.h"

/* Draws the record's shot, stores it and fills in the record. What is wrong is
 * appended to `why`. */
enum studio_result drawing_make(const struct studio *studio,
                                const struct image_folder *folder,
                                const struct sitter *sitter,
                                struct image_record *r, struct buf *why);

#endif
