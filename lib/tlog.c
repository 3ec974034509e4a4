#include "config.h"

#include "tlog.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "inside.h"

#define LEAVES_LIMIT ((size_t)TILE_WIDTH * (2 + TILE_LEAF_LIMIT)) /* bytes */
#define CHECKPOINT TLOG_FOLDER "/checkpoint"

/* Tells what is wrong with a file of the log. */
static enum exit_status wrong(const struct tlog *t, const char *path,
                              const char *what)
{
    diag("%s/%s: %s", t->release, path, what);
    return EXIT_DATA;
}

/* Replaces `b` by the content of a file of at most `limit` bytes. */
static enum exit_status read_file(const struct tlog *t, const char *path,
                                  size_t limit, struct buf *b)
{
    int fd = inside_open(t->folder, path);
    buf_clear(b);
    int rc = fd < 0 ? -1 : file_read_fd(fd, limit, b);
    int saved = errno;
    if (fd >= 0)
        close(fd);
    errno = saved;
    if (rc == 0)
        return EXIT_OK;
    if (errno == ENOENT)
        return wrong(t, path, "the file is missing");
    if (errno == ELOOP)
        return wrong(t, path, "a link, or no regular file");
    if (errno == EFBIG)
        return wrong(t, path, "larger than it may be");
    diag_errno("cannot read %s/%s", t->release, path);
    return EXIT_SYSTEM;
}

enum exit_status tlog_open(struct tlog *t, const char *release)
{
    *t = (struct tlog){.release = release};
    t->folder = open(release, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (t->folder < 0) {
        diag_errno("cannot open %s", release);
        return EXIT_SYSTEM;
    }
    enum exit_status status =
        read_file(t, CHECKPOINT, CHECKPOINT_LIMIT, &t->text);
    if (status != EXIT_OK)
        return status;
    const char *what =
        checkpoint_parse(&t->checkpoint, buf_string(&t->text), t->text.len);
    return what == NULL ? EXIT_OK : wrong(t, CHECKPOINT, what);
}

/* Has the file of a level that holds number `n` of its tiles in `tile`. */
static enum exit_status have(struct tlog *t, struct tlog_tile *tile,
                             unsigned level, uint64_t n)
{
    unsigned width = tile_width(level, n, t->checkpoint.size);
    bool entries = level == TILE_ENTRIES;
    struct buf path = BUF_EMPTY;
    if (tile->there && tile->n == n)
        return EXIT_OK;
    tile->there = false;
    buf_puts(&path, TLOG_FOLDER "/");
    tile_path(level, n, width, &path);
    enum exit_status status =
        read_file(t, buf_string(&path), entries ? LEAVES_LIMIT : TILE_BYTES,
                  &tile->bytes);
    if (status == EXIT_OK && !entries &&
        tile->bytes.len != width * DIGEST_BYTES)
        status = wrong(t, buf_string(&path), "does not hold so many hashes");
    tile->n = n;
    tile->there = status == EXIT_OK;
    buf_release(&path);
    return status;
}

/* The hash of a complete subtree: it lies inside one tile, of which it takes
 * 1, 2, 4 .. hashes. */
static enum exit_status read_subtree(struct tlog *t, struct merkle_place at,
                                     unsigned char hash[DIGEST_BYTES])
{
    unsigned level = at.level / 8, height = at.level % 8;
    uint64_t first = at.index << height;
    struct tlog_tile *tile = &t->tiles[level];
    enum exit_status status = have(t, tile, level, first / TILE_WIDTH);
    if (status != EXIT_OK)
        return status;
    const char *bytes = tile->bytes.data + first % TILE_WIDTH * DIGEST_BYTES;
    struct merkle m = {0};
    for (size_t i = 0; i < (size_t)1 << height; i++)
        merkle_add(&m,
                   (const unsigned char *)bytes + i * DIGEST_BYTES);
    merkle_root(&m, hash);
    return EXIT_OK;
}

enum exit_status tlog_hashes(struct tlog *t,
                             const struct merkle_range *ranges, size_t count,
                             unsigned char hashes[][DIGEST_BYTES])
{
    unsigned char parts[MERKLE_LEVELS][DIGEST_BYTES];
    struct merkle_place places[MERKLE_LEVELS];
    enum exit_status status = EXIT_OK;
    for (size_t i = 0; i < count && status == EXIT_OK; i++) {
        size_t n = merkle_subtrees(ranges[i], places);
        for (size_t p = 0; p < n && status == EXIT_OK; p++)
            status = read_subtree(t, places[p], parts[p]);
        if (status == EXIT_OK)
            merkle_join((const unsigned char(*)[DIGEST_BYTES])parts, n,
                        hashes[i]);
    }
    return status;
}

/* Finds leaf number `skip` of a bundle. Returns 0, or -1 if it ends before. */
static int find_leaf(const struct buf *bundle, unsigned skip,
                     const char **leaf, size_t *len)
{
    const unsigned char *at = (const unsigned char *)bundle->data;
    size_t left = bundle->len;
    for (;; skip--) {
        if (left < 2)
            return -1;
        size_t size = (size_t)at[0] << 8 | at[1];
        if (left - 2 < size)
            return -1;
        if (skip == 0) {
            *leaf = (const char *)at + 2;
            *len = size;
            return 0;
        }
        at += 2 + size;
        left -= 2 + size;
    }
}

enum exit_status tlog_leaf(struct tlog *t, uint64_t index, const char **leaf,
                           size_t *len)
{
    enum exit_status status =
        have(t, &t->leaves, TILE_ENTRIES, index / TILE_WIDTH);
    if (status != EXIT_OK ||
        find_leaf(&t->leaves.bytes, (unsigned)(index % TILE_WIDTH), leaf,
                  len) == 0)
        return status;
    struct buf path = BUF_EMPTY;
    buf_puts(&path, TLOG_FOLDER "/");
    tile_path(TILE_ENTRIES, t->leaves.n,
              tile_width(TILE_ENTRIES, t->leaves.n, t->checkpoint.size),
              &path);
    status = wrong(t, buf_string(&path), "holds fewer leaves than it should");
    buf_release(&path);
    return status;
}

void tlog_close(struct tlog *t)
{
    if (t->folder >= 0)
        close(t->folder);
    for (int level = 0; level < TILE_LEVELS; level++)
        buf_release(&t->tiles[level].bytes);
    buf_release(&t->leaves.bytes);
    buf_release(&t->text);
    t->folder = -1;
}
