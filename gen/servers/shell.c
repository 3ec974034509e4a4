#include "config.h"

#include "shell.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include "clock.h"

#define PAUSE_MS 32 /* between two looks whether it has ended, at most */

/* In the child, of a process that may have threads: nothing but system calls.
 * The signals that diag_init() has ignored are the command's own again, and it
 * does not outlive us, though a terminal's ^C does not reach its group. */
static _Noreturn void become(const char *command, pid_t parent, int in, int out)
{
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(SIGPIPE, &plain, NULL);
    sigaction(SIGXFSZ, &plain, NULL);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() == parent && dup2(in, STDIN_FILENO) >= 0 &&
        dup2(out, STDOUT_FILENO) >= 0)
        execl("/bin/sh", "sh", "-c", command, (char *)NULL);
    _exit(127);
}

void shell_close(int *end)
{
    if (*end >= 0)
        close(*end);
    *end = -1;
}

int shell_start(struct shell *s, const char *command)
{
    int in[2] = {-1, -1}, out[2] = {-1, -1};
    pid_t parent = getpid(), pid = -1;
    if (pipe2(in, O_CLOEXEC) == 0 && pipe2(out, O_CLOEXEC) == 0)
        pid = fork();
    if (pid == 0)
        become(command, parent, in[0], out[1]);
    int saved = errno;
    shell_close(&in[0]);
    shell_close(&out[1]);
    *s = (struct shell){pid, in[1], out[0]};
    if (pid > 0) {
        setpgid(pid, pid); /* whoever is first, it or we */
        fcntl(s->to, F_SETFL, O_NONBLOCK);
        fcntl(s->from, F_SETFL, O_NONBLOCK);
        return 0;
    }
    shell_close(&s->to);
    shell_close(&s->from);
    s->pid = 0;
    errno = saved;
    return -1;
}

void shell_kill(struct shell *s)
{
    kill(-s->pid, SIGKILL);
}

/* Waits for its end. Returns false if it has not come. */
static bool ended(const struct shell *s, int options, int *status)
{
    pid_t got;
    do
        got = waitpid(s->pid, status, options);
    while (got < 0 && errno == EINTR);
    return got != 0;
}

bool shell_end(struct shell *s, int64_t deadline_ms, int *status)
{
    int64_t pause_ms = 1;
    bool late = false;
    shell_close(&s->to);
    shell_close(&s->from);
    while (!late && !ended(s, WNOHANG, status)) {
        late = clock_now_ms() >= deadline_ms;
        clock_sleep_ms(late ? 0 : pause_ms);
        pause_ms = pause_ms < PAUSE_MS ? pause_ms * 2 : PAUSE_MS;
    }
    if (late) {
        shell_kill(s);
        ended(s, 0, status);
    }
    s->pid = 0;
    return !late;
}
