#include "config.h"

#include "diag.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <signal.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "utf8.h"

static const char *tool = "palimpsest";

/* Occupies closed standard descriptors the wrong way round, so that using
 * them fails, and no file opened later takes the place of stdout. */
static void hold_standard(void)
{
    for (int fd = STDIN_FILENO; fd <= STDERR_FILENO; fd++)
        if (fcntl(fd, F_GETFD) < 0)
            (void)!open("/dev/null", fd == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

void diag_init(const char *argv0)
{
    hold_standard();
    signal(SIGPIPE, SIG_IGN);
    signal(SIGXFSZ, SIG_IGN);
    if (argv0 == NULL)
        return;
    const char *slash = strrchr(argv0, '/');
    tool = slash != NULL ? slash + 1 : argv0;
}

const char *diag_tool(void)
{
    return tool;
}

/* A line under way; what does not fit is dropped. */
struct line {
    char text[8192];
    size_t len; /* bytes, without NUL */
};

static void add_args(struct line *l, const char *format, va_list args)
{
    size_t room = sizeof l->text - l->len;
    int wanted = vsnprintf(l->text + l->len, room, format, args);
    if (wanted > 0)
        l->len += (size_t)wanted < room ? (size_t)wanted : room - 1;
}

static void add(struct line *l, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void add(struct line *l, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    add_args(l, format, args);
    va_end(args);
}

/* Length of the bytes at `text` that may be shown, or 0. */
static size_t showable(const char *text, size_t len)
{
    size_t got = utf8_length(text, len), point_len;
    if (got == 0)
        return 0;
    uint32_t point = utf8_decode(text, &point_len);
    return point < 0x20 || (point >= 0x7f && point < 0xa0) ? 0 : got;
}

void diag_tame(char *text)
{
    size_t len = strlen(text), got;
    for (size_t i = 0; i < len; i += got) {
        got = showable(text + i, len - i);
        if (got == 0) {
            text[i] = '?';
            got = 1;
        }
    }
}

static void say(struct diag_place place, const char *format, va_list args,
                const char *reason)
{
    struct line l = {.len = 0};
    add(&l, "%s: ", tool);
    if (place.file != NULL && place.line != 0)
        add(&l, "%s:%" PRIu64 ": ", place.file, place.line);
    else if (place.file != NULL)
        add(&l, "%s: ", place.file);
    if (place.id != NULL)
        add(&l, "%s: ", place.id);
    add_args(&l, format, args);
    if (reason != NULL)
        add(&l, ": %s", reason);
    diag_tame(l.text);
    fflush(stdout);
    fprintf(stderr, "%s\n", l.text);
}

void diag(const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say((struct diag_place){0}, format, args, NULL);
    va_end(args);
}

void diag_errno(const char *format, ...)
{
    const char *reason = strerror(errno);
    va_list args;
    va_start(args, format);
    say((struct diag_place){0}, format, args, reason);
    va_end(args);
}

void diag_at(struct diag_place place, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    say(place, format, args, NULL);
    va_end(args);
}

void diag_out_of_memory(void)
{
    diag("out of memory");
    exit(EXIT_SYSTEM);
}
