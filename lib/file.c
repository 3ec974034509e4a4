#include "config.h"

#include "file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"

int file_read_fd(int fd, size_t limit, struct buf *b)
{
    struct stat st;
    if (fstat(fd, &st) < 0)
        return -1;
    if (!S_ISREG(st.st_mode)) {
        errno = EINVAL;
        return -1;
    }
    /* room for all that fstat promised and one more, to see the end */
    size_t room = (size_t)st.st_size < limit ? (size_t)st.st_size + 1 : limit;
    for (size_t total = 0;;) {
        char *at = buf_reserve(b, room);
        ssize_t got = read(fd, at, room);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -1 : 0;
        b->len += (size_t)got;
        total += (size_t)got;
        if (total > limit) {
            errno = EFBIG;
            return -1;
        }
        room = (size_t)got < room ? room - (size_t)got : (size_t)1 << 16;
    }
}

int file_read_stream(int fd, size_t limit, struct buf *b)
{
    const size_t room = 1 << 16;
    for (size_t total = 0; total <= limit;) {
        ssize_t got = read(fd, buf_reserve(b, room), room);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return got < 0 ? -1 : 0;
        b->len += (size_t)got;
        total += (size_t)got;
    }
    errno = EFBIG;
    return -1;
}

int file_read(const char *path, size_t limit, struct buf *b)
{
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd < 0)
        return -1;
    int rc = file_read_fd(fd, limit, b);
    int saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

int file_read_named(const char *path, size_t limit, struct buf *b)
{
    if (strcmp(path, "-") == 0)
        return file_read_stream(STDIN_FILENO, limit, b);
    int fd = open(path, O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = file_read_stream(fd, limit, b);
    int saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

char *file_join(const char *folder, const char *name)
{
    struct buf b = BUF_EMPTY;
    buf_puts(&b, folder);
    buf_putc(&b, '/');
    buf_puts(&b, name);
    char *path = xstrndup(b.data, b.len);
    buf_release(&b);
    return path;
}
