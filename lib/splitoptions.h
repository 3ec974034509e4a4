/* The options that name a split rule and how it is used: -r -f --holdout --tune
 * --by --sequence, for every tool that draws a split or promises one. */
#ifndef SPLITOPTIONS_H
#define SPLITOPTIONS_H

#include <getopt.h>

#include "splitrule.h"

enum {
    SPLITOPTIONS_HOLDOUT = 310,
    SPLITOPTIONS_TUNE,
    SPLITOPTIONS_BY,
    SPLITOPTIONS_SEQUENCE,
};

#define SPLITOPTIONS_LETTERS "r:f:"
#define SPLITOPTIONS_LONGS                                       \
    {"rule", required_argument, NULL, 'r'},                      \
    {"forget", required_argument, NULL, 'f'},                    \
    {"holdout", required_argument, NULL, SPLITOPTIONS_HOLDOUT},  \
    {"tune", required_argument, NULL, SPLITOPTIONS_TUNE},        \
    {"by", required_argument, NULL, SPLITOPTIONS_BY},            \
    {"sequence", required_argument, NULL, SPLITOPTIONS_SEQUENCE}

/* Takes an option that options_next() returned if it is one of these, into a
 * rule started as {0}. Returns 0, OPTIONS_BAD (told), or `c`. */
int splitoptions_take(struct splitrule *rule, int c);

/* After the last option: ratios where none were given and the rule takes some,
 * and a look whether all go together; whether there is a seed is not looked
 * at, but that none is there that the rule cannot take. Returns 0, or
 * OPTIONS_BAD (told). */
int splitoptions_finish(struct splitrule *rule);

#endif
