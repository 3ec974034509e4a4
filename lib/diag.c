#include "config.h"

#include "diag.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *tool = "palimpsest";

void diag_init(const char *argv0)
{
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
