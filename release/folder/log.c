#include "config.h"

#include "log.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "checkpoint.h"
#include "file.h"
#include "files/derived.h"
#include "inside.h"
#include "record_bytes.h"

void log_open(struct log *l, const char *folder, struct findings *findings,
              struct tree *tree)
{
    *l = (struct log){.folder = folder, .findings = findings, .tree = tree};
}

/* Makes the folders that `path` names in that of the release. */
static int make_folders(const struct log *l, const char *path)
{
    struct buf name = BUF_EMPTY;
    int rc = 0;
    for (const char *at = path; rc == 0 && (at = strchr(at, '/')) != NULL;
         at++) {
        buf_clear(&name);
        buf_printf(&name, "%s/%.*s", l->folder, (int)(at - path), path);
        rc = mkdir(buf_string(&name), 0777);
        if (rc < 0 && errno == EEXIST)
            rc = 0;
        else if (rc < 0)
            diag_errno("cannot make %s", buf_string(&name));
    }
    buf_release(&name);
    return rc;
}

/* Writes a file, or compares it. */
static int derive(const struct log *l, const char *path, const void *bytes,
                  size_t len)
{
    struct derived d;
    if (l->findings == NULL && make_folders(l, path) < 0)
        return -1;
    if (derived_open(&d, l->folder, path, l->findings) < 0)
        return -1;
    derived_put(&d, bytes, len);
    if (derived_close(&d, NULL) < 0)
        return -1;
    return l->tree != NULL ? tree_explain(l->tree, path) : 0;
}

/* The tile that holds the last of `count` hashes or leaves. */
static int derive_tile(const struct log *l, unsigned level, uint64_t count,
                       const void *bytes, size_t len)
{
    struct buf path = BUF_EMPTY;
    unsigned width = (unsigned)((count - 1) % TILE_WIDTH) + 1;
    buf_puts(&path, "log/");
    tile_path(level, (count - 1) / TILE_WIDTH, width, &path);
    int rc = derive(l, buf_string(&path), bytes, len);
    buf_release(&path);
    return rc;
}

/* Adds a hash to level 0; a tile that is full goes out, and its root to the
 * level above. */
static int add_hash(struct log *l, const unsigned char hash[DIGEST_BYTES])
{
    unsigned char up[DIGEST_BYTES];
    memcpy(up, hash, sizeof up);
    for (unsigned level = 0; level < TILE_LEVELS; level++) {
        struct log_level *v = &l->levels[level];
        struct merkle tile = {0};
        memcpy(v->hashes[v->count++ % TILE_WIDTH], up, sizeof up);
        if (v->count % TILE_WIDTH != 0)
            return 0;
        if (derive_tile(l, level, v->count, v->hashes, TILE_BYTES) < 0)
            return -1;
        for (int i = 0; i < TILE_WIDTH; i++)
            merkle_add(&tile, v->hashes[i]);
        merkle_root(&tile, up);
    }
    return 0;
}

int log_add(struct log *l, const unsigned char digest[DIGEST_BYTES],
            const char *id, size_t id_len)
{
    char leaf[RECORD_LEAF_LIMIT];
    unsigned char hash[DIGEST_BYTES];
    size_t len = record_bytes_leaf(digest, id, id_len, leaf);
    merkle_leaf(leaf, len, hash);
    merkle_add(&l->merkle, hash);
    tile_put_leaf(leaf, len, &l->leaves);
    if (l->merkle.size % TILE_WIDTH == 0) {
        if (derive_tile(l, TILE_ENTRIES, l->merkle.size, l->leaves.data,
                        l->leaves.len) < 0)
            return -1;
        buf_clear(&l->leaves);
    }
    return add_hash(l, hash);
}

int log_finish(struct log *l)
{
    int rc = 0;
    if (l->leaves.len > 0)
        rc = derive_tile(l, TILE_ENTRIES, l->merkle.size, l->leaves.data,
                         l->leaves.len);
    for (unsigned level = 0; level < TILE_LEVELS && rc == 0; level++) {
        const struct log_level *v = &l->levels[level];
        size_t width = v->count % TILE_WIDTH;
        if (width > 0)
            rc = derive_tile(l, level, v->count, v->hashes,
                             width * DIGEST_BYTES);
    }
    return rc;
}

