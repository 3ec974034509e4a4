#include "config.h"

#include <string.h>

#include "checkpoint.h"
#include "keyfile.h"
#include "options.h"
#include "out.h"
#include "proven.h"

static const char USAGE[] =
    "usage: ckproof [--public-key FILE] [--require-signature]\n"
    "               [--origin NAME/MAJOR] [-r RULE] [-s SEED] PROOF [RECORD]\n"
    "\n"
    "Checks a person's record (a line in the file RECORD, or on stdin) with a\n"
    "proof that mkproof made, offline, with nothing else of the release. The\n"
    "last line says what was shown.\n"
    "\n"
    "      --public-key FILE    the key that must have signed the log\n"
    "      --require-signature  without a public key that is a failure\n"
    "      --origin NAME/MAJOR  the release that the proof must be of\n"
    "  -r, --rule RULE          the split's rule, as known from elsewhere\n"
    "  -s, --seed SEED          the split's seed, so known; by the rule\n"
    "                           sha256-threshold/1 both prove the split\n"
    "  -q, --quiet              print the last line only\n"
    "  -P, --progress           progress on stderr, terminal or not\n"
    "  -h, --help               this text\n"
    "  -V, --version            the version\n"
    "\n"
    "Try: mkprofiles -n1 -sx >p; mkrelease -n1 -or p; "
    "mkproof r f0001 | ckproof - p\n";

enum { OPT_PUBLIC_KEY = OPTIONS_LONG, OPT_REQUIRE, OPT_ORIGIN };

static const struct option LONG[] = {
    {"public-key", required_argument, NULL, OPT_PUBLIC_KEY},
    {"require-signature", no_argument, NULL, OPT_REQUIRE},
    {"origin", required_argument, NULL, OPT_ORIGIN},
    {"rule", required_argument, NULL, 'r'},
    {"seed", required_argument, NULL, 's'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    struct proven_args proven;
    const char *public_key; /* file, or NULL; borrowed */
    struct minisign_public key; /* in it */
    bool quiet;
};

static int take_origin(struct proven_args *p)
{
    p->origin = optarg;
    if (note_name_valid(optarg, strlen(optarg)))
        return 0;
    return options_fail("option '--origin' takes a name without blanks and "
                        "'+', not '%s'",
                        optarg);
}

static int take_rule(struct proven_args *p)
{
    p->split.rule = splitrule_parse_name(optarg, strlen(optarg));
    if (p->split.rule != SPLITRULE_KINDS)
        return 0;
    return options_fail("unknown split rule '%s'", optarg);
}

static int take_option(struct args *a, struct options_shared *shared, int c)
{
    if (c == OPT_PUBLIC_KEY)
        a->public_key = optarg;
    else if (c == OPT_REQUIRE)
        a->proven.require = true;
    else if (c == OPT_ORIGIN)
        return take_origin(&a->proven);
    else if (c == 'r')
        return take_rule(&a->proven);
    else
        return options_take(shared, c);
    return 0;
}

static int take_operands(struct proven_args *p, int argc, char **argv)
{
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (optind == argc || argc - optind > 2)
        return options_fail("a proof must be named, then at most one record");
    p->proof = argv[optind];
    p->record = argv + optind + 1;
    p->record_count = argc - optind - 1;
    bool piped = p->record_count == 0 || strcmp(p->record[0], "-") == 0;
    if (strcmp(p->proof, "-") == 0 && piped)
        return options_fail("proof and record cannot both come from stdin");
    return 0;
}

static int parse(int argc, char **argv, struct args *a)
{
    struct options o = {argc, argv, "+:r:s:" OPTIONS_COMMON_LETTERS, LONG,
                        USAGE, {0}};
    struct options_shared shared = {0};
    int rc = 0;
    for (int c; rc == 0 && (c = options_next(&o)) != OPTIONS_END;)
        rc = take_option(a, &shared, c);
    a->quiet = shared.progress == PROGRESS_NEVER;
    a->proven.split.seed = shared.seed;
    return rc != 0 ? rc : take_operands(&a->proven, argc, argv);
}

static enum exit_status print(struct proven *p, bool quiet)
{
    struct buf text = BUF_EMPTY;
    if (!quiet)
        proven_summary(p, &text);
    proven_verdict(p, &text);
    int rc = out_file(NULL, text.data, text.len);
    buf_release(&text);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

static enum exit_status run(struct args *a)
{
    struct proven p;
    enum exit_status status = EXIT_OK;
    if (a->public_key != NULL) {
        status = keyfile_public(a->public_key, &a->key);
        a->proven.public_key = a->key.key;
    }
    if (status != EXIT_OK)
        return status;
    status = proven_check(&p, &a->proven);
    if (status == EXIT_OK)
        status = print(&p, a->quiet);
    proven_release(&p);
    return status;
}

int main(int argc, char **argv)
{
    struct args args = {.proven.split.rule = SPLITRULE_KINDS};
    diag_init(argv[0]);
    int rc = parse(argc, argv, &args);
    if (rc != 0)
        return options_status(rc);
    return run(&args);
}
