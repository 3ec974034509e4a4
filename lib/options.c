#include "config.h"

#include "options.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "diag.h"
#include "num.h"
#include "seed.h"

int options_fail(const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    diag("%s (see %s --help)", text, diag_tool());
    return OPTIONS_BAD;
}

/* The option of that value, or NULL. */
static const struct option *find(const struct options *o, int value)
{
    const struct option *l = o->longs;
    while (l->name != NULL && l->val != value)
        l++;
    return l->name != NULL ? l : NULL;
}

/* A long option that getopt_long does not know, or knows two of. */
static int refuse_long(const struct options *o)
{
    const char *text = o->argv[optind - 1];
    const char *name = text + strlen("--");
    size_t len = strcspn(name, "=");
    for (const struct option *l = o->longs; l->name != NULL; l++)
        if (strncmp(l->name, name, len) == 0)
            return options_fail("ambiguous option '%s'", text);
    return options_fail("unknown option '%s'", text);
}

/* What getopt_long refused, in our words: optopt is the option's value, or 0
 * for a long one that it cannot tell. */
static int refuse(const struct options *o)
{
    if (optopt == 0)
        return refuse_long(o);
    const struct option *l = find(o, optopt);
    if (l == NULL)
        return options_fail("unknown option '-%c'", optopt);
    if (l->has_arg == no_argument)
        return options_fail("option '--%s' takes no value", l->name);
    return options_fail("option '--%s' needs a value", l->name);
}

static int print(const char *format, const char *a, const char *b)
{
    if (printf(format, a, b) < 0 || fflush(stdout) != 0) {
        if (errno != EPIPE)
            diag_errno("cannot write stdout");
        return OPTIONS_BROKEN;
    }
    return OPTIONS_DONE;
}

int options_next(struct options *o)
{
    opterr = 0;
    int c = getopt_long(o->argc, o->argv, o->letters, o->longs, NULL);
    if (c == -1)
        return OPTIONS_END;
    if (c == '?' || c == ':')
        return refuse(o);
    if (c == 'h')
        return print("%s%s", o->usage, "");
    if (c == 'V')
        return print("%s (palimpsest) %s\n", diag_tool(), PACKAGE_VERSION);
    if (options_given(o, c))
        return options_fail("option '--%s' is given twice", find(o, c)->name);
    o->seen[c / 64] |= (uint64_t)1 << (c % 64);
    return c;
}

void options_repeats(struct options *o, int value)
{
    o->seen[value / 64] &= ~((uint64_t)1 << (value % 64));
}

bool options_given(const struct options *o, int value)
{
    return (o->seen[value / 64] >> (value % 64) & 1) != 0;
}

static int take_seed(struct options_shared *shared)
{
    shared->seed = optarg;
    if (seed_valid(optarg, strlen(optarg)))
        return 0;
    return options_fail("option '--seed' takes 1 to %d bytes of printable "
                        "UTF-8", SEED_LIMIT);
}

int options_take(struct options_shared *shared, int c)
{
    switch (c) {
    case 's':
        return take_seed(shared);
    case 'o':
        shared->output = optarg;
        return 0;
    case 'k':
        shared->keep_going = true;
        return 0;
    case OPTIONS_REJECTS:
        shared->rejects = optarg;
        return 0;
    case 'q':
        shared->progress = PROGRESS_NEVER;
        return 0;
    case 'P':
        shared->progress = PROGRESS_ALWAYS;
        return 0;
    default:
        return c;
    }
}

int options_number(const char *name, uint64_t min, uint64_t max,
                   uint64_t *value)
{
    if (num_parse(optarg, min, max, value))
        return 0;
    return options_fail("option '--%s' takes a whole number from %" PRIu64
                        " to %" PRIu64 ", not '%s'",
                        name, min, max, optarg);
}

int options_rejects(const struct options_shared *shared)
{
    const char *rejects = shared->rejects, *output = shared->output;
    if (rejects == NULL)
        return 0;
    if (!shared->keep_going)
        return options_fail("option '--rejects' needs '--keep-going'");
    if (strcmp(rejects, "-") == 0)
        return options_fail("option '--rejects' takes a file, not stdout");
    if (output != NULL && strcmp(rejects, output) == 0)
        return options_fail("options '--rejects' and '--output' both take "
                            "'%s'",
                            rejects);
    return 0;
}

int options_operands(int argc, char **argv)
{
    if (optind > 1 && strcmp(argv[optind - 1], "--") == 0)
        return 0;
    for (int i = optind; i < argc; i++)
        if (argv[i][0] == '-' && argv[i][1] != '\0')
            return options_fail("options come before files: '%s'", argv[i]);
    return 0;
}

int options_no_operands(int argc, char **argv)
{
    if (optind >= argc)
        return 0;
    return options_fail("unexpected operand '%s'", argv[optind]);
}

int options_status(int result)
{
    return result == OPTIONS_DONE     ? EXIT_OK
           : result == OPTIONS_BROKEN ? EXIT_SYSTEM
                                      : EXIT_USAGE;
}
