/* Options as every tool takes them: getopt_long underneath, an option given
 * twice refused, one line on stderr for any mistake, -h and -V in one place.
 * A tool's parser looks so:
 *
 *     struct options o = {argc, argv, SHORT, LONG, USAGE};
 *     for (int c; (c = options_next(&o)) != OPTIONS_END;)
 *         switch (c) { case 'n': ...; break;
 *                      default: c = options_take(&args->shared, c);
 *                               if (c != 0) return c; }  stop: see below
 *
 * optind is then the first operand; options_operands() or
 * options_no_operands() looks at them. */
#ifndef OPTIONS_H
#define OPTIONS_H

#include <getopt.h>
#include <stdbool.h>
#include <stdint.h>

#include "progress.h"

/* What options_next returns besides an option's value. */
enum {
    OPTIONS_END = -1,   /* no more options */
    OPTIONS_BAD = -2,   /* a mistake, told: exit EXIT_USAGE */
    OPTIONS_DONE = -3,  /* help or version was printed: exit EXIT_OK */
    OPTIONS_BROKEN = -4, /* help could not be written, told: EXIT_SYSTEM */
    OPTIONS_LONG = 256, /* first value for options without a letter */
    OPTIONS_REJECTS = 319, /* --rejects */
};

struct options {
    int argc;
    char **argv;
    const char *letters;       /* getopt string; starts with "+" */
    const struct option *longs;
    const char *usage;         /* text of --help */
    uint64_t seen[5];          /* one bit an option value below 320 */
};

/* Options that every tool has. */
#define OPTIONS_COMMON_LETTERS "hVqP"
#define OPTIONS_COMMON_LONGS                 \
    {"help", no_argument, NULL, 'h'},        \
    {"version", no_argument, NULL, 'V'},     \
    {"quiet", no_argument, NULL, 'q'},       \
    {"progress", no_argument, NULL, 'P'}

/* Options that mean the same in the tools that have them: -s -o -k -q -P and
 * --rejects. Start it as {0}. */
struct options_shared {
    const char *seed;   /* valid (seed.h), or NULL when not given; borrowed */
    const char *output; /* or NULL; borrowed */
    const char *rejects; /* or NULL; borrowed */
    bool keep_going;
    enum progress_mode progress;
};

int options_next(struct options *o);

/* Lets an option that was just returned be given again, as a list's next. */
void options_repeats(struct options *o, int value);

/* True if options_next() has returned an option of that value. */
bool options_given(const struct options *o, int value);

/* Takes an option that options_next() returned if it is a shared one. Returns
 * 0, OPTIONS_BAD (told), or `c` for the tool to deal with. */
int options_take(struct options_shared *shared, int c);

/* A usage mistake: tells it and returns OPTIONS_BAD. */
int options_fail(const char *format, ...)
    __attribute__((format(printf, 1, 2)));

/* Parses optarg as a whole number in min..max for the option called `name`.
 * Returns 0, or OPTIONS_BAD (told). */
int options_number(const char *name, uint64_t min, uint64_t max,
                   uint64_t *value);

/* Refuses '--rejects' without '--keep-going', on stdout, and in the file of the
 * output. Returns 0, or OPTIONS_BAD (told). */
int options_rejects(const struct options_shared *shared);

/* Refuses operands that look like options, which must come before the first
 * file; "-" is stdin, and behind "--" anything is a file. Returns 0, or
 * OPTIONS_BAD (told). */
int options_operands(int argc, char **argv);

/* Refuses operands for a tool that takes none: 0 or OPTIONS_BAD (told). */
int options_no_operands(int argc, char **argv);

/* The exit status for a negative result of the parser. */
int options_status(int result);

#endif
