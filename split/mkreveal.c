/* mkreveal: what the beacon gave for a commitment, and the seed it makes. */
#include "config.h"

#include <inttypes.h>
#include <string.h>

#include "beacon.h"
#include "buf.h"
#include "diag.h"
#include "file.h"
#include "options.h"
#include "out.h"
#include "pledge.h"
#include "reveal.h"
#include "verified.h"

static const char usage[] =
    "usage: mkreveal --commit FILE [--verifier PROGRAM] [-o FILE] [ANSWER]\n"
    "\n"
    "Checks the beacon's answer (from ANSWER or stdin) for the round that a\n"
    "commitment names, and writes what it reveals, with the seed of the split\n"
    "in it. It asks nobody: palimpsest-commit(5) shows how the answer is had.\n"
    "\n"
    "      --commit FILE       the commitment, of mkcommit\n"
    "      --verifier PROGRAM  checks the beacon's BLS signature\n"
    "  -o, --output FILE       write there instead of stdout\n"
    "  -q, --quiet             no progress on a terminal\n"
    "  -P, --progress          progress on stderr, terminal or not\n"
    "  -h, --help              this text\n"
    "  -V, --version           the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s a | mkcommit -n 20 --series a --round 42 | jq .round\n";

struct args {
    const char *commit;
    const char *verifier; /* or NULL */
    const char *answer;   /* "-" is stdin */
    struct options_shared shared;
};

enum { OPTION_COMMIT = OPTIONS_LONG, OPTION_VERIFIER };

static const char letters[] = "+:o:" OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"commit", required_argument, NULL, OPTION_COMMIT},
    {"verifier", required_argument, NULL, OPTION_VERIFIER},
    {"output", required_argument, NULL, 'o'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case OPTION_COMMIT:
        a->commit = optarg;
        return 0;
    case OPTION_VERIFIER:
        a->verifier = optarg;
        return 0;
    default:
        return options_take(&a->shared, c);
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
    if (a->commit == NULL)
        return options_fail("option '--commit' is missing");
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (argc - optind > 1)
        return options_fail("unexpected operand '%s'", argv[optind + 1]);
    a->answer = optind < argc ? argv[optind] : "-";
    return 0;
}

/* Reads the answer's text. Returns 0, or -1 (told). */
static int read_text(const char *path, struct buf *text)
{
    int rc = file_read_named(path, BEACON_LIMIT, text);
    if (rc < 0)
        diag_errno("cannot read %s", strcmp(path, "-") == 0 ? "stdin" : path);
    return rc;
}

/* Takes the answer into the pledge. */
static enum exit_status read_answer(const struct args *a, struct pledge *p)
{
    struct diag_place place = {
        strcmp(a->answer, "-") == 0 ? "stdin" : a->answer, 0, NULL};
    struct buf text = BUF_EMPTY;
    if (read_text(a->answer, &text) < 0) {
        buf_release(&text);
        return EXIT_SYSTEM;
    }
    const char *wrong = beacon_read_answer(&p->answer, &p->commit.chain,
                                           text.data, text.len);
    buf_release(&text);
    if (wrong != NULL)
        diag_at(place, "%s", wrong);
    else if (p->answer.round != p->commit.round)
        diag_at(place, "the beacon's answer is for round %" PRIu64
                ", the commitment names round %" PRIu64, p->answer.round,
                p->commit.round);
    else
        return EXIT_OK;
    return EXIT_DATA;
}

static enum exit_status write_reveal(const struct pledge *p, struct out *out)
{
    struct buf text = BUF_EMPTY;
    reveal_write(&p->commit, &p->answer, &text);
    int rc = out_write(out, text.data, text.len);
    buf_release(&text);
    return rc < 0 || out_commit(out) < 0 ? EXIT_SYSTEM : EXIT_OK;
}

static enum exit_status run(const struct args *a, struct out *out)
{
    struct pledge p = {0};
    enum exit_status status = pledge_load_commit(&p, a->commit);
    if (status == EXIT_OK)
        status = read_answer(a, &p);
    if (status == EXIT_OK)
        status = verified_beacon(a->verifier, &p);
    if (status == EXIT_OK)
        status = write_reveal(&p, out);
    pledge_release(&p);
    return status;
}

int main(int argc, char **argv)
{
    struct args a = {0};
    struct out out = {0};
    enum exit_status status = EXIT_SYSTEM;
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0)
        return options_status(rc);
    if (out_open(&out, a.shared.output) == 0)
        status = run(&a, &out);
    out_abort(&out);
    return status;
}
