/* All pictures that were looked at, 40 bytes each in memory: which files they
 * are, and which look nearly the same. What only messages need is spooled. */
#ifndef GALLERY_H
#define GALLERY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "image_audit.h"
#include "spool.h"

/* Two pictures are nearly the same if their hashes differ in at most so many
 * bits, and no number of their tints by more than so much. Rendered portraits
 * are all alike in their layout: of twice 3,000 pictures of 500 people, 9
 * million pairs, 19 pairs of two people have hashes that near, and none the
 * tint, too. Of copies of 150 portraits, as JPEG of quality 85 and 40, of half
 * the size, brighter by 10, with noise, 149 or all are found; with a border of
 * 1 pixel in 160 cut off, 143. */
#define GALLERY_DHASH 2
#define GALLERY_PHASH 4
#define GALLERY_TINT 12

struct gallery_entry {
    uint64_t path;         /* the first bytes of the path's SHA-256 */
    uint64_t dhash, phash;
    uint32_t person;       /* number of the person in the input */
    uint32_t at;           /* place in the input, and in the spool */
    uint8_t tint[IMAGE_TINT];
    bool seen;             /* hashes and tint are set */
};

struct gallery {
    struct gallery_entry *entries; /* owned; by place until gallery_sort() */
    size_t count, cap;
    struct spool spool; /* a struct gallery_label each */
};

/* Returns 0, or -1 (told). */
int gallery_open(struct gallery *g);

/* Adds an image; `place` is where its person was read. Returns 0, or -1
 * (told). */
int gallery_add(struct gallery *g, uint32_t person, struct diag_place place,
                const struct image_audit *image);

/* Tells each picture that is nearly the same as an earlier one of somebody
 * else. Takes time by the square of their number: 10 s for 100,000. Returns how
 * many there were, or -1 (told). */
int64_t gallery_tell_near(struct gallery *g);

/* Orders the entries by path and tells files that two images name. Returns how
 * many, or -1 (told). */
int64_t gallery_sort(struct gallery *g);

/* True if some image names that file; after gallery_sort(). */
bool gallery_names(const struct gallery *g, const char *path);

void gallery_close(struct gallery *g);

#endif
