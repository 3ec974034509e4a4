/* cksplit: derives the split of a stream or a release anew and compares. */
#include "config.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "buf.h"
#include "census.h"
#include "chains.h"
#include "check.h"
#include "diag.h"
#include "file.h"
#include "intake.h"
#include "lists.h"
#include "options.h"
#include "out.h"
#include "plausible.h"
#include "pledged.h"
#include "progress.h"
#include "roll.h"
#include "seed.h"
#include "splitsets.h"

static const char usage[] =
    "usage: cksplit [-n COUNT] [-s SEED] [--commit FILE --reveal FILE]\n"
    "               [--verifier PROGRAM] [--chain FILE] [--plausible]\n"
    "               [FILE... | RELEASE]\n"
    "\n"
    "Derives the split of person lines (from FILEs or stdin), or of a\n"
    "release folder, anew from the rule and seed they state, and names the\n"
    "first id that differs. Prints each set and how many people are in it.\n"
    "\n"
    "  -n, --count COUNT       fictitious people there must be\n"
    "  -s, --seed SEED         the seed that must have been used\n"
    "      --commit FILE       what was committed to before (mkcommit)\n"
    "      --reveal FILE       what the beacon gave for it (mkreveal)\n"
    "      --verifier PROGRAM  checks the beacon's BLS signature\n"
    "      --chain FILE        a beacon to know, as drand's /info tells it\n"
    "      --plausible         compare with the splits of seeds 1 to 1000\n"
    "  -q, --quiet             print nothing, no progress on a terminal\n"
    "  -P, --progress          progress on stderr, terminal or not\n"
    "  -h, --help              this text\n"
    "  -V, --version           the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s demo | mksplit -n 20 -s demo | cksplit\n";

struct args {
    uint64_t n; /* or 0 */
    const char *commit, *reveal; /* files, or both NULL */
    const char *verifier;        /* a program, or NULL */
    const char *chain;           /* file, or NULL */
    bool plausible;
    struct options_shared shared;
};

enum { OPTION_COMMIT = OPTIONS_LONG, OPTION_REVEAL, OPTION_VERIFIER,
       OPTION_CHAIN, OPTION_PLAUSIBLE };

static const char letters[] = "+:s:n:" OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"seed", required_argument, NULL, 's'},
    {"count", required_argument, NULL, 'n'},
    {"commit", required_argument, NULL, OPTION_COMMIT},
    {"reveal", required_argument, NULL, OPTION_REVEAL},
    {"verifier", required_argument, NULL, OPTION_VERIFIER},
    {"chain", required_argument, NULL, OPTION_CHAIN},
    {"plausible", no_argument, NULL, OPTION_PLAUSIBLE},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case 'n':
        return options_number("count", 1, ROLL_LIMIT, &a->n);
    case OPTION_COMMIT:
        a->commit = optarg;
        return 0;
    case OPTION_REVEAL:
        a->reveal = optarg;
        return 0;
    case OPTION_VERIFIER:
        a->verifier = optarg;
        return 0;
    case OPTION_CHAIN:
        a->chain = optarg;
        return 0;
    case OPTION_PLAUSIBLE:
        a->plausible = true;
        return 0;
    default:
        return options_take(&a->shared, c);
    }
}

