#include "config.h"

#include "inside.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool inside_valid(const char *path)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                  "abcdefghijklmnopqrstuvwxyz0123456789._-";
    if (strlen(path) > INSIDE_PATH_LIMIT)
        return false;
    for (;;) {
        size_t len = strspn(path, letters);
        if (len == 0 || len > INSIDE_NAME_LIMIT)
            return false;
        if (path[0] == '.' && (len == 1 || (len == 2 && path[1] == '.')))
            return false;
        if (path[len] == '\0')
            return true;
        if (path[len] != '/')
            return false;
        path += len + 1;
    }
}

/* Opens what the first `len` bytes of `path` name in `folder`. */
static int open_part(int folder, const char *path, size_t len, int flags)
{
    char part[INSIDE_PATH_LIMIT + 1];
    if (len > INSIDE_PATH_LIMIT) {
        errno = ENAMETOOLONG;
        return -1;
    }
    memcpy(part, path, len);
    part[len] = '\0';
    return openat(folder, part, O_RDONLY | O_NOFOLLOW | O_CLOEXEC | flags);
}

static void close_quietly(int fd)
{
    int saved = errno;
    close(fd);
    errno = saved;
}

/* Takes over `fd`. Returns it, or -1 with errno if it is no regular file. */
static int regular(int fd)
{
    struct stat st;
    int rc = fstat(fd, &st);
    if (rc == 0 && S_ISREG(st.st_mode))
        return fd;
    if (rc == 0)
        errno = ELOOP;
    close_quietly(fd);
    return -1;
}

int inside_open(int folder, const char *path)
{
    int parent = folder, fd;
    for (;;) {
        size_t len = strcspn(path, "/");
        bool last = path[len] == '\0';
        fd = open_part(parent, path, len, last ? O_NONBLOCK : O_DIRECTORY);
        if (parent != folder)
            close_quietly(parent);
        if (fd < 0 && (errno == ENOTDIR || errno == ENXIO))
            errno = ELOOP;
        if (fd < 0)
            return -1;
        if (last)
            return regular(fd);
        parent = fd;
        path += len + 1;
    }
}

int inside_open_in(const char *folder, const char *path)
{
    int parent = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (parent < 0)
        return -1;
    int fd = inside_open(parent, path);
    close_quietly(parent);
    return fd;
}
