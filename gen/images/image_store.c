#include "config.h"

#include "image_store.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "diag.h"
#include "file.h"

int image_store_open(struct image_store *store, const char *path)
{
    store->path = path;
    if (mkdir(path, 0777) < 0 && errno != EEXIST) {
        diag_errno("cannot make the folder %s", path);
        return -1;
    }
    store->fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (store->fd < 0) {
        diag_errno("cannot open the folder %s", path);
        return -1;
    }
    return 0;
}

void image_store_close(struct image_store *store)
{
    if (store->fd >= 0)
        close(store->fd);
    store->fd = -1;
}

void image_folder_path(const struct image_folder *folder, const char *file,
                       struct buf *out)
{
    buf_printf(out, "%s/%s", folder->store->path, folder->name);
    if (file != NULL)
        buf_printf(out, "/%s", file);
}

/* "cannot WHAT DIR/person/file: reason", of errno. */
static enum image_store_result broken(const struct image_folder *folder,
                                      const char *what, const char *file,
                                      struct buf *why)
{
    const char *reason = strerror(errno);
    buf_printf(why, "cannot %s ", what);
    image_folder_path(folder, file, why);
    buf_printf(why, ": %s", reason);
    return IMAGE_STORE_BROKEN;
}

static enum image_store_result wrong(const struct image_folder *folder,
                                     const char *file, const char *what,
                                     struct buf *why)
{
    image_folder_path(folder, file, why);
    buf_printf(why, " %s", what);
    return IMAGE_STORE_WRONG;
}

static int lock(int fd)
{
    int rc;
    do
        rc = flock(fd, LOCK_EX);
    while (rc < 0 && errno == EINTR);
    return rc;
}

enum image_store_result image_folder_open(struct image_folder *folder,
                                          const struct image_store *store,
                                          const char *name, struct buf *why)
{
    *folder = (struct image_folder){store, name, -1};
    if (mkdirat(store->fd, name, 0777) < 0 && errno != EEXIST)
        return broken(folder, "make", NULL, why);
    folder->fd = openat(store->fd, name,
                        O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (folder->fd < 0 && (errno == ELOOP || errno == ENOTDIR))
        return wrong(folder, NULL, "is no folder", why);
    if (folder->fd < 0)
        return broken(folder, "open", NULL, why);
    if (lock(folder->fd) < 0)
        return broken(folder, "lock", NULL, why);
    return IMAGE_STORE_DONE;
}

enum image_store_result image_folder_close(struct image_folder *folder,
                                           struct buf *why)
{
    enum image_store_result result = IMAGE_STORE_DONE;
    if (folder->fd < 0)
        return result;
    if (fsync(folder->fd) < 0)
        result = broken(folder, "sync", NULL, why);
    close(folder->fd);
    folder->fd = -1;
    return result;
}

enum image_store_result image_folder_read(const struct image_folder *folder,
                                          const char *file, size_t limit,
                                          struct buf *bytes, struct buf *why)
{
    int fd = openat(folder->fd, file,
                    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0 && errno == ENOENT)
        return IMAGE_STORE_ABSENT;
    if (fd < 0 && (errno == ELOOP || errno == ENXIO))
        return wrong(folder, file, "is no regular file", why);
    if (fd < 0)
        return broken(folder, "read", file, why);
    enum image_store_result result = IMAGE_STORE_DONE;
    if (file_read_fd(fd, limit, bytes) < 0)
        result = errno == EINVAL
                     ? wrong(folder, file, "is no regular file", why)
                 : errno == EFBIG ? wrong(folder, file, "is too large", why)
                                  : broken(folder, "read", file, why);
    close(fd);
    return result;
}

/* Writes and syncs all bytes. Returns 0, or -1 with errno. */
static int write_all(int fd, const struct buf *bytes)
{
    for (size_t at = 0; at < bytes->len;) {
        ssize_t put = write(fd, bytes->data + at, bytes->len - at);
        if (put < 0 && errno == EINTR)
            continue;
        if (put < 0)
            return -1;
        at += (size_t)put;
    }
    return fsync(fd);
}

/* Writes the file beside. Returns 0, or -1 with errno. */
static int write_beside(int folder, const char *beside,
                        const struct buf *bytes)
{
    if (unlinkat(folder, beside, 0) < 0 && errno != ENOENT)
        return -1;
    int fd = openat(folder, beside, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                    0666);
    if (fd < 0)
        return -1;
    int rc = write_all(fd, bytes);
    int saved = errno;
    if (close(fd) < 0 && rc == 0) {
        rc = -1;
        saved = errno;
    }
    errno = saved;
    return rc;
}

enum image_store_result image_folder_write(const struct image_folder *folder,
                                           const char *file,
                                           const struct buf *bytes,
                                           struct buf *why)
{
    struct buf beside = BUF_EMPTY;
    buf_printf(&beside, ".%s.part", file);
    const char *name = buf_string(&beside);
    enum image_store_result result = IMAGE_STORE_DONE;
    if (write_beside(folder->fd, name, bytes) < 0 ||
        renameat(folder->fd, name, folder->fd, file) < 0) {
        result = broken(folder, "write", file, why);
        unlinkat(folder->fd, name, 0);
    }
    buf_release(&beside);
    return result;
}

enum image_store_result image_folder_remove(const struct image_folder *folder,
                                            const char *file, struct buf *why)
{
    if (unlinkat(folder->fd, file, 0) < 0 && errno != ENOENT)
        return broken(folder, "remove", file, why);
    return IMAGE_STORE_DONE;
}