int log_sign(const struct log *l, const char *origin,
             const unsigned char *secret)
{
    struct buf text = BUF_EMPTY;
    unsigned char root[DIGEST_BYTES];
    merkle_root(&l->merkle, root);
    checkpoint_write(origin, l->merkle.size, root, secret, &text);
    int rc = derive(l, LOG_CHECKPOINT, text.data, text.len);
    buf_release(&text);
    return rc;
}

static void wrong(const struct log *l, const char *rule, uint64_t line,
                  const char *what)
{
    findings_add(l->findings, rule,
                 (struct diag_place){LOG_CHECKPOINT, line, NULL}, "%s", what);
}

static void wrong_root(const struct log *l,
                       const unsigned char wanted[DIGEST_BYTES],
                       const unsigned char there[DIGEST_BYTES])
{
    char hex[2][DIGEST_HEX + 1];
    digest_to_hex(wanted, hex[0]);
    digest_to_hex(there, hex[1]);
    wrong(l, "log/root", 3, "its root is not that of the records");
    findings_witness(l->findings, hex[0], hex[1]);
}

/* Compares a checkpoint with what was derived, line by line. */
static void compare(const struct log *l, const struct checkpoint *c,
                    const char *origin)
{
    unsigned char root[DIGEST_BYTES];
    merkle_root(&l->merkle, root);
    if (origin != NULL && (c->origin_len != strlen(origin) ||
                           memcmp(c->origin, origin, c->origin_len) != 0)) {
        wrong(l, "log/origin", 1, "its origin is not that of the release");
        findings_witness_bytes(l->findings, origin, c->origin, c->origin_len);
    }
    if (c->size != l->merkle.size) {
        wrong(l, "log/size", 2,
              "its number of leaves is not that of the people");
        findings_witness_u64(l->findings, l->merkle.size, c->size);
    }
    if (memcmp(c->root, root, sizeof root) != 0)
        wrong_root(l, root, c->root);
}

/* Checks the bytes of the checkpoint. */
static void check_bytes(const struct log *l, const struct buf *text,
                        const char *origin, const unsigned char *public_key)
{
    struct checkpoint c;
    const char *what = checkpoint_parse(&c, text->data, text->len);
    if (what != NULL) {
        findings_add(l->findings, "log/checkpoint",
                     (struct diag_place){LOG_CHECKPOINT, 0, NULL},
                     "the checkpoint %s", what);
        findings_witness_bytes(l->findings,
                               "a checkpoint of c2sp.org/tlog-checkpoint",
                               text->data, text->len);
        return;
    }
    compare(l, &c, origin);
    if (public_key != NULL && c.note.count > 0 &&
        checkpoint_verify(&c, public_key) != NOTE_VERIFIED) {
        wrong(l, "signature/log", 0,
              "the checkpoint is not signed with the public key");
        findings_witness(l->findings, "a signature that the key verifies",
                         "none");
    }
}

static void no_checkpoint(const struct log *l, const char *what,
                          const char *found)
{
    wrong(l, "log/checkpoint", 0, what);
    findings_witness(l->findings, LOG_CHECKPOINT, found);
}

int log_check(const struct log *l, const char *origin,
              const unsigned char *public_key)
{
    struct buf text = BUF_EMPTY;
    int folder = open(l->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    int fd = folder < 0 ? -1 : inside_open(folder, LOG_CHECKPOINT);
    if (fd >= 0 && file_read_fd(fd, CHECKPOINT_LIMIT, &text) == 0)
        check_bytes(l, &text, origin, public_key);
    else if (errno == ENOENT || errno == ELOOP)
        no_checkpoint(l, "a derived file is missing", "no such file");
    else if (errno == EFBIG)
        no_checkpoint(l, "the checkpoint is larger than one may be",
                      "a larger file");
    else
        findings_unreadable(l->findings, LOG_CHECKPOINT);
    if (fd >= 0)
        close(fd);
    if (folder >= 0)
        close(folder);
    buf_release(&text);
    return l->tree != NULL ? tree_explain(l->tree, LOG_CHECKPOINT) : 0;
}

void log_close(struct log *l)
{
    buf_release(&l->leaves);
}
