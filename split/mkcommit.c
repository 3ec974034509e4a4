/* mkcommit: commits to people, a rule and a round of a public beacon, before
 * anybody can know the seed of their split. */
#include "config.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "commit.h"
#include "committed.h"
#include "diag.h"
#include "draft.h"
#include "intake.h"
#include "keyfile.h"
#include "options.h"
#include "out.h"
#include "record.h"
#include "splitoptions.h"
#include "splitrule.h"
#include "wiped.h"

static const char usage[] =
    "usage: mkcommit -n COUNT --series NAME --round N [--chain FILE]\n"
    "                [-r RULE] [-f LIST] [--holdout P] [--tune P]\n"
    "                [--by FIELD] [--sequence NxM]\n"
    "                [--real COUNT] [--strangers COUNT]\n"
    "                [--number N] [--previous FILE] [--key FILE]\n"
    "                [--passphrase FILE] [-o FILE] [FILE...]\n"
    "\n"
    "Commits to person lines (from FILEs or stdin) before they are split: to\n"
    "the people, the split's rule, and the round of a public beacon that its\n"
    "seed will be made of. Publish it before that round is due.\n"
    "\n"
    "  -n, --count COUNT      fictitious people there must be\n"
    "  -r, --rule RULE        the split's rule (sha256-rank/1)\n"
    "  -f, --forget LIST      per cent to forget, ascending (5,10,15)\n"
    "      --holdout P        the rule's other options, as mksplit has them\n"
    "      --tune P           (see there)\n"
    "      --by FIELD         (see there)\n"
    "      --sequence NxM     (see there)\n"
    "      --real COUNT       celebrities there must be (0)\n"
    "      --strangers COUNT  strangers there must be (0)\n"
    "      --series NAME      the commitments that this one is one of\n"
    "      --number N         its number in the series there must be\n"
    "      --previous FILE    the commitment before it in the series\n"
    "      --round N          the beacon's round\n"
    "      --chain FILE       the beacon, as drand's /info tells it (quicknet)\n"
    "      --key FILE         sign with this key, to the output's .minisig\n"
    "      --passphrase FILE  the key's passphrase is its first line\n"
    "  -o, --output FILE      write there instead of stdout\n"
    "  -q, --quiet            no progress on a terminal\n"
    "  -P, --progress         progress on stderr, terminal or not\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s a | mkcommit -n 20 --series a --round 99999999\n";

struct args {
    struct splitrule rule;
    uint64_t announced[RECORD_KINDS]; /* people of each kind */
    const char *series;
    const char *chain, *previous, *key, *passphrase; /* files, or NULL */
    uint64_t number; /* or 0 */
    uint64_t round;
    struct options_shared shared;
};

enum { OPTION_REAL = OPTIONS_LONG, OPTION_STRANGERS, OPTION_SERIES,
       OPTION_NUMBER, OPTION_PREVIOUS, OPTION_CHAIN, OPTION_ROUND, OPTION_KEY,
       OPTION_PASSPHRASE };

static const char letters[] =
    "+:n:o:" SPLITOPTIONS_LETTERS OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"count", required_argument, NULL, 'n'},
    SPLITOPTIONS_LONGS,
    {"real", required_argument, NULL, OPTION_REAL},
    {"strangers", required_argument, NULL, OPTION_STRANGERS},
    {"series", required_argument, NULL, OPTION_SERIES},
    {"number", required_argument, NULL, OPTION_NUMBER},
    {"previous", required_argument, NULL, OPTION_PREVIOUS},
    {"chain", required_argument, NULL, OPTION_CHAIN},
    {"round", required_argument, NULL, OPTION_ROUND},
    {"key", required_argument, NULL, OPTION_KEY},
    {"passphrase", required_argument, NULL, OPTION_PASSPHRASE},
    {"output", required_argument, NULL, 'o'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

static int take_series(struct args *a)
{
    a->series = optarg;
    if (commit_series_valid(optarg, strlen(optarg)))
        return 0;
    return options_fail("option '--series' takes 1 to %d of a-z, 0-9, '.', "
                        "'_' and '-', a letter or digit first, not '%s'",
                        COMMIT_SERIES, optarg);
}

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case 'n':
        return options_number("count", 1, UINT32_MAX, &a->rule.n);
    case OPTION_REAL:
        return options_number("real", 0, UINT32_MAX,
                              &a->announced[RECORD_CELEBRITY]);
    case OPTION_STRANGERS:
        return options_number("strangers", 0, UINT32_MAX,
                              &a->announced[RECORD_STRANGER]);
    case OPTION_SERIES:
        return take_series(a);
    case OPTION_NUMBER:
        return options_number("number", 1, UINT32_MAX, &a->number);
    case OPTION_ROUND:
        return options_number("round", 1, BEACON_ROUNDS, &a->round);
    case OPTION_PREVIOUS:
        a->previous = optarg;
        return 0;
    case OPTION_CHAIN:
        a->chain = optarg;
        return 0;
    case OPTION_KEY:
        a->key = optarg;
        return 0;
    case OPTION_PASSPHRASE:
        a->passphrase = optarg;
        return 0;
    default:
        c = splitoptions_take(&a->rule, c);
        return c > 0 ? options_take(&a->shared, c) : c;
    }
}

