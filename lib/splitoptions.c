#include "config.h"

#include "splitoptions.h"

#include <string.h>

#include "options.h"

static int take_rule(struct splitrule *rule)
{
    rule->kind = splitrule_parse_name(optarg, strlen(optarg));
    if (rule->kind != SPLITRULE_KINDS)
        return 0;
    return options_fail("unknown split rule '%s'", optarg);
}

static int take_forget(struct splitrule *rule)
{
    if (splitrule_parse_ratios(rule, optarg) == 0)
        return 0;
    return options_fail("option '--forget' takes up to %d ascending whole "
                        "percentages from 1 to 99, not '%s'",
                        SPLITRULE_RATIOS, optarg);
}

static int take_by(struct splitrule *rule)
{
    if (splitrule_parse_by(rule, optarg, strlen(optarg)) == 0)
        return 0;
    return options_fail("option '--by' takes the name of a fact, not '%s'",
                        optarg);
}

static int take_sequence(struct splitrule *rule)
{
    if (splitrule_parse_sequence(rule, optarg) == 0)
        return 0;
    return options_fail("option '--sequence' takes people and requests, up to "
                        "%d of them, such as 5x10, not '%s'",
                        SPLITRULE_REQUESTS, optarg);
}

static int take_percent(const char *name, unsigned *percent)
{
    uint64_t number = 0;
    int rc = options_number(name, 1, 99, &number);
    *percent = (unsigned)number;
    return rc;
}

int splitoptions_take(struct splitrule *rule, int c)
{
    switch (c) {
    case 'r':
        return take_rule(rule);
    case 'f':
        return take_forget(rule);
    case SPLITOPTIONS_HOLDOUT:
        return take_percent("holdout", &rule->holdout);
    case SPLITOPTIONS_TUNE:
        return take_percent("tune", &rule->tune);
    case SPLITOPTIONS_BY:
        return take_by(rule);
    case SPLITOPTIONS_SEQUENCE:
        return take_sequence(rule);
    default:
        return c;
    }
}

int splitoptions_finish(struct splitrule *rule)
{
    struct splitrule looked_at;
    struct buf why = BUF_EMPTY;
    int rc = 0;
    if (rule->count == 0 && rule->kind != SPLITRULE_SEQUENCE)
        splitrule_parse_ratios(rule, "5,10,15");
    looked_at = *rule;
    if (looked_at.seed == NULL && splitrule_seeded(rule->kind))
        looked_at.seed = "any";
    if (splitrule_combine(&looked_at, &why) < 0)
        rc = options_fail("%s", buf_string(&why));
    buf_release(&why);
    return rc;
}
