#include "config.h"

#include "unlisted.h"

#include <errno.h>
#include <fts.h>
#include <string.h>

#include "image_parts.h"

/* True if the file is the pin of a picture that is named. */
static bool is_pin(const struct gallery *g, const char *path)
{
    size_t len = strlen(path);
    bool named = false;
    if (len < 5 || strcmp(path + len - 5, ".json") != 0)
        return false;
    for (int f = IMAGE_PNG; f < IMAGE_FORMATS && !named; f++) {
        struct buf picture = BUF_EMPTY;
        buf_add(&picture, path, len - 4);
        buf_puts(&picture, image_extension((enum image_format)f));
        named = gallery_names(g, buf_string(&picture));
        buf_release(&picture);
    }
    return named;
}

/* Looks at an entry; `path` is its path below the folder. Returns 1 if it is
 * told, 0 if it is right, -1 if it cannot be read (told). */
static int look_at(const struct gallery *g, const FTSENT *e, const char *path)
{
    struct diag_place place = {e->fts_path, 0, NULL};
    switch (e->fts_info) {
    case FTS_D:
        if (e->fts_level <= UNLISTED_DEPTH)
            return 0;
        diag_at(place, "folders nest deeper than 64");
        return 1;
    case FTS_DP:
        return 0;
    case FTS_DNR:
    case FTS_ERR:
    case FTS_NS:
        errno = e->fts_errno;
        diag_errno("cannot read %s", e->fts_path);
        return -1;
    default:
        if (gallery_names(g, path) || (e->fts_info == FTS_F && is_pin(g, path)))
            return 0;
        diag_at(place, "no record names it");
        return 1;
    }
}

static int by_name(const FTSENT **a, const FTSENT **b)
{
    return strcmp((*a)->fts_name, (*b)->fts_name);
}

int64_t unlisted_tell(const struct gallery *g, const char *folder)
{
    char *const roots[] = {(char *)folder, NULL};
    FTS *walk = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR, by_name);
    int64_t told = 0;
    bool failed = walk == NULL;
    size_t len = strlen(folder);
    size_t skip = folder[len - 1] == '/' ? len : len + 1;
    FTSENT *e;
    if (failed)
        diag_errno("cannot read %s", folder);
    while (!failed && (e = fts_read(walk)) != NULL) {
        const char *path = e->fts_pathlen >= skip ? e->fts_path + skip : "";
        int rc = look_at(g, e, path);
        failed = rc < 0;
        told += rc > 0;
        if (rc > 0 && e->fts_info == FTS_D)
            fts_set(walk, e, FTS_SKIP);
    }
    if (walk != NULL)
        fts_close(walk);
    return failed ? -1 : told;
}
