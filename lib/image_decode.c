#include "config.h"

#include "image_decode.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"
#include "cage.h"
#include "clock.h"
#include "diag.h"
#include "image_stb.h"

#define CPU_SECONDS 10 /* of the child; the rest is waiting for a processor */

/* How a child ends that did not write the picture. */
enum child_status { CHILD_OK, CHILD_BAD, CHILD_MEMORY, CHILD_NO_CAGE };

static const char failed[] = "cannot be decoded in a process of its own";

struct child {
    pid_t pid;
    int fd; /* of the pipe's end to read from */
};

static void write_all(int fd, const unsigned char *bytes, size_t len)
{
    while (len > 0) {
        ssize_t put = write(fd, bytes, len);
        if (put < 0)
            cage_leave(CHILD_BAD);
        bytes += put;
        len -= (size_t)put;
    }
}

/* All that the child does. Signals are blocked, so that it runs no handler of
 * the tool's. */
static void be_child(int fd, const void *bytes, size_t len,
                     const struct image_parts *parts)
{
    struct arena arena;
    unsigned char *rgb;
    if (arena_open(&arena, IMAGE_DECODE_MEMORY) < 0 ||
        cage_enter(fd, CPU_SECONDS) < 0)
        cage_leave(CHILD_NO_CAGE);
    enum image_stb got = image_stb_decode(bytes, len, parts, &arena, &rgb);
    if (got != IMAGE_STB_OK)
        cage_leave(got == IMAGE_STB_MEMORY ? CHILD_MEMORY : CHILD_BAD);
    write_all(fd, rgb, (size_t)parts->width * parts->height * 3);
    cage_leave(CHILD_OK);
}

/* Returns 0, or -1 with errno. */
static int start(struct child *c, const void *bytes, size_t len,
                 const struct image_parts *parts)
{
    int ends[2];
    sigset_t all, before;
    if (pipe2(ends, O_CLOEXEC) < 0)
        return -1;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    *c = (struct child){fork(), ends[0]};
    if (c->pid == 0)
        be_child(ends[1], bytes, len, parts);
    int saved = errno;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    close(ends[1]);
    if (c->pid < 0)
        close(ends[0]);
    errno = saved;
    return c->pid < 0 ? -1 : 0;
}

/* Reads the picture. Returns how many bytes came: fewer than asked for at the
 * pipe's end, or once the time is over. */
static size_t read_pixels(int fd, unsigned char *to, size_t len)
{
    int64_t end = clock_now_ms() + IMAGE_DECODE_SECONDS * 1000;
    size_t done = 0;
    while (done < len) {
        int64_t left = end - clock_now_ms();
        struct pollfd p = {fd, POLLIN, 0};
        int ready = left > 0 ? poll(&p, 1, (int)left) : 0;
        if (ready == 0)
            break;
        ssize_t got = ready > 0 ? read(fd, to + done, len - done) : -1;
        if (got == 0 || (got < 0 && errno != EINTR))
            break;
        if (got > 0)
            done += (size_t)got;
    }
    return done;
}

/* Ends a child in whatever state. Returns how it ended, as waitpid() does. A
 * child that has ended is not changed by the signal. */
static int reap(struct child *c)
{
    int status = 0;
    close(c->fd);
    kill(c->pid, SIGKILL);
    while (waitpid(c->pid, &status, 0) < 0 && errno == EINTR)
        continue;
    return status;
}

/* Why a child that ended so did not write the picture. */
static const char *reason(int status)
{
    if (WIFSIGNALED(status) && WTERMSIG(status) == SIGKILL)
        return "takes too long to decode";
    if (!WIFEXITED(status))
        return "breaks the decoder";
    switch (WEXITSTATUS(status)) {
    case CHILD_MEMORY:
        return "takes too much memory to decode";
    case CHILD_NO_CAGE:
        diag("cannot lock up the process that decodes images");
        return failed;
    default:
        return "cannot be decoded";
    }
}

static const char *decode(const void *bytes, size_t len,
                          const struct image_parts *parts,
                          struct image *image)
{
    struct child child;
    if (start(&child, bytes, len, parts) < 0) {
        diag_errno("cannot start the process that decodes images");
        return failed;
    }
    image_init(image, parts->width, parts->height);
    size_t size = image_bytes(image);
    bool whole = read_pixels(child.fd, image->rgb, size) == size;
    int status = reap(&child);
    if (whole)
        return NULL;
    image_release(image);
    return reason(status);
}

const char *image_decode(const void *bytes, size_t len, struct image *image)
{
    struct image_parts parts;
    *image = (struct image){0};
    if (len > IMAGE_FILE_LIMIT)
        return "is larger than 64 MiB";
    const char *wrong = image_parts_read(&parts, bytes, len);
    return wrong != NULL ? wrong : decode(bytes, len, &parts, image);
}

bool image_decode_failed(const char *why) { return why == failed; }