static bool is_folder(const char *path)
{
    struct stat st;
    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static int parse(struct args *a, int argc, char **argv)
{
    struct options o = {argc, argv, letters, longs, usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = take(a, c);
        if (rc < 0)
            return rc;
    }
    if ((a->commit == NULL) != (a->reveal == NULL))
        return options_fail("options '--commit' and '--reveal' come together");
    if (a->verifier != NULL && a->commit == NULL)
        return options_fail("option '--verifier' needs '--commit'");
    if (a->chain != NULL && a->commit == NULL)
        return options_fail("option '--chain' needs '--commit'");
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    for (int i = optind; argc - optind > 1 && i < argc; i++)
        if (is_folder(argv[i]))
            return options_fail("a release folder comes alone: '%s'", argv[i]);
    return 0;
}

static void write_sets(const struct splitsets *sets, struct buf *text)
{
    for (size_t i = 0; i < sets->count; i++)
        buf_printf(text, "%s\t%" PRIu64 "\n", sets->list[i].name,
                   sets->list[i].count);
}

/* Compares with other seeds; what comes out is appended to `text`, what is odd
 * is told. */
static enum exit_status compare(const struct args *a, const struct check *k,
                                struct buf *text)
{
    struct plausible p;
    enum exit_status status = plausible_compare(&p, &k->first.rule, k->census,
                                                a->shared.progress);
    if (status != EXIT_OK)
        return status;
    plausible_write(&p, text);
    plausible_warn(&p);
    return EXIT_OK;
}

/* Checks the lists of `release` (or NULL), and prints the sets and what else
 * was asked for. */
static enum exit_status finish(const struct args *a, struct check *k,
                               const char *release, struct out *out)
{
    struct splitsets sets = {0};
    struct buf text = BUF_EMPTY;
    enum exit_status status = check_sets(k, &sets);
    if (status == EXIT_OK && release != NULL) {
        char *folder = file_join(release, "splits");
        status = lists_check(folder, &k->roll, &sets);
        free(folder);
    }
    write_sets(&sets, &text);
    if (status == EXIT_OK && k->census != NULL)
        status = compare(a, k, &text);
    if (status == EXIT_OK && a->shared.progress != PROGRESS_NEVER &&
        out_write(out, text.data, text.len) < 0)
        status = EXIT_SYSTEM;
    if (status == EXIT_OK && out_commit(out) < 0)
        status = EXIT_SYSTEM;
    buf_release(&text);
    splitsets_release(&sets);
    return status;
}

static enum exit_status run(const struct args *a, struct intake *in,
                            const char *release, struct out *out)
{
    struct pledged pledged = {.commit = a->commit, .reveal = a->reveal,
                              .verifier = a->verifier,
                              .people.people.spool.fd = -1};
    struct beacon_chain chain;
    struct census census = {0};
    struct check k = {.seed = a->shared.seed, .n = a->n,
                      .pledged = a->commit != NULL ? &pledged : NULL,
                      .census = a->plausible ? &census : NULL};
    enum exit_status status = check_open(&k) == 0 ? EXIT_OK : EXIT_SYSTEM;
    if (status == EXIT_OK && a->chain != NULL) {
        pledged.chain = &chain;
        status = chains_load(&chain, a->chain);
    }
    if (status == EXIT_OK && k.pledged != NULL)
        status = pledged_open(&pledged);
    if (status == EXIT_OK)
        status = check_read(&k, in, a->shared.progress);
    if (status == EXIT_OK)
        status = check_compare(&k);
    if (status == EXIT_OK && k.pledged != NULL)
        status = pledged_check(&pledged);
    if (status == EXIT_OK)
        status = finish(a, &k, release, out);
    if (k.pledged != NULL)
        pledged_close(&pledged);
    census_release(&census);
    check_close(&k);
    return status;
}

/* False if the stream inside a release is something else than a file, which
 * might never end (told). What is not there is told when it is read. */
static bool is_stream(const char *path)
{
    struct stat st;
    if (lstat(path, &st) < 0 || S_ISREG(st.st_mode))
        return true;
    diag("cannot read %s: it is no file", path);
    return false;
}

int main(int argc, char **argv)
{
    struct args a = {0};
    struct intake in = {0};
    struct out out = {0};
    char *people = NULL; /* owned: the stream inside a release */
    enum exit_status status = EXIT_SYSTEM;
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0)
        return options_status(rc);
    const char *release =
        optind < argc && is_folder(argv[optind]) ? argv[optind] : NULL;
    if (release != NULL)
        people = file_join(release, "people.jsonl");
    char **files = release != NULL ? &people : argv + optind;
    if ((release == NULL || is_stream(people)) &&
        intake_open(&in, files, argc - optind, false, NULL) == 0 &&
        out_open(&out, NULL) == 0)
        status = run(&a, &in, release, &out);
    intake_close(&in);
    out_abort(&out);
    free(people);
    return status;
}
