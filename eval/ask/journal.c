#include "config.h"

#include "ask/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "clock.h"
#include "diag.h"
#include "out.h"

#define ENOUGH ((size_t)1 << 16) /* bytes that are written at once */
#define SYNC_MS 2000             /* between two times on the disk */

/* Tells it once: what was not written is given up. */
static int fail(struct journal *j)
{
    if (errno != EPIPE && !j->failed)
        diag_errno("cannot write %s", j->path);
    j->failed = true;
    return -1;
}

/* Locks the file for this process. */
static int lock(const struct journal *j)
{
    if (flock(j->fd, LOCK_EX | LOCK_NB) == 0)
        return 0;
    if (errno == EWOULDBLOCK)
        diag("%s: another process writes it", j->path);
    else
        diag_errno("cannot lock %s", j->path);
    return -1;
}

int journal_open(struct journal *j, const char *path)
{
    struct stat st;
    bool standard = path == NULL || strcmp(path, "-") == 0;
    *j = (struct journal){.path = standard ? "stdout" : path,
                          .fd = STDOUT_FILENO,
                          .synced_ms = clock_now_ms()};
    if (standard)
        return 0;
    j->fd = open(path, O_RDWR | O_APPEND | O_CREAT | O_CLOEXEC, 0666);
    if (j->fd < 0 && errno != EISDIR) /* a pipe's end, a device */
        j->fd = open(path, O_WRONLY | O_APPEND | O_CLOEXEC);
    if (j->fd < 0 || fstat(j->fd, &st) < 0)
        return fail(j);
    j->regular = S_ISREG(st.st_mode);
    return j->regular ? lock(j) : 0;
}

int journal_cut(struct journal *j, uint64_t whole)
{
    char last = '\n';
    if (!j->regular)
        return 0;
    if (ftruncate(j->fd, (off_t)whole) < 0 ||
        (whole > 0 && pread(j->fd, &last, 1, (off_t)whole - 1) != 1))
        return fail(j);
    return last == '\n' ? 0 : journal_put(j, "\n", 1);
}

int journal_mend(struct journal *j)
{
    char block[4096];
    struct stat st;
    if (!j->regular)
        return 0;
    if (fstat(j->fd, &st) < 0)
        return fail(j);
    for (off_t end = st.st_size; end > 0;) {
        size_t len = end > (off_t)sizeof block ? sizeof block : (size_t)end;
        end -= (off_t)len;
        ssize_t got = pread(j->fd, block, len, end);
        if (got < 0)
            return fail(j);
        const char *last = memrchr(block, '\n', (size_t)got);
        if (last != NULL)
            return journal_cut(j, (uint64_t)end + (uint64_t)(last - block) + 1);
    }
    return journal_cut(j, 0);
}

/* Writes all that is pending. */
static int write_pending(struct journal *j)
{
    size_t done = 0;
    while (!j->failed && done < j->pending.len) {
        ssize_t got =
            write(j->fd, j->pending.data + done, j->pending.len - done);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return fail(j);
        done += (size_t)got;
    }
    buf_clear(&j->pending);
    return j->failed ? -1 : 0;
}

int journal_put(struct journal *j, const char *lines, size_t len)
{
    buf_add(&j->pending, lines, len);
    return j->pending.len < ENOUGH ? 0 : write_pending(j);
}

int journal_flush(struct journal *j)
{
    if (write_pending(j) < 0)
        return -1;
    int64_t now = clock_now_ms();
    if (!j->regular || now - j->synced_ms < SYNC_MS)
        return 0;
    j->synced_ms = now;
    return fdatasync(j->fd) < 0 ? fail(j) : 0;
}

int journal_close(struct journal *j)
{
    if (j->path == NULL)
        return 0;
    int rc = write_pending(j);
    if (rc == 0 && j->regular && fsync(j->fd) < 0)
        rc = fail(j);
    if (rc == 0 && j->regular && out_sync_parent(j->path) < 0)
        rc = fail(j);
    if (j->fd >= 0 && close(j->fd) < 0 && rc == 0)
        rc = fail(j);
    buf_release(&j->pending);
    *j = (struct journal){0};
    return rc;
}
