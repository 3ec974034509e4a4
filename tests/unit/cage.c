#include "config.h"

#include "cage.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "tap.h"

enum deed { WRITE, WRITE_ELSEWHERE, READ, OPEN, MAP, FORK, CONNECT, SIGNAL };

/* True if the deed could be done. */
static bool did(enum deed deed, int fd)
{
    char byte = 'x';
    switch (deed) {
    case WRITE:
        return write(fd, &byte, 1) == 1;
    case WRITE_ELSEWHERE:
        return write(1, &byte, 1) == 1;
    case READ:
        return read(fd, &byte, 1) == 1;
    case OPEN:
        return open("/dev/null", O_RDONLY) >= 0;
    case MAP:
        return mmap(NULL, 4096, PROT_READ | PROT_EXEC,
                    MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) != MAP_FAILED;
    case FORK:
        return fork() >= 0;
    case CONNECT:
        return socket(AF_INET, SOCK_STREAM, 0) >= 0;
    case SIGNAL:
        return kill(getppid(), 0) == 0;
    }
    return false;
}

/* How a caged child ends that does this: a status of waitpid(). */
static int ends(enum deed deed)
{
    int pipe_ends[2], status;
    if (pipe(pipe_ends) < 0)
        exit(99);
    pid_t pid = fork();
    if (pid == 0) {
        if (cage_enter(pipe_ends[1], 5) < 0)
            cage_leave(98);
        cage_leave(did(deed, pipe_ends[1]) ? 0 : 1);
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        exit(99);
    close(pipe_ends[0]);
    close(pipe_ends[1]);
    return status;
}

static void dies(enum deed deed, const char *what)
{
    int status = ends(deed);
    tap_ok(WIFSIGNALED(status) && WTERMSIG(status) == SIGSYS,
           "a caged process that %s dies of it", what);
}

/* A caged process that computes for ever. */
static void spinning(void)
{
    int status;
    pid_t pid = fork();
    if (pid == 0) {
        if (cage_enter(1, 1) < 0)
            cage_leave(98);
        for (volatile unsigned i = 0;; i++)
            continue;
    }
    if (pid < 0 || waitpid(pid, &status, 0) != pid)
        exit(99);
    tap_ok(WIFSIGNALED(status), "it dies when its seconds are used up");
}

int main(void)
{
    int status = ends(WRITE);
    tap_ok(WIFEXITED(status) && WEXITSTATUS(status) == 0,
           "a caged process writes to its one descriptor and ends");
    dies(WRITE_ELSEWHERE, "writes to another descriptor");
    dies(READ, "reads");
    dies(OPEN, "opens a file");
    dies(MAP, "maps memory to run code in");
    dies(FORK, "forks");
    dies(CONNECT, "makes a socket");
    dies(SIGNAL, "sends a signal");
    spinning();
    return tap_done();
}
