#include "config.h"

#include "gallery.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rank.h"

/* What a message about an image says, in the spool. */
struct gallery_label {
    const char *file; /* operands of the command line live to its end */
    uint64_t line;
    char person[RECORD_ID_LIMIT + 1];
    char image[RECORD_ID_LIMIT + 1];
};

int gallery_open(struct gallery *g)
{
    *g = (struct gallery){0};
    return spool_open(&g->spool);
}

static uint64_t path_key(const char *path)
{
    unsigned char digest[DIGEST_BYTES];
    digest_bytes(path, strlen(path), digest);
    return rank_key(digest);
}

int gallery_add(struct gallery *g, uint32_t person, struct diag_place place,
                const struct image_audit *image)
{
    struct gallery_label label = {.file = place.file, .line = place.line};
    memcpy(label.person, place.id, strlen(place.id));
    memcpy(label.image, image->claim.id, sizeof label.image);
    if (g->count == g->cap) {
        g->cap = g->cap > 0 ? 2 * g->cap : 1024;
        g->entries = xrealloc(g->entries, g->cap, sizeof *g->entries);
    }
    struct gallery_entry *e = &g->entries[g->count];
    *e = (struct gallery_entry){path_key(image->claim.path),
                                image->dhash,
                                image->phash,
                                person,
                                (uint32_t)g->count,
                                {0},
                                image->seen};
    memcpy(e->tint, image->tint, sizeof e->tint);
    g->count++;
    return spool_add(&g->spool, &label, sizeof label, NULL);
}

static int read_label(struct gallery *g, const struct gallery_entry *e,
                      struct gallery_label *label)
{
    struct buf b = BUF_EMPTY;
    int rc = spool_read(&g->spool, e->at * sizeof *label, sizeof *label, &b);
    if (rc == 0)
        memcpy(label, b.data, sizeof *label);
    buf_release(&b);
    return rc;
}

/* Tells of `e` that it `what` the image of `other`. */
static int tell(struct gallery *g, const struct gallery_entry *e,
                const char *what, const struct gallery_entry *other)
{
    struct gallery_label mine, theirs;
    if (read_label(g, e, &mine) < 0 || read_label(g, other, &theirs) < 0)
        return -1;
    diag_at((struct diag_place){mine.file, mine.line, mine.person},
            "image %s: %s image %s of %s", mine.image, what, theirs.image,
            theirs.person);
    return 0;
}

static bool same_tint(const uint8_t *a, const uint8_t *b)
{
    for (int i = 0; i < IMAGE_TINT; i++)
        if (abs(a[i] - b[i]) > GALLERY_TINT)
            return false;
    return true;
}

static bool near(const struct gallery_entry *a, const struct gallery_entry *b)
{
    return image_hash_distance(a->dhash, b->dhash) <= GALLERY_DHASH &&
           image_hash_distance(a->phash, b->phash) <= GALLERY_PHASH &&
           a->person != b->person && a->seen && b->seen &&
           same_tint(a->tint, b->tint);
}

int64_t gallery_tell_near(struct gallery *g)
{
    int64_t told = 0;
    if (spool_flush(&g->spool) < 0)
        return -1;
    for (size_t i = 1; i < g->count; i++)
        for (size_t j = 0; j < i; j++) {
            if (!near(&g->entries[i], &g->entries[j]))
                continue;
            if (tell(g, &g->entries[i], "is nearly the same as",
                     &g->entries[j]) < 0)
                return -1;
            told++;
            break;
        }
    return told;
}

static int by_path(const void *a, const void *b)
{
    const struct gallery_entry *x = a, *y = b;
    if (x->path != y->path)
        return x->path < y->path ? -1 : 1;
    return x->at < y->at ? -1 : x->at > y->at;
}

int64_t gallery_sort(struct gallery *g)
{
    int64_t told = 0;
    if (spool_flush(&g->spool) < 0)
        return -1;
    if (g->count > 0)
        qsort(g->entries, g->count, sizeof *g->entries, by_path);
    for (size_t i = 1; i < g->count; i++) {
        if (g->entries[i].path != g->entries[i - 1].path)
            continue;
        if (tell(g, &g->entries[i], "names the file of",
                 &g->entries[i - 1]) < 0)
            return -1;
        told++;
    }
    return told;
}

bool gallery_names(const struct gallery *g, const char *path)
{
    uint64_t key = path_key(path);
    size_t from = 0, to = g->count;
    while (from < to) {
        size_t middle = from + (to - from) / 2;
        if (g->entries[middle].path < key)
            from = middle + 1;
        else
            to = middle;
    }
    return from < g->count && g->entries[from].path == key;
}

void gallery_close(struct gallery *g)
{
    free(g->entries);
    spool_close(&g->spool);
    *g = (struct gallery){.spool.fd = -1};
}
