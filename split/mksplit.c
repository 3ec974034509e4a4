/* mksplit: adds the split to a stream of people, by rank of a keyed hash. */
#include "config.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "intake.h"
#include "options.h"
#include "out.h"
#include "progress.h"
#include "record.h"
#include "roll.h"
#include "seed.h"
#include "splitrule.h"
#include "stamped.h"

static const char usage[] =
    "usage: mksplit -n COUNT -s SEED [-f LIST] [--real COUNT]\n"
    "               [--strangers COUNT] [-k] [--rejects FILE]\n"
    "               [-o FILE] [FILE...]\n"
    "\n"
    "Adds the member 'split' to person lines (from FILEs or stdin) by the\n"
    "rule sha256-rank/1. They come out in the order they came, once all are\n"
    "checked.\n"
    "\n"
    "  -n, --count COUNT      fictitious people there must be\n"
    "  -s, --seed SEED        the seed: any printable text, it is not secret\n"
    "  -f, --forget LIST      per cent to forget, ascending (5,10,15)\n"
    "      --real COUNT       celebrities there must be (0)\n"
    "      --strangers COUNT  strangers there must be (0)\n"
    "  -k, --keep-going       go on after a bad line (still ends in 1)\n"
    "      --rejects FILE     with -k: write bad lines there\n"
    "  -o, --output FILE      write there instead of stdout\n"
    "  -q, --quiet            no progress on a terminal\n"
    "  -P, --progress         progress on stderr, terminal or not\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s demo | mksplit -n 20 -s demo | jq -c .split\n";

struct args {
    struct splitrule rule;
    uint64_t wanted[RECORD_KINDS]; /* people of each kind */
    struct options_shared shared;
};

enum { OPTION_REAL = OPTIONS_LONG, OPTION_STRANGERS };

static const char letters[] = "+:n:s:f:o:k" OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"count", required_argument, NULL, 'n'},
    {"seed", required_argument, NULL, 's'},
    {"forget", required_argument, NULL, 'f'},
    {"real", required_argument, NULL, OPTION_REAL},
    {"strangers", required_argument, NULL, OPTION_STRANGERS},
    {"output", required_argument, NULL, 'o'},
    {"keep-going", no_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

static int take_forget(struct args *a)
{
    if (splitrule_parse_ratios(&a->rule, optarg) == 0)
        return 0;
    return options_fail("option '--forget' takes up to %d ascending whole "
                        "percentages from 1 to 99, not '%s'",
                        SPLITRULE_RATIOS, optarg);
}

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case 'n':
        return options_number("count", 1, ROLL_LIMIT, &a->rule.n);
    case 'f':
        return take_forget(a);
    case OPTION_REAL:
        return options_number("real", 0, ROLL_LIMIT,
                              &a->wanted[RECORD_CELEBRITY]);
    case OPTION_STRANGERS:
        return options_number("strangers", 0, ROLL_LIMIT,
                              &a->wanted[RECORD_STRANGER]);
    default:
        return options_take(&a->shared, c);
    }
}

static int parse(struct args *a, int argc, char **argv)
{
    struct options o = {argc, argv, letters, longs, usage, {0}};
    splitrule_parse_ratios(&a->rule, "5,10,15");
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = take(a, c);
        if (rc < 0)
            return rc;
    }
    if (a->rule.n == 0)
        return options_fail("option '--count' is missing");
    a->rule.seed = a->shared.seed;
    if (a->rule.seed == NULL)
        return options_fail("option '--seed' is missing");
    if (options_rejects(&a->shared) < 0)
        return OPTIONS_BAD;
    a->wanted[RECORD_FICTITIOUS] = a->rule.n;
    return options_operands(argc, argv);
}

/* False if a forget set would hold nobody or everybody (told). */
static bool ratios_fit(const struct splitrule *rule)
{
    unsigned p = splitrule_empty_ratio(rule);
    if (p == 0)
        return true;
    uint64_t held = splitrule_forget_count(rule->n, p);
    diag("to forget %u %% of %" PRIu64 " people is to forget %s", p, rule->n,
         held == 0 ? "nobody" : "everybody");
    return false;
}

/* Adds the record now out to the roll, or refuses it. */
static void take_record(struct intake *in, struct roll *roll)
{
    struct record_head head;
    const struct json_scan *scan = &in->reader.scan;
    const char *reason = record_head(scan, &head);
    if (reason != NULL)
        intake_refuse(in, NULL, "%s", reason);
    else if (head.kind == RECORD_AUXILIARY)
        intake_refuse(in, head.name,
                      "auxiliary people take no part in a benchmark");
    else if (json_scan_find(scan, "split") != NULL)
        intake_refuse(in, head.name, "the record has a split already");
    else if (roll_add(roll, &head, intake_place(in, NULL), in->reader.line,
                      in->reader.len) < 0)
        intake_fail(in, EXIT_SYSTEM);
}

static void read_people(const struct args *a, struct intake *in,
                        struct roll *roll)
{
    struct progress p;
    uint64_t total = 0;
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        total += a->wanted[kind];
    progress_start(&p, a->shared.progress, "people", total);
    while (intake_next(in)) {
        take_record(in, roll);
        progress_step(&p);
    }
    progress_end(&p);
}

/* False if other people came than were announced (told). */
static bool counts_fit(const struct args *a, const struct roll *roll)
{
    static const char *const nouns[RECORD_KINDS] = {
        [RECORD_FICTITIOUS] = "fictitious people",
        [RECORD_CELEBRITY] = "celebrities",
        [RECORD_STRANGER] = "strangers",
    };
    bool fit = true;
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        if (roll->kinds[kind] == a->wanted[kind])
            continue;
        diag("%" PRIu64 " %s announced, %" PRIu64 " came", a->wanted[kind],
             nouns[kind], roll->kinds[kind]);
        fit = false;
    }
    return fit;
}

static enum exit_status run(const struct args *a, struct intake *in,
                            struct roll *roll, struct out *out)
{
    roll->seed = a->rule.seed;
    read_people(a, in, roll);
    if (in->status == EXIT_SYSTEM ||
        (in->status != EXIT_OK && !a->shared.keep_going))
        return in->status;
    if (!counts_fit(a, roll))
        return EXIT_DATA;
    enum exit_status status = roll_rank(roll);
    if (status != EXIT_OK)
        return status;
    if (stamped_write(&a->rule, roll, out) < 0 || out_commit(out) < 0)
        return EXIT_SYSTEM;
    return EXIT_OK;
}

int main(int argc, char **argv)
{
    struct args a = {0};
    struct intake in = {0};
    struct out out = {0};
    struct roll roll = {.spool = {.fd = -1}};
    enum exit_status status = EXIT_SYSTEM, read_status;
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0)
        return options_status(rc);
    if (!ratios_fit(&a.rule))
        return EXIT_DATA;
    if (intake_open(&in, argv + optind, argc - optind, a.shared.keep_going,
                    a.shared.rejects) == 0 &&
        out_open(&out, a.shared.output) == 0 && roll_open(&roll) == 0)
        status = run(&a, &in, &roll, &out);
    roll_close(&roll);
    out_abort(&out);
    read_status = intake_close(&in);
    return read_status > status ? read_status : status;
}
