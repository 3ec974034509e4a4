#include "config.h"

#include "images.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "inside.h"
#include "interrupt.h"
#include "shape.h"

#define BLOCK ((size_t)1 << 16)

int images_open(struct images *images)
{
    return spool_open(&images->spool);
}

/* In the spool an image is: length of the path and of the person's id (2
 * bytes each), the sum in hexadecimal, NUL, path, NUL, id, NUL. */
struct noted {
    uint16_t path_len, id_len;
    char sha256[DIGEST_HEX + 1];
};

static int note(struct images *images, const struct person *p,
                const char *path, const char *sha256)
{
    struct noted noted = {(uint16_t)strlen(path), (uint16_t)p->head.id_len,
                          ""};
    memcpy(noted.sha256, sha256, DIGEST_HEX);
    if (spool_add(&images->spool, &noted, sizeof noted, NULL) < 0 ||
        spool_add(&images->spool, path, noted.path_len + 1u, NULL) < 0)
        return -1;
    return spool_add(&images->spool, p->head.name, noted.id_len + 1u, NULL);
}

int images_add(struct images *images, const struct person *p,
               struct findings *f)
{
    const cJSON *i = p->images != NULL ? p->images->child : NULL;
    for (; i != NULL; i = i->next) {
        const char *path = shape_text(i, "path");
        if (!inside_valid(path)) {
            findings_add(f, "image/path", p->place,
                         "image %s: its path cannot be in a release",
                         shape_text(i, "id"));
            continue;
        }
        if (note(images, p, path, shape_text(i, "sha256")) < 0)
            return -1;
    }
    return 0;
}

/* Opens a file in a folder, no link being followed on the way. Returns the
 * descriptor, or -1 with errno. */
static int open_from(const char *folder, const char *path)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int file = inside_open(fd, path), saved = errno;
    close(fd);
    errno = saved;
    return file;
}

/* Makes the folders on the way to `path`. Returns 0, or -1 with errno. */
static int make_folders(char *path, size_t from)
{
    for (char *slash = path + from; (slash = strchr(slash, '/')) != NULL;
         slash++) {
        *slash = '\0';
        int rc = mkdir(path, 0777);
        *slash = '/';
        if (rc < 0 && errno != EEXIST)
            return -1;
    }
    return 0;
}

static int write_all(int fd, const char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t put = write(fd, bytes, len);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return -1;
        bytes += put;
        len -= (size_t)put;
    }
    return 0;
}

/* Copies from one descriptor to another, hashing. 0; -1 if reading fails, -2
 * if writing does, with errno. */
static int copy_bytes(int from, int to, unsigned char digest[DIGEST_BYTES])
{
    char block[BLOCK];
    struct digest_stream state;
    digest_start(&state);
    for (;;) {
        ssize_t got = read(from, block, sizeof block);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return -1;
        if (got == 0)
            break;
        digest_more(&state, block, (size_t)got);
        if (write_all(to, block, (size_t)got) < 0)
            return -2;
    }
    digest_end(&state, digest);
    return 0;
}

/* An image being copied. */
struct copying {
    const char *from, *folder; /* source folder, release */
    const char *path, *sha256, *id;
    struct findings *findings;
};

static int wrong(const struct copying *c, const char *rule, const char *what)
{
    findings_add(c->findings, rule,
                 (struct diag_place){NULL, 0, c->id}, "image %s %s", c->path,
                 what);
    return 0;
}

static int finish(const struct copying *c, int copied, const char *target,
                  const unsigned char *digest)
{
    char hex[DIGEST_HEX + 1];
    if (copied == -2)
        diag_errno("cannot write %s", target);
    else if (copied == -1)
        diag_errno("cannot read %s/%s", c->from, c->path);
    if (copied < 0)
        return -1;
    digest_to_hex(digest, hex);
    if (strcmp(hex, c->sha256) == 0)
        return 0;
    return wrong(c, "image/sum", "has another sum");
}

