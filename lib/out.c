#include "config.h"

#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "diag.h"

#define BESIDE_NAME 200 /* bytes of a name that the one beside it takes over */

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

/* The names of files that are not whole yet, NULL where there is none; owned by
 * their struct out. Atomic, since the handler reads them. */
static _Atomic(char *) unfinished[OUT_UNFINISHED];

static void take_back(int signal)
{
    for (int i = 0; i < OUT_UNFINISHED; i++) {
        const char *path = unfinished[i];
        if (path != NULL)
            unlink(path);
    }
    raise(signal); /* which has its default action back: SA_RESETHAND */
}

/* Has the signals take back what is unfinished. Those that are ignored, or that
 * the tool itself deals with, stay as they are. */
static void catch_signals(void)
{
    struct sigaction now,
        action = {.sa_handler = take_back, .sa_flags = SA_RESETHAND};
    sigfillset(&action.sa_mask);
    for (int i = 0; i < 3; i++)
        if (sigaction(signals[i], NULL, &now) == 0 &&
            now.sa_handler == SIG_DFL)
            sigaction(signals[i], &action, NULL);
}

static void remember(char *path)
{
    for (int i = 0; i < OUT_UNFINISHED; i++)
        if (unfinished[i] == NULL) {
            unfinished[i] = path;
            return;
        }
}

/* Makes the file beside; no signal comes between that and its being known.
 * Returns its descriptor, or -1 with errno. */
static int make_beside(char *path)
{
    sigset_t held, before;
    sigemptyset(&held);
    for (int i = 0; i < 3; i++)
        sigaddset(&held, signals[i]);
    sigprocmask(SIG_BLOCK, &held, &before);
    int fd = mkostemp(path, O_CLOEXEC);
    if (fd >= 0)
        remember(path);
    sigprocmask(SIG_SETMASK, &before, NULL);
    return fd;
}

/* Forgets and frees the name of the file beside, renamed or removed by now. */
static void forget_beside(struct out *o)
{
    for (int i = 0; i < OUT_UNFINISHED; i++)
        if (unfinished[i] == o->beside)
            unfinished[i] = NULL;
    free(o->beside);
    o->beside = NULL;
}

static int fail(struct out *o, const char *what)
{
    if (errno != EPIPE)
        diag_errno("%s %s", what, o->path != NULL ? o->path : "stdout");
    return -1;
}

char *out_beside(const char *path)
{
    const char *slash = strrchr(path, '/');
    size_t folder = slash != NULL ? (size_t)(slash - path) + 1 : 0;
    struct buf b = BUF_EMPTY;
    buf_add(&b, path, folder);
    buf_printf(&b, ".%.*s.XXXXXX", BESIDE_NAME, path + folder);
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

/* The name to rename onto: what a link leads to, so that the link stays.
 * Returns NULL with errno, for a link that leads nowhere, too. */
static char *final_name(const char *path)
{
    struct stat st;
    if (lstat(path, &st) == 0 && S_ISLNK(st.st_mode))
        return realpath(path, NULL);
    return xstrndup(path, strlen(path));
}

/* Opens a file beside the final one, with the mode of the one that is there.
 * Returns 0, or -1 with errno. */
static int open_beside(struct out *o, mode_t mode)
{
    o->beside = out_beside(o->path);
    catch_signals();
    int fd = make_beside(o->beside);
    if (fd < 0) {
        forget_beside(o);
        return -1;
    }
    o->fp = fdopen(fd, "w");
    return o->fp != NULL ? fchmod(fd, mode) : -1;
}

/* Opens `path` itself or a file beside it. Returns 0, or -1 with errno. */
static int open_path(struct out *o, const char *path)
{
    struct stat st;
    mode_t mode = default_mode();
    if (stat(path, &st) == 0) {
        if (!S_ISREG(st.st_mode)) { /* written to as it stands */
            o->fp = fopen(path, "we");
            return o->fp != NULL ? 0 : -1;
        }
        mode = st.st_mode & 0777;
    }
    char *name = path[0] != '\0' ? final_name(path) : NULL;
    if (name == NULL)
        return -1;
    free(o->path);
    o->path = name;
    return open_beside(o, mode);
}

int out_open(struct out *o, const char *path)
{
    *o = (struct out){0};
    if (path == NULL || strcmp(path, "-") == 0) {
        o->fp = stdout;
        return 0;
    }
    o->path = xstrndup(path, strlen(path));
    if (open_path(o, path) == 0)
        return 0;
    fail(o, "cannot write");
    out_abort(o);
    return -1;
}

int out_write(struct out *o, const void *bytes, size_t len)
{
    if (len > 0 && fwrite(bytes, 1, len, o->fp) != len)
        return fail(o, "cannot write");
    return 0;
}

static int sync_folder(const char *path)
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

int out_sync_parent(const char *path)
{
    const char *slash = strrchr(path, '/');
    if (slash == NULL)
        return sync_folder(".");
    char *folder = xstrndup(path, (size_t)(slash - path) + 1);
    int rc = sync_folder(folder);
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
        else if (out_sync_parent(o->path) < 0)
            rc = fail(o, "cannot sync the folder of");
        if (rc == 0)
            forget_beside(o);
    }
    out_abort(o);
    return rc;
}

void out_abort(struct out *o)
{
    if (o->fp != NULL && o->fp != stdout)
        fclose(o->fp);
    if (o->beside != NULL) {
        unlink(o->beside);
        forget_beside(o);
    }
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
