#include "config.h"

#include "step_check.h"

#include <inttypes.h>
#include <string.h>

#include "num.h"
#include "shape.h"

/* The options of one tool's step. */
#define OPTIONS 11

struct option_value {
    const char *name;  /* static */
    const char *value; /* in the step, or NULL */
};

struct step {
    const char *tool;
    struct option_value options[OPTIONS + 1]; /* ends in a NULL name */
};

static const struct step profiles_step = {
    "mkprofiles",
    {{"-n", NULL}, {"-s", NULL}, {"--kind", NULL}, {"--range", NULL},
     {NULL, NULL}},
};

static const struct step split_step = {
    "mksplit",
    {{"-n", NULL}, {"-s", NULL}, {"-r", "sha256-rank/1"}, {"-f", NULL},
     {"--holdout", "0"}, {"--tune", "0"}, {"--by", NULL},
     {"--sequence", NULL}, {"--real", "0"}, {"--strangers", "0"},
     {NULL, NULL}},
};

static struct option_value *find(struct step *s, const char *name)
{
    struct option_value *o = s->options;
    while (o->name != NULL && strcmp(o->name, name) != 0)
        o++;
    return o->name != NULL ? o : NULL;
}

static const char *value_of(struct step *s, const char *name)
{
    return find(s, name)->value;
}

/* Reads options, each a name and a value. Returns 0, or -1 (in `why`). */
static int read_options(struct step *s, const cJSON *options, struct buf *why)
{
    bool seen[OPTIONS] = {false};
    for (const cJSON *o = options->child; o != NULL; o = o->next->next) {
        struct option_value *found = find(s, o->valuestring);
        if (found == NULL || o->next == NULL || seen[found - s->options]) {
            buf_printf(why, "a step of %s has the option '%s', which is "
                            "unknown, there twice, or without a value",
                       s->tool, o->valuestring);
            return -1;
        }
        seen[found - s->options] = true;
        found->value = o->next->valuestring;
    }
    return 0;
}

/* Compares what a step says with what the people say. */
static int compare(const struct step *s, const char *what, const char *there,
                   const char *wanted, struct buf *why)
{
    if (there == NULL && wanted == NULL)
        return 0;
    if (there == NULL || wanted == NULL || strcmp(there, wanted) != 0) {
        buf_printf(why, "a step of %s has the %s %s, the records have %s",
                   s->tool, what, there != NULL ? there : "(none)",
                   wanted != NULL ? wanted : "(none)");
        return -1;
    }
    return 0;
}

static int compare_number(struct step *s, const char *name, uint64_t wanted,
                          struct buf *why)
{
    struct buf digits = BUF_EMPTY;
    buf_put_u64(&digits, wanted);
    int rc = compare(s, name, value_of(s, name), buf_string(&digits), why);
    buf_release(&digits);
    return rc;
}

/* How many people a run of mkprofiles made. Returns 0, or -1 (in `why`). */
static int count_made(struct step *s, uint64_t *count, struct buf *why)
{
    const char *n = value_of(s, "-n"), *range = value_of(s, "--range");
    uint64_t first, last;
    if (n == NULL || !num_parse(n, 1, UINT32_MAX, count)) {
        buf_puts(why, "a step of mkprofiles has no number of people");
        return -1;
    }
    if (range == NULL)
        return 0;
    if (!num_parse_range(range, *count, &first, &last)) {
        buf_puts(why, "a step of mkprofiles has a range that is none");
        return -1;
    }
    *count = last - first + 1;
    return 0;
}

static int check_profiles(const cJSON *step, const struct people *p,
                          uint64_t made[RECORD_KINDS], struct buf *why)
{
    struct step s = profiles_step;
    uint64_t count;
    if (read_options(&s, cJSON_GetObjectItemCaseSensitive(step, "options"),
                     why) < 0)
        return -1;
    const char *kind = value_of(&s, "--kind");
    enum record_kind made_kind =
        kind != NULL ? record_kind_parse(kind, strlen(kind))
                     : RECORD_FICTITIOUS;
    if (made_kind != RECORD_FICTITIOUS && made_kind != RECORD_STRANGER) {
        buf_printf(why, "a step of mkprofiles makes people of kind '%s'",
                   kind);
        return -1;
    }
    if (count_made(&s, &count, why) < 0)
        return -1;
    made[made_kind] += count;
    if (compare(&s, "seed", value_of(&s, "-s"), p->seed, why) < 0 ||
        compare(&s, "version", shape_text(step, "version"), p->version,
                why) < 0)
        return -1;
    return compare(&s, "templates", shape_text(step, "templates"), p->world,
                   why);
}

