#include "config.h"

#include "verifier.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "clock.h"
#include "diag.h"
#include "hex.h"
#include "num.h"

#define LIMIT_MS 60000            /* to verify in */
#define PAUSE_MS 10               /* between two looks whether it has ended */
#define OUTPUT 32                 /* bytes it may print and be understood */
#define STATUS_UNABLE 2           /* it is not for such questions */
#define STATUS_NOT_FOUND 127      /* as shells have it */
#define STATUS_NOT_RUN 126

/* What it printed; of more than fits only the length is known. */
struct output {
    char text[OUTPUT];
    size_t len;
};

/* In the child. The signals that diag_init() has ignored are the program's own
 * again, and it does not outlive us, though a terminal's ^C does not reach its
 * group. */
static _Noreturn void become(char *const argv[], pid_t parent, int out)
{
    struct sigaction plain = {.sa_handler = SIG_DFL};
    sigaction(SIGPIPE, &plain, NULL);
    sigaction(SIGXFSZ, &plain, NULL);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    int in = open("/dev/null", O_RDONLY);
    if (getppid() != parent || in < 0 || dup2(in, STDIN_FILENO) < 0 ||
        dup2(out, STDOUT_FILENO) < 0)
        _exit(STATUS_NOT_RUN);
    syscall(SYS_close_range, STDERR_FILENO + 1u, ~0u, 0u);
    execvp(argv[0], argv);
    _exit(errno == ENOENT ? STATUS_NOT_FOUND : STATUS_NOT_RUN);
}

/* Starts it. Returns its id and the end of its output, or -1 with errno. */
static pid_t start(char *const argv[], int *from)
{
    int ends[2];
    pid_t parent = getpid();
    if (pipe2(ends, O_CLOEXEC) < 0)
        return -1;
    pid_t pid = fork();
    if (pid == 0)
        become(argv, parent, ends[1]);
    int saved = errno;
    close(ends[1]);
    *from = ends[0];
    if (pid < 0)
        close(ends[0]);
    else
        setpgid(pid, pid); /* whoever is first, it or we */
    errno = saved;
    return pid;
}

/* Reads until its output ends. Returns false if that is not in time. */
static bool hear(int from, int64_t deadline_ms, struct output *o)
{
    char piece[512];
    for (;;) {
        struct pollfd p = {from, POLLIN, 0};
        int64_t left = deadline_ms - clock_now_ms();
        if (left <= 0)
            return false;
        if (poll(&p, 1, (int)left) <= 0)
            continue;
        ssize_t got = read(from, piece, sizeof piece);
        if (got < 0 && errno == EINTR)
            continue;
        if (got <= 0)
            return true;
        if (o->len + (size_t)got <= OUTPUT)
            memcpy(o->text + o->len, piece, (size_t)got);
        o->len = o->len + (size_t)got <= OUTPUT ? o->len + (size_t)got
                                                : OUTPUT + 1;
    }
}

/* Waits for its end, kills what it has left behind, and takes its status.
 * Returns false if it had to be killed, too. */
static bool end(pid_t pid, bool late, int64_t deadline_ms, int *status)
{
    siginfo_t info = {0};
    while (!late && info.si_pid == 0) {
        late = clock_now_ms() >= deadline_ms;
        waitid(P_PID, (id_t)pid, &info, WEXITED | WNOHANG | WNOWAIT);
        clock_sleep_ms(info.si_pid == 0 ? PAUSE_MS : 0);
    }
    late = info.si_pid == 0;
    kill(-pid, SIGKILL); /* its id is its own until it is taken */
    while (waitpid(pid, status, 0) < 0 && errno == EINTR)
        ;
    return !late;
}

static enum verifier_verdict verdict(int status)
{
    return status == 0               ? VERIFIER_YES
           : status == STATUS_UNABLE ? VERIFIER_UNABLE
                                     : VERIFIER_NO;
}

/* Runs it. */
static enum verifier_verdict run(const char *const argv[], struct output *o)
{
    int from = -1, status = 0;
    int64_t deadline_ms = clock_now_ms() + LIMIT_MS;
    *o = (struct output){.len = 0};
    pid_t pid = start((char *const *)argv, &from);
    if (pid < 0) {
        diag_errno("cannot run the verifier");
        return VERIFIER_BROKEN;
    }
    bool heard = hear(from, deadline_ms, o);
    close(from);
    if (!end(pid, !heard, deadline_ms, &status))
        diag("the verifier '%s' has not ended in %d s", argv[0],
             LIMIT_MS / 1000);
    else if (!WIFEXITED(status))
        diag("the verifier '%s' was killed by a signal", argv[0]);
    else if (WEXITSTATUS(status) == STATUS_NOT_FOUND ||
             WEXITSTATUS(status) == STATUS_NOT_RUN)
        diag("cannot run the verifier '%s'", argv[0]);
    else
        return verdict(WEXITSTATUS(status));
    return VERIFIER_BROKEN;
}

enum verifier_verdict verifier_beacon(const char *program,
                                      const struct beacon_chain *c,
                                      const struct beacon_answer *a)
{
    unsigned char message[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    struct buf key = BUF_EMPTY, signature = BUF_EMPTY;
    struct output o;
    beacon_message(c, a, message);
    digest_to_hex(message, hex);
    hex_encode(c->public_key, c->scheme->key, &key);
    hex_encode(a->signature, c->scheme->signature, &signature);
    const char *argv[] = {program, "beacon", c->scheme->name,
                          buf_string(&key), hex, buf_string(&signature), NULL};
    enum verifier_verdict said = run(argv, &o);
    buf_release(&key);
    buf_release(&signature);
    return said;
}

enum verifier_verdict verifier_date(const char *program, const char *kind,
                                    const char *commit, const char *proof,
                                    uint64_t *seconds)
{
    const char *argv[] = {program, kind, commit, proof, NULL};
    struct output o;
    enum verifier_verdict said = run(argv, &o);
    if (said == VERIFIER_YES &&
        (o.len < 2 || o.len > OUTPUT || o.text[o.len - 1] != '\n' ||
         !num_parse_bytes(o.text, o.len - 1, 1, (uint64_t)1 << 40, seconds)))
        return VERIFIER_NO;
    return said;
}
