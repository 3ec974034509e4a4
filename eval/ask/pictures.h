/* Pictures of a release as they are sent: data URLs in base64. The one that was
 * asked for last is kept, since a person's questions follow one another. */
#ifndef PICTURES_H
#define PICTURES_H

#include "buf.h"
#include "exam/exam.h"

struct pictures {
    int folder;     /* owned: descriptor of the release, or -1 */
    const struct exam_image *last; /* borrowed: whose URL it is, or NULL */
    struct buf url; /* owned */
};

/* Returns 0, or -1 (told); either way it ends with pictures_close(). */
int pictures_open(struct pictures *p, const char *release);

/* The URL of a picture, borrowed until the next call; NULL (told, with `id`) if
 * the file cannot be read or has another sum than the release says. */
const struct buf *pictures_url(struct pictures *p,
                               const struct exam_image *image,
                               const char *id);

void pictures_close(struct pictures *p);

#endif
