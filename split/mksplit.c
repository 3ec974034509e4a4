/* mksplit: adds the split to a stream of people, by a rule and a seed. */
#include "config.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "announced.h"
#include "diag.h"
#include "intake.h"
#include "options.h"
#include "out.h"
#include "progress.h"
#include "record.h"
#include "roll.h"
#include "seed.h"
#include "splitoptions.h"
#include "splitrule.h"
#include "splitsets.h"
#include "stamped.h"
#include "strata.h"

static const char usage[] =
    "usage: mksplit -n COUNT -s SEED [-r RULE] [-f LIST] [--holdout P]\n"
    "               [--tune P] [--by FIELD] [--sequence SIZExCOUNT]\n"
    "               [--real COUNT] [--strangers COUNT] [-k]\n"
    "               [--rejects FILE] [-o FILE] [FILE...]\n"
    "\n"
    "Adds the member 'split' to person lines (from FILEs or stdin) by a rule\n"
    "of palimpsest-split(5): sha256-rank/1, sha256-disjoint/1,\n"
    "sha256-sequence/1, sha256-threshold/1 or legacy/mllmu. They come out in\n"
    "the order they came, once all are checked.\n"
    "\n"
    "  -n, --count COUNT      fictitious people there must be\n"
    "  -s, --seed SEED        the seed: any printable text, it is not secret\n"
    "  -r, --rule RULE        the rule (sha256-rank/1)\n"
    "  -f, --forget LIST      per cent to forget, ascending (5,10,15)\n"
    "      --holdout P        per cent in neither forget nor retain\n"
    "      --tune P           per cent of retain to choose settings by\n"
    "      --by FIELD         of each value of that fact as large a share\n"
    "      --sequence SIZExCOUNT\n"
    "                         COUNT requests of SIZE people (sha256-sequence)\n"
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

static const char letters[] =
    "+:n:s:o:k" SPLITOPTIONS_LETTERS OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"count", required_argument, NULL, 'n'},
    {"seed", required_argument, NULL, 's'},
    SPLITOPTIONS_LONGS,
    {"real", required_argument, NULL, OPTION_REAL},
    {"strangers", required_argument, NULL, OPTION_STRANGERS},
    {"output", required_argument, NULL, 'o'},
    {"keep-going", no_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case 'n':
        return options_number("count", 1, ROLL_LIMIT, &a->rule.n);
    case OPTION_REAL:
        return options_number("real", 0, ROLL_LIMIT,
                              &a->wanted[RECORD_CELEBRITY]);
    case OPTION_STRANGERS:
        return options_number("strangers", 0, ROLL_LIMIT,
                              &a->wanted[RECORD_STRANGER]);
    default:
        c = splitoptions_take(&a->rule, c);
        return c > 0 ? options_take(&a->shared, c) : c;
    }
}

static int parse(struct args *a, int argc, char **argv)
{
    struct options o = {argc, argv, letters, longs, usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = take(a, c);
        if (rc < 0)
            return rc;
    }
    if (a->rule.n == 0)
        return options_fail("option '--count' is missing");
    a->rule.seed = a->shared.seed;
    if (a->rule.seed == NULL && splitrule_seeded(a->rule.kind))
        return options_fail("option '--seed' is missing");
    if (splitoptions_finish(&a->rule) < 0 || options_rejects(&a->shared) < 0)
        return OPTIONS_BAD;
    a->wanted[RECORD_FICTITIOUS] = a->rule.n;
    return options_operands(argc, argv);
}

/* A run: the people, and the strata of those who have some. */
struct run {
    const struct args *args;
    struct roll roll;
    struct strata strata;
    struct json_scan facts; /* of the record now out, where they are looked at */
};

/* False if a set would hold nobody or everybody, as far as n tells (told). */
static bool sets_fit(const struct splitrule *rule)
{
    struct buf why = BUF_EMPTY;
    bool fit = splitrule_fit(rule, &why) == 0;
    if (!fit)
        diag("%s", buf_string(&why));
    buf_release(&why);
    return fit;
}