/* Copies an open source. Returns 0, or -1 (told). */
static int copy_open(const struct copying *c, int from)
{
    unsigned char digest[DIGEST_BYTES] = {0};
    struct buf target = BUF_EMPTY;
    buf_printf(&target, "%s/images/%s", c->folder, c->path);
    buf_string(&target);
    int rc = make_folders(target.data, strlen(c->folder) + 1);
    int to = rc == 0 ? open(target.data,
                            O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)
                     : -1;
    if (to < 0 && (errno == EEXIST || errno == ENOTDIR)) {
        rc = wrong(c, "image/shared",
                   "is named twice, or is a folder of another");
    } else {
        int copied = to < 0 ? -2 : copy_bytes(from, to, digest);
        if (to >= 0 && close(to) < 0)
            copied = -2;
        rc = finish(c, copied, target.data, digest);
    }
    buf_release(&target);
    return rc;
}

static int copy_one(const struct copying *c)
{
    int from = open_from(c->from, c->path);
    if (from < 0 && (errno == ENOENT || errno == ENOTDIR))
        return wrong(c, "image/missing", "is not in the images folder");
    if (from < 0 && errno == ELOOP)
        return wrong(c, "image/path", "is no regular file, or there is a link");
    if (from < 0) {
        diag_errno("cannot read %s/%s", c->from, c->path);
        return -1;
    }
    int rc = copy_open(c, from);
    close(from);
    return rc;
}

int images_copy(struct images *images, const char *from, const char *folder,
                struct findings *f)
{
    struct buf head = BUF_EMPTY, names = BUF_EMPTY;
    int rc = spool_flush(&images->spool);
    for (uint64_t at = 0; rc == 0 && at < images->spool.size;) {
        struct noted noted;
        rc = spool_read(&images->spool, at, sizeof noted, &head);
        if (rc < 0 || interrupt_seen())
            break;
        memcpy(&noted, head.data, sizeof noted);
        size_t len = noted.path_len + 1u + noted.id_len + 1u;
        rc = spool_read(&images->spool, at + sizeof noted, len, &names);
        at += sizeof noted + len;
        struct copying c = {from, folder, names.data, noted.sha256,
                            names.data + noted.path_len + 1, f};
        if (rc == 0)
            rc = copy_one(&c);
    }
    buf_release(&head);
    buf_release(&names);
    return rc;
}

void images_close(struct images *images)
{
    spool_close(&images->spool);
}

/* An image of a record, and what is found of it. */
struct image_claim {
    const struct person *person;
    const char *id, *path, *sha256; /* path in the release */
    struct findings *findings;
};

static void tell(const struct image_claim *c, const char *rule,
                 const char *what, const char *expected, const char *found)
{
    findings_add(c->findings, rule, c->person->place, "image %s: %s %s", c->id,
                 c->path, what);
    findings_witness(c->findings, expected, found);
}

static int check_claim(const struct image_claim *c, struct tree *tree)
{
    char hex[DIGEST_HEX + 1];
    bool valid = inside_valid(c->path);
    int64_t i = valid ? tree_find(tree, c->path, 0) : -1;
    if (!valid)
        tell(c, "image/path", "is not in the release",
             "names of A-Z a-z 0-9 . _ - parted by slashes", c->path);
    else if (i == -1 && !findings_unread(c->findings, c->path))
        tell(c, "image/missing", "is not in the release", c->path,
             "no such file");
    if (i < 0)
        return i == -2 ? -1 : 0;
    struct sorter_entry *e = &tree->paths.entries[i];
    digest_to_hex(tree->sums[i], hex);
    if ((e->mark & TREE_EXPLAINED) != 0)
        tell(c, "image/shared", "is named by two records",
             "a file no other image is", c->path);
    else if (tree->sizes[i] != TREE_NO_SIZE && strcmp(hex, c->sha256) != 0)
        tell(c, "image/sum", "has another sum", c->sha256, hex);
    e->mark |= TREE_EXPLAINED;
    return 0;
}

static int check_one(const struct person *p, const cJSON *image,
                     struct tree *tree, struct findings *f)
{
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "images/%s", shape_text(image, "path"));
    struct image_claim c = {p, shape_text(image, "id"), buf_string(&path),
                            shape_text(image, "sha256"), f};
    int rc = check_claim(&c, tree);
    buf_release(&path);
    return rc;
}

int images_check(const struct person *p, struct tree *tree,
                 struct findings *f)
{
    const cJSON *i = p->images != NULL ? p->images->child : NULL;
    for (; i != NULL; i = i->next)
        if (check_one(p, i, tree, f) < 0)
            return -1;
    return 0;
}