/* Compares how the rule of the split is used. */
static int compare_choice(struct step *s, const struct splitrule *rule,
                          struct buf *why)
{
    struct buf ratios = BUF_EMPTY, sequence = BUF_EMPTY;
    const char *forget = value_of(s, "-f");
    splitrule_put_ratios(rule, &ratios);
    if (rule->requests != 0)
        splitrule_put_sequence(rule, &sequence);
    if (forget == NULL && rule->count > 0)
        forget = "5,10,15";
    int rc = compare(s, "rule", value_of(s, "-r"),
                     splitrule_name(rule->kind), why);
    if (rc == 0)
        rc = compare(s, "ratios", forget,
                     rule->count > 0 ? buf_string(&ratios) : NULL, why);
    if (rc == 0)
        rc = compare_number(s, "--holdout", rule->holdout, why);
    if (rc == 0)
        rc = compare_number(s, "--tune", rule->tune, why);
    if (rc == 0)
        rc = compare(s, "--by", value_of(s, "--by"),
                     rule->by[0] != '\0' ? rule->by : NULL, why);
    if (rc == 0)
        rc = compare(s, "--sequence", value_of(s, "--sequence"),
                     rule->requests != 0 ? buf_string(&sequence) : NULL, why);
    buf_release(&ratios);
    buf_release(&sequence);
    return rc;
}

static int check_split(const cJSON *step, const struct people *p,
                       struct buf *why)
{
    struct step s = split_step;
    const struct splitrule *rule = &p->splits.rule;
    if (read_options(&s, cJSON_GetObjectItemCaseSensitive(step, "options"),
                     why) < 0)
        return -1;
    int rc = compare(&s, "seed", value_of(&s, "-s"), p->splits.seed, why);
    if (rc == 0)
        rc = compare_choice(&s, rule, why);
    if (rc == 0)
        rc = compare_number(&s, "-n", rule->n, why);
    if (rc == 0)
        rc = compare_number(&s, "--real", p->kinds[RECORD_CELEBRITY], why);
    if (rc == 0)
        rc = compare_number(&s, "--strangers", p->kinds[RECORD_STRANGER],
                            why);
    return rc;
}

/* All who were made are there, or removed. */
static int check_made(const struct people *p,
                      const uint64_t made[RECORD_KINDS], struct buf *why)
{
    static const enum record_kind kinds[] = {RECORD_FICTITIOUS,
                                             RECORD_STRANGER};
    uint64_t removed = p->removed;
    for (int i = 0; i < 2; i++) {
        enum record_kind k = kinds[i];
        if (made[k] >= p->kinds[k] && made[k] - p->kinds[k] <= removed) {
            removed -= made[k] - p->kinds[k];
            continue;
        }
        buf_printf(why, "steps of mkprofiles make %" PRIu64 " people of kind "
                        "%s, there are %" PRIu64,
                   made[k], record_kind_name(k), p->kinds[k]);
        return -1;
    }
    return 0;
}

int step_check(const cJSON *steps, const struct people *people,
               struct buf *why)
{
    uint64_t made[RECORD_KINDS] = {0};
    size_t profiles = 0, splits = 0;
    for (const cJSON *s = steps->child; s != NULL; s = s->next) {
        const char *tool = shape_text(s, "tool");
        if (strcmp(tool, profiles_step.tool) == 0) {
            profiles++;
            if (check_profiles(s, people, made, why) < 0)
                return -1;
        } else if (strcmp(tool, split_step.tool) == 0) {
            if (++splits > 1) {
                buf_puts(why, "there are two steps of mksplit");
                return -1;
            }
            if (check_split(s, people, why) < 0)
                return -1;
        }
    }
    return profiles > 0 ? check_made(people, made, why) : 0;
}
