#include "config.h"

#include "program.h"

#include <errno.h>
#include <poll.h>
#include <stdbool.h>
#include <stdint.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"
#include "shell.h"

#define PIECE 4096 /* bytes read at a time */

/* Writes what the pipe takes; closes it at the end or when nobody reads. */
static void feed(struct shell *s, const struct buf *input, size_t *written)
{
    ssize_t n = 0;
    if (*written < input->len)
        n = write(s->to, input->data + *written, input->len - *written);
    if (n > 0)
        *written += (size_t)n;
    if (*written == input->len ||
        (n < 0 && errno != EAGAIN && errno != EINTR))
        shell_close(&s->to);
}

/* Reads once; closes the pipe at its end. Returns false if it is too much. */
static bool hear(struct shell *s, struct buf *output, size_t most)
{
    ssize_t n = read(s->from, buf_reserve(output, PIECE), PIECE);
    if (n > 0)
        output->len += (size_t)n;
    else if (n == 0 || (errno != EAGAIN && errno != EINTR))
        shell_close(&s->from);
    return output->len <= most;
}

/* Feeds and hears until the command has closed its output. */
static enum program_end talk(struct shell *s, const struct buf *input,
                             int64_t deadline_ms, struct buf *output)
{
    size_t written = 0, most = output->len + PROGRAM_OUTPUT;
    while (s->from >= 0) {
        struct pollfd ends[] = {{s->from, POLLIN, 0}, {s->to, POLLOUT, 0}};
        int64_t left = deadline_ms - clock_now_ms();
        if (left <= 0)
            return PROGRAM_LATE;
        if (poll(ends, 2, left < 1000 ? (int)left : 1000) < 0)
            continue;
        if (ends[1].revents != 0)
            feed(s, input, &written);
        if (ends[0].revents != 0 && !hear(s, output, most))
            return PROGRAM_VERBOSE;
    }
    return PROGRAM_ENDED;
}

enum program_end program_run(const char *command, const struct buf *input,
                             unsigned timeout_s, struct buf *output,
                             int *status)
{
    struct shell s;
    int64_t deadline_ms = clock_now_ms() + (int64_t)timeout_s * 1000;
    int word = 0;
    if (shell_start(&s, command) < 0)
        return PROGRAM_BROKEN;
    enum program_end end = talk(&s, input, deadline_ms, output);
    if (end != PROGRAM_ENDED)
        shell_kill(&s);
    /* Its end may come later than that of its output. */
    if (!shell_end(&s, deadline_ms, &word) && end == PROGRAM_ENDED)
        end = PROGRAM_LATE;
    if (end != PROGRAM_ENDED)
        return end;
    *status = WIFEXITED(word) ? WEXITSTATUS(word) : WTERMSIG(word);
    return WIFEXITED(word) ? PROGRAM_ENDED : PROGRAM_KILLED;
}