/* Returns 0, or OPTIONS_BAD (told). */
static int look_over(const struct args *a)
{
    const char *output = a->shared.output;
    if (a->rule.n == 0)
        return options_fail("option '--count' is missing");
    if (a->series == NULL)
        return options_fail("option '--series' is missing");
    if (a->round == 0)
        return options_fail("option '--round' is missing");
    if (a->passphrase != NULL && a->key == NULL)
        return options_fail("option '--passphrase' needs '--key'");
    if (a->key != NULL && (output == NULL || strcmp(output, "-") == 0))
        return options_fail("option '--key' needs '--output'");
    return 0;
}

static int parse(struct args *a, int argc, char **argv)
{
    struct options o = {argc, argv, letters, longs, usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = take(a, c);
        if (rc < 0)
            return rc;
    }
    a->announced[RECORD_FICTITIOUS] = a->rule.n;
    if (look_over(a) < 0 || splitoptions_finish(&a->rule) < 0)
        return OPTIONS_BAD;
    if (!splitrule_seeded(a->rule.kind))
        return options_fail("the rule %s takes no seed to commit to",
                            splitrule_name(a->rule.kind));
    return options_operands(argc, argv);
}

/* False if a forget set would hold nobody or everybody (told). */
static bool ratios_fit(const struct splitrule *rule)
{
    struct buf why = BUF_EMPTY;
    bool fit = splitrule_fit(rule, &why) == 0;
    if (!fit)
        diag("%s", buf_string(&why));
    buf_release(&why);
    return fit;
}

static enum exit_status run(const struct args *a, struct intake *in,
                            const struct minisign_secret *secret,
                            struct out *out)
{
    struct draft d = {.commit = {.round = a->round}, .rule = &a->rule,
                      .announced = a->announced,
                      .progress = a->shared.progress};
    char *signature = NULL; /* owned */
    enum exit_status status = draft_chain(&d, a->chain);
    strcpy(d.commit.series, a->series);
    if (status == EXIT_OK)
        status = draft_number(&d, a->previous, a->number);
    if (status == EXIT_OK)
        status = draft_people(&d, in);
    if (secret != NULL)
        signature = committed_signature_path(a->shared.output);
    if (status == EXIT_OK &&
        committed_write(&d.commit, out, secret, signature) < 0)
        status = EXIT_SYSTEM;
    free(signature);
    commit_release(&d.commit);
    return status;
}

int main(int argc, char **argv)
{
    struct args a = {0};
    struct intake in = {0};
    struct out out = {0};
    struct minisign_secret *secret = NULL;
    enum exit_status status = EXIT_SYSTEM, read_status;
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0)
        return options_status(rc);
    if (!ratios_fit(&a.rule))
        return EXIT_DATA;
    if (a.key != NULL)
        secret = keyfile_secret(a.key, a.passphrase);
    if ((a.key == NULL || secret != NULL) &&
        intake_open(&in, argv + optind, argc - optind, false, NULL) == 0 &&
        out_open(&out, a.shared.output) == 0)
        status = run(&a, &in, secret, &out);
    out_abort(&out);
    wiped_free(secret);
    read_status = intake_close(&in);
    return read_status > status ? read_status : status;
}
