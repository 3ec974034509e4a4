#include "config.h"

#include "diag.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

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
    if (argv0 == NULL)
        return;
    const char *slash = strrchr(argv0, '/');
    tool = slash != NULL ? slash + 1 : argv0;
}

const char *diag_tool(void)
{
    return tool;
}

static void say(struct diag_place place, const char *format, va_list args,
                const char *reason)
{
    fflush(stdout);
    flockfile(stderr);
    fprintf(stderr, "%s: ", tool);
    if (place.file != NULL && place.line != 0)
        fprintf(stderr, "%s:%" PRIu64 ": ", place.file, place.line);
    else if (place.file != NULL)
        fprintf(stderr, "%s: ", place.file);
    if (place.id != NULL)
        fprintf(stderr, "%s: ", place.id);
    vfprintf(stderr, format, args);
    if (reason != NULL)
        fprintf(stderr, ": %s", reason);
    fputc('\n', stderr);
    funlockfile(stderr);
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
