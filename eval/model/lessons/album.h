/* Pictures at the size that a model sees, 64 by 64: those that people are
 * taught with and those that questions show. Files of a release are decoded
 * once, in the manner of mkimages(1) by a process that can do nothing else, and
 * averaged over areas; a cache keeps the outcome.
 *
 * A cache is a file: the line "palimpsest album 1\n", then of each picture 32
 * bytes, the SHA-256 of its file, and 12,288 bytes, its pixels; then the
 * SHA-256 of all before it. It may hold more than is wanted; one that is torn
 * or is something else is made anew. */
#ifndef ALBUM_H
#define ALBUM_H

#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "digest.h"
#include "exam/exam.h"

#define ALBUM_SIDE 64 /* pixels, either way */
#define ALBUM_BYTES ((size_t)3 * ALBUM_SIDE * ALBUM_SIDE) /* of a picture */
#define ALBUM_NONE UINT32_MAX

struct album_picture {
    unsigned char sha256[DIGEST_BYTES]; /* of the file */
    int folder;       /* borrowed descriptor: where it is */
    struct text path; /* in it, borrowed from the exam */
    bool there;       /* its pixels are */
};

/* Starts as {0}. */
struct album {
    struct album_picture *list; /* owned: in the order they were added */
    uint32_t count, cap;
    uint32_t *slots;    /* owned: hash table of places + 1; 0 is free */
    size_t slot_count;
    unsigned char *rgb; /* owned: ALBUM_BYTES each, rows from the top */
    int *folders;       /* owned descriptors */
    size_t folder_count;
};

/* Adds all pictures of an exam's people and questions, whose files are in
 * `folder`. Returns 0, or -1 (told) if it cannot be opened. */
int album_add(struct album *a, const struct exam *e, const char *folder);

/* Fills them in by `jobs` threads; `cache` is a file that is read, and written
 * if anything was decoded, or NULL. Returns EXIT_OK, or what to exit with
 * (told): a file that cannot be read, has another sum than the record says, or
 * cannot be decoded. */
enum exit_status album_fill(struct album *a, const char *cache, unsigned jobs);

/* The place of a picture, or ALBUM_NONE. */
uint32_t album_find(const struct album *a, const struct exam_image *image);

/* The pixels at a place. */
const unsigned char *album_pixels(const struct album *a, uint32_t place);

void album_release(struct album *a);

#endif
