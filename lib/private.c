#include "config.h"

#include "private.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "diag.h"
#include "out.h"

static int refuse(const char *path, const char *why)
{
    diag_at((struct diag_place){path, 0, NULL}, "%s", why);
    return -1;
}

/* Whether what was opened is a file for one's own eyes. 0, or -1 (told). */
static int check_mode(int fd, const char *path)
{
    struct stat st;
    if (fstat(fd, &st) < 0) {
        diag_errno("cannot look at %s", path);
        return -1;
    }
    if (!S_ISREG(st.st_mode) && !S_ISFIFO(st.st_mode))
        return refuse(path, "is no file");
    if ((st.st_mode & 07177) == 0)
        return 0;
    diag_at((struct diag_place){path, 0, NULL},
            "has the mode %04o; a file with a secret must have 0600 or less",
            (unsigned)(st.st_mode & 07777));
    return -1;
}

int private_read(const char *path, char *bytes, size_t limit, size_t *len)
{
    *len = 0;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
    if (fd < 0) {
        diag_errno("cannot read %s", path);
        return -1;
    }
    int rc = check_mode(fd, path);
    while (rc == 0) {
        char past; /* a byte that is too many, to be seen and not kept */
        bool full = *len == limit;
        ssize_t got = read(fd, full ? &past : bytes + *len,
                           full ? 1 : limit - *len);
        if (got < 0 && errno == EINTR)
            continue;
        if (got == 0)
            break;
        if (got < 0) {
            diag_errno("cannot read %s", path);
            rc = -1;
        } else if (full) {
            rc = refuse(path, "is too long for what it should hold");
        } else {
            *len += (size_t)got;
        }
    }
    close(fd);
    return rc;
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
    return fsync(fd);
}

int private_stage(struct private_file *f, const char *path, mode_t mode,
                  const void *bytes, size_t len)
{
    *f = (struct private_file){xstrndup(path, strlen(path)), NULL};
    char *beside = out_beside(path);
    int fd = mkostemp(beside, O_CLOEXEC); /* 0600, and new */
    if (fd < 0) {
        diag_errno("cannot write %s", path);
        free(beside);
        return -1;
    }
    f->beside = beside;
    int rc = fchmod(fd, mode);
    if (rc == 0)
        rc = write_all(fd, bytes, len);
    if (rc < 0)
        diag_errno("cannot write %s", path);
    if (close(fd) < 0 && rc == 0) {
        diag_errno("cannot write %s", path);
        rc = -1;
    }
    return rc;
}

int private_commit(struct private_file *f, bool replace)
{
    /* link() takes a name only if it is free; rename() takes any. */
    int rc = replace ? rename(f->beside, f->path) : link(f->beside, f->path);
    if (rc < 0 && errno == EEXIST && !replace)
        return refuse(f->path, "is there; --replace replaces it");
    if (rc < 0) {
        diag_errno("cannot make %s", f->path);
        return -1;
    }
    if (!replace)
        unlink(f->beside);
    free(f->beside);
    f->beside = NULL;
    if (out_sync_parent(f->path) == 0)
        return 0;
    diag_errno("cannot sync the folder of %s", f->path);
    return -1;
}

void private_abort(struct private_file *f)
{
    if (f->beside != NULL)
        unlink(f->beside);
    free(f->beside);
    free(f->path);
    *f = (struct private_file){0};
}