/* Adds the record now out, and its stratum by a fact that is asked for. */
static void add_record(struct run *r, struct intake *in,
                       const struct record_head *head)
{
    const char *by = r->args->rule.by;
    long stratum = 0;
    if (by[0] != '\0' && head->kind == RECORD_FICTITIOUS)
        stratum = strata_of(&r->strata, &r->facts, &in->reader.scan, by);
    if (stratum < 0)
        intake_refuse(in, head->name, "the fact '%s' %s", by,
                      strata_reason(stratum));
    else if (roll_add(&r->roll, head, intake_place(in, NULL), in->reader.line,
                      in->reader.len) < 0)
        intake_fail(in, EXIT_SYSTEM);
    else if (by[0] != '\0')
        roll_note_stratum(&r->roll, (uint16_t)stratum);
}

/* Adds the record now out to the roll, or refuses it. */
static void take_record(struct run *r, struct intake *in)
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
    else
        add_record(r, in, &head);
}

static void read_people(struct run *r, struct intake *in)
{
    struct progress p;
    uint64_t total = 0;
    for (int kind = 0; kind < RECORD_KINDS; kind++)
        total += r->args->wanted[kind];
    progress_start(&p, r->args->shared.progress, "people", total);
    while (intake_next(in)) {
        take_record(r, in);
        progress_step(&p);
    }
    progress_end(&p);
}

/* Tells how many people sha256-threshold/1 has put where. */
static void tell_counts(const struct splitsets *sets, uint64_t n)
{
    struct buf text = BUF_EMPTY;
    for (size_t i = 0; i < sets->count; i++)
        if (sets->list[i].kind == RECORD_FICTITIOUS)
            buf_printf(&text, "%s%s %" PRIu64, i > 0 ? ", " : "",
                       sets->list[i].name, sets->list[i].count);
    diag("of %" PRIu64 " people: %s", n, buf_string(&text));
    buf_release(&text);
}

/* Looks at the sets once all are there. Returns EXIT_OK or EXIT_DATA (told). */
static enum exit_status look_at(const struct args *a,
                                const struct splitsets *sets)
{
    const struct splitset *empty = splitsets_empty(sets, a->rule.n);
    if (empty != NULL) {
        diag("of %" PRIu64 " people %s would hold %s", a->rule.n, empty->name,
             empty->count == 0 ? "nobody" : "everybody");
        return EXIT_DATA;
    }
    if (a->rule.kind == SPLITRULE_THRESHOLD &&
        a->shared.progress != PROGRESS_NEVER)
        tell_counts(sets, a->rule.n);
    return EXIT_OK;
}

/* Writes the people, who are ranked. */
static enum exit_status write_people(struct run *r, struct out *out)
{
    const struct splitrule *rule = &r->args->rule;
    struct splitsets sets;
    enum exit_status status =
        roll_sets(&r->roll, rule, &sets) < 0 ? EXIT_SYSTEM : EXIT_OK;
    if (status == EXIT_OK)
        status = look_at(r->args, &sets);
    if (status == EXIT_OK && (stamped_write(rule, &sets, &r->roll, out) < 0 ||
                              out_commit(out) < 0))
        status = EXIT_SYSTEM;
    splitsets_release(&sets);
    return status;
}

static enum exit_status run(struct run *r, struct intake *in, struct out *out)
{
    const struct args *a = r->args;
    r->roll.seed = a->rule.seed;
    read_people(r, in);
    if (in->status == EXIT_SYSTEM ||
        (in->status != EXIT_OK && !a->shared.keep_going))
        return in->status;
    if (!announced_came(r->args->wanted, r->roll.kinds))
        return EXIT_DATA;
    enum exit_status status = roll_rank(&r->roll);
    return status == EXIT_OK ? write_people(r, out) : status;
}

int main(int argc, char **argv)
{
    struct args a = {0};
    struct intake in = {0};
    struct out out = {0};
    struct run r = {.args = &a, .roll.spool.fd = -1};
    enum exit_status status = EXIT_SYSTEM, read_status;
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0)
        return options_status(rc);
    if (!sets_fit(&a.rule))
        return EXIT_DATA;
    if (intake_open(&in, argv + optind, argc - optind, a.shared.keep_going,
                    a.shared.rejects) == 0 &&
        out_open(&out, a.shared.output) == 0 && roll_open(&r.roll) == 0)
        status = run(&r, &in, &out);
    roll_close(&r.roll);
    strata_release(&r.strata);
    json_scan_release(&r.facts);
    out_abort(&out);
    read_status = intake_close(&in);
    return read_status > status ? read_status : status;
}
