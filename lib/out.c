#include "config.h"

#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "diag.h"

static int fail(struct out *o, const char *what)
{
    if (errno != EPIPE)
        diag_errno("%s %s", what, o->path != NULL ? o->path : "stdout");
    return -1;
}

/* "folder/.name.XXXXXX" for "folder/name". */
static char *name_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    struct buf b = BUF_EMPTY;
    buf_add(&b, path, folder);
    buf_putc(&b, '.');
    buf_puts(&b, path + folder);
    buf_puts(&b, ".XXXXXX");
    char *beside = xstrndup(b.data, b.len);
    buf_release(&b);
    return beside;
}

/* The mode a plain open() would have given; mkstemp makes 0600. */
static mode_t default_mode(void)
{
    mode_t mask = umask(0);
    umask(mask);
    return 0666 & ~mask;
}

/* A device or a named pipe is written to as it stands, never renamed onto. */
static int open_special(struct out *o)
{
    o->fp = fopen(o->path, "we");
    return o->fp != NULL ? 0 : fail(o, "cannot write");
}

int out_open(struct out *o, const char *path)
{
    *o = (struct out){0};
    if (path == NULL || strcmp(path, "-") == 0) {
        signal(SIGPIPE, SIG_IGN); /* write fails with EPIPE instead */
        o->fp = stdout;
        return 0;
    }
    o->path = xstrndup(path, strlen(path));
    struct stat st;
    if (stat(path, &st) == 0 && !S_ISREG(st.st_mode))
        return open_special(o);
    o->beside = name_beside(path);
    int fd = mkostemp(o->beside, O_CLOEXEC);
    if (fd < 0) {
        free(o->beside);
        o->beside = NULL;
        return fail(o, "cannot write");
    }
    o->fp = fdopen(fd, "w");
    if (o->fp == NULL || fchmod(fd, default_mode()) < 0)
        return fail(o, "cannot write");
    return 0;
}

int out_write(struct out *o, const void *bytes, size_t len)
{
    if (fwrite(bytes, 1, len, o->fp) != len)
        return fail(o, "cannot write");
    return 0;
}

int out_sync_folder(const char *path)
{
    int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = fsync(fd);
    int saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

static int sync_parent(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return out_sync_folder(".");
    char *folder = xstrndup(path, (size_t)(slash - path) + 1);
    int rc = out_sync_folder(folder);
    free(folder);
    return rc;
}

int out_commit(struct out *o)
{
    FILE *fp = o->fp;
    int rc = fflush(fp) == 0 ? 0 : fail(o, "cannot write");
    if (rc == 0 && o->beside != NULL && fsync(fileno(fp)) < 0)
        rc = fail(o, "cannot write");
    o->fp = NULL;
    if (fclose(fp) != 0 && rc == 0)
        rc = fail(o, "cannot write");
    if (rc == 0 && o->beside != NULL) {
        if (rename(o->beside, o->path) < 0)
            rc = fail(o, "cannot rename onto");
        else if (sync_parent(o->path) < 0)
            rc = fail(o, "cannot sync the folder of");
        if (rc == 0) {
            free(o->beside);
            o->beside = NULL;
        }
    }
    out_abort(o);
    return rc;
}

void out_abort(struct out *o)
{
    if (o->fp != NULL && o->fp != stdout)
        fclose(o->fp);
    if (o->beside != NULL)
        unlink(o->beside);
    free(o->beside);
    free(o->path);
    *o = (struct out){0};
}

int out_file(const char *path, const void *bytes, size_t len)
{
    struct out o;
    int rc = out_open(&o, path);
    if (rc == 0)
        rc = out_write(&o, bytes, len);
    if (rc == 0)
        rc = out_commit(&o);
    out_abort(&o);
    return rc;
}
