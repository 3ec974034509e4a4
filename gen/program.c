#include "config.h"

#include "program.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

#define PIECE 4096 /* bytes read at a time */

/* One run. */
struct program {
    pid_t pid;
    int to, from; /* ends of the pipes to and from it, or -1 */
    int64_t deadline_ms;
};

static void close_end(int *fd)
{
    if (*fd >= 0)
        close(*fd);
    *fd = -1;
}

/* In the child, of a process that may have threads: nothing but system calls.
 * The signals that diag_init() has ignored are the command's own again. */
static _Noreturn void become(const char *command, int in, int out)
{
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(SIGPIPE, &plain, NULL);
    sigaction(SIGXFSZ, &plain, NULL);
    if (dup2(in, STDIN_FILENO) >= 0 && dup2(out, STDOUT_FILENO) >= 0)
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

/* Returns 0, or -1 with errno. */
static int start(struct program *p, const char *command)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1};
    if (pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0)
        p->pid = fork();
    if (p->pid == 0)
        become(command, in[0], out[1]);
    int saved = errno;
    close_end(&in[0]);
    close_end(&out[1]);
    p->to = in[1];
    p->from = out[0];
    errno = saved;
    if (p->pid > 0)
        return fcntl(p->to, F_SETFL, O_NONBLOCK);
    close_end(&p->to);
    close_end(&p->from);
    return -1;
}

/* Writes what the pipe takes; closes it at the end or when nobody reads. */
static void feed(struct program *p, const struct buf *input, size_t *written)
{
    ssize_t n = 0;
    if (*written < input->len)
        n = write(p->to, input->data + *written, input->len - *written);
    if (n > 0)
        *written += (size_t)n;
    if (*written == input->len ||
        (n < 0 && errno != EAGAIN && errno != EINTR))
        close_end(&p->to);
}

/* Reads once; closes the pipe at its end. Returns false if it is too much. */
static bool hear(struct program *p, struct buf *output, size_t most)
{
    ssize_t n = read(p->from, buf_reserve(output, PIECE), PIECE);
    if (n > 0)
        output->len += (size_t)n;
    else if (n == 0 || errno != EINTR)
        close_end(&p->from);
    return output->len <= most;
}

/* Feeds and hears until the command has closed its output. */
static enum program_end talk(struct program *p, const struct buf *input,
                             struct buf *output)
{
    size_t written = 0, most = output->len + PROGRAM_OUTPUT;
    while (p->from >= 0) {
        struct pollfd ends[] = {{p->from, POLLIN, 0}, {p->to, POLLOUT, 0}};
        int64_t left = p->deadline_ms - clock_now_ms();
        if (left <= 0)
            return PROGRAM_LATE;
        if (poll(ends, 2, left < 1000 ? (int)left : 1000) < 0)
            continue;
        if (ends[1].revents != 0)
            feed(p, input, &written);
        if (ends[0].revents != 0 && !hear(p, output, most))
            return PROGRAM_VERBOSE;
    }
    return PROGRAM_ENDED;
}

/* Waits for its end, which may come later than that of its output. */
static enum program_end reap(struct program *p, enum program_end end,
                             int *status)
{
    int word = 0;
    int64_t pause_ms = 1;
    while (end == PROGRAM_ENDED && waitpid(p->pid, &word, WNOHANG) == 0) {
        if (clock_now_ms() >= p->deadline_ms)
            end = PROGRAM_LATE;
        clock_sleep_ms(pause_ms);
        pause_ms = pause_ms < 32 ? pause_ms * 2 : pause_ms;
    }
    if (end != PROGRAM_ENDED) {
        kill(p->pid, SIGKILL);
        waitpid(p->pid, &word, 0);
        return end;
    }
    *status = WIFEXITED(word) ? WEXITSTATUS(word) : WTERMSIG(word);
    return WIFEXITED(word) ? PROGRAM_ENDED : PROGRAM_KILLED;
}

enum program_end program_run(const char *command, const struct buf *input,
                             unsigned timeout_s, struct buf *output,
                             int *status)
{
    struct program p = {.pid = -1, .to = -1, .from = -1};
    p.deadline_ms = clock_now_ms() + (int64_t)timeout_s * 1000;
    if (start(&p, command) < 0)
        return PROGRAM_BROKEN;
    enum program_end end = talk(&p, input, output);
    close_end(&p.to);
    close_end(&p.from);
    return reap(&p, end, status);
}
