#include "config.h"

#include "passphrase.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <sodium.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

#include "diag.h"
#include "private.h"
#include "wiped.h"

#define FILE_LIMIT 4096 /* bytes of a file whose first line it is */
#define LOOK_MS 100     /* between looks for a signal */

static int too_long(void)
{
    diag("a passphrase is at most %d bytes", PASSPHRASE_LIMIT);
    return -1;
}

static int from_file(struct passphrase *p, const char *path)
{
    char *bytes = wiped_alloc(FILE_LIMIT);
    size_t len;
    int rc = private_read(path, bytes, FILE_LIMIT, &len);
    const char *end = rc == 0 ? memchr(bytes, '\n', len) : NULL;
    if (end != NULL)
        len = (size_t)(end - bytes);
    if (rc == 0 && len > PASSPHRASE_LIMIT) {
        rc = too_long();
    } else if (rc == 0 && memchr(bytes, '\0', len) != NULL) {
        diag_at((struct diag_place){path, 1, NULL},
                "a passphrase holds no NUL");
        rc = -1;
    } else if (rc == 0) {
        memcpy(p->text, bytes, len);
        p->len = len;
    }
    wiped_free(bytes);
    return rc;
}

/* The signals that would leave the terminal without its echo. */
static void held_signals(sigset_t *set)
{
    static const int all[] = {SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGTSTP};
    sigemptyset(set);
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        sigaddset(set, all[i]);
}

static int is_held(const sigset_t *held)
{
    sigset_t pending;
    sigpending(&pending);
    for (int s = 1; s < NSIG; s++)
        if (sigismember(held, s) == 1 && sigismember(&pending, s) == 1)
            return 1;
    return 0;
}

/* Reads a line, while signals are held. Returns 0, or -1 with errno: EINTR when
 * one has come, EMSGSIZE for a line too long. */
static int read_line(struct passphrase *p, int fd, const sigset_t *held)
{
    char c = '\0';
    p->len = 0;
    for (;;) {
        struct pollfd ready = {.fd = fd, .events = POLLIN};
        int count = poll(&ready, 1, LOOK_MS);
        errno = EINTR;
        if (is_held(held))
            return -1;
        if (count <= 0)
            continue;
        ssize_t got = read(fd, &c, 1);
        if (got < 0)
            return -1;
        if (got == 0 || c == '\n')
            return 0;
        errno = EMSGSIZE;
        if (p->len == PASSPHRASE_LIMIT)
            return -1;
        p->text[p->len++] = c;
        c = '\0';
    }
}

/* The same without echo. The signals are delivered behind it, with the terminal
 * as it was. */
static int read_unseen(struct passphrase *p, int fd)
{
    struct termios before, quiet;
    sigset_t held, mask;
    if (tcgetattr(fd, &before) < 0)
        return -1;
    held_signals(&held);
    sigprocmask(SIG_BLOCK, &held, &mask);
    quiet = before;
    quiet.c_lflag &= ~(tcflag_t)(ECHO | ECHOE | ECHOK | ECHONL);
    int rc = tcsetattr(fd, TCSAFLUSH, &quiet);
    if (rc == 0)
        rc = read_line(p, fd, &held);
    int saved = errno;
    tcsetattr(fd, TCSAFLUSH, &before);
    sigprocmask(SIG_SETMASK, &mask, NULL);
    errno = saved;
    return rc;
}

static int from_terminal(struct passphrase *p, const char *prompt)
{
    int fd = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC);
    if (fd < 0) {
        diag("there is no terminal to ask for a passphrase; --passphrase "
             "names a file");
        return -1;
    }
    ssize_t told = write(fd, prompt, strlen(prompt));
    int rc = read_unseen(p, fd);
    int saved = errno;
    if (told > 0)
        told = write(fd, "\n", 1);
    close(fd);
    errno = saved;
    if (rc == 0)
        return 0;
    if (errno == EMSGSIZE)
        return too_long();
    diag_errno("cannot read a passphrase");
    return -1;
}

int passphrase_get(struct passphrase *p, const char *path,
                   const char *prompt)
{
    *p = (struct passphrase){wiped_alloc(PASSPHRASE_LIMIT + 1), 0};
    return path != NULL ? from_file(p, path) : from_terminal(p, prompt);
}

_Static_assert(PASSPHRASE_SALT == crypto_pwhash_scryptsalsa208sha256_SALTBYTES,
               "the salt is scrypt's");

int passphrase_stretch(const struct passphrase *p,
                       const unsigned char salt[PASSPHRASE_SALT],
                       uint64_t ops, uint64_t mem, void *bytes, size_t len)
{
    errno = EINVAL;
    if (ops > PASSPHRASE_OPS || mem > PASSPHRASE_MEM)
        return -1;
    return crypto_pwhash_scryptsalsa208sha256(bytes, len, p->text, p->len,
                                              salt, ops, (size_t)mem);
}

void passphrase_release(struct passphrase *p)
{
    wiped_free(p->text);
    *p = (struct passphrase){0};
}
