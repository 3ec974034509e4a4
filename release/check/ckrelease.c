#include "config.h"

#include <string.h>

#include "chains.h"
#include "checking.h"
#include "cores.h"
#include "keyfile.h"
#include "options.h"
#include "out.h"
#include "report.h"

#define JOBS 1024 /* threads, at most */

static const char USAGE[] =
    "usage: ckrelease [-j JOBS] [--json] [--public-key FILE]\n"
    "                 [--require-signature] [--expect NAME@VERSION]\n"
    "                 [--since OLD] [--verifier PROGRAM] [--chain FILE] DIR\n"
    "\n"
    "Checks a release, offline, with nothing but what is in DIR, the schemas\n"
    "installed with this program, and a public key. Its last line is a ladder:\n"
    "what has been shown of the release, and what it does not claim.\n"
    "\n"
    "  -j, --jobs JOBS            work with so many threads (one a core)\n"
    "      --json                 print one JSON object, and no messages\n"
    "      --public-key FILE      the key that must have signed the release\n"
    "      --require-signature    fail unless it did: no key and no signature\n"
    "                             are not enough\n"
    "      --expect NAME@VERSION  the release it must be\n"
    "      --since OLD            how it follows an earlier release, of which OLD\n"
    "                             is the folder or the log's checkpoint\n"
    "      --verifier PROGRAM     checks the beacon's signature, time stamps\n"
    "      --chain FILE           a beacon to know, as drand's /info tells it\n"
    "  -q, --quiet                print the last line only, no progress on a\n"
    "                             terminal\n"
    "  -P, --progress             progress on stderr, terminal or not\n"
    "  -h, --help                 this text\n"
    "  -V, --version              the version\n"
    "\n"
    "Try: mkprofiles -n 9 -s demo | mkrelease -n 9 -o demo && ckrelease demo\n";

enum { OPT_JSON = OPTIONS_LONG, OPT_PUBLIC_KEY, OPT_REQUIRE, OPT_EXPECT,
       OPT_SINCE, OPT_VERIFIER, OPT_CHAIN };

static const struct option LONG[] = {
    {"jobs", required_argument, NULL, 'j'},
    {"json", no_argument, NULL, OPT_JSON},
    {"public-key", required_argument, NULL, OPT_PUBLIC_KEY},
    {"require-signature", no_argument, NULL, OPT_REQUIRE},
    {"expect", required_argument, NULL, OPT_EXPECT},
    {"since", required_argument, NULL, OPT_SINCE},
    {"verifier", required_argument, NULL, OPT_VERIFIER},
    {"chain", required_argument, NULL, OPT_CHAIN},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    uint64_t jobs;
    bool json;
    const char *folder;     /* borrowed */
    const char *public_key; /* file, or NULL; borrowed */
    const char *chain;      /* the same */
    struct edition expected; /* if wish.expected is not NULL */
    struct checking_wish wish;
    struct options_shared shared;
};

static int take(struct args *a, int c)
{
    switch (c) {
    case 'j':
        return options_number("jobs", 1, JOBS, &a->jobs);
    case OPT_JSON:
        a->json = true;
        return 0;
    case OPT_PUBLIC_KEY:
        a->public_key = optarg;
        return 0;
    case OPT_REQUIRE:
        a->wish.signature = true;
        return 0;
    case OPT_SINCE:
        a->wish.since = optarg;
        return 0;
    case OPT_VERIFIER:
        a->wish.verifier = optarg;
        return 0;
    case OPT_CHAIN:
        a->chain = optarg;
        return 0;
    case OPT_EXPECT:
        a->wish.expected = &a->expected;
        if (edition_parse(&a->expected, optarg))
            return 0;
        return options_fail("'%s' is no release such as palimpsest@1.0.0",
                            optarg);
    default:
        return options_take(&a->shared, c);
    }
}

static int parse(int argc, char **argv, struct args *a)
{
    struct options o = {argc, argv, "+:j:" OPTIONS_COMMON_LETTERS, LONG,
                        USAGE, {0}};
    int rc = 0;
    for (int c; rc == 0 && (c = options_next(&o)) != OPTIONS_END;)
        rc = take(a, c);
    if (rc != 0)
        return rc;
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (optind + 1 != argc)
        return options_fail("one release must be named");
    a->folder = argv[optind];
    return 0;
}

/* "release" for "release/", so that messages name "release/people.jsonl". */
static void trim(char *folder)
{
    size_t len = strlen(folder);
    while (len > 1 && folder[len - 1] == '/')
        folder[--len] = '\0';
}

/* Writes what was reported so far, and empties it. Returns 0, or -1 (told). */
static int put(struct out *out, struct buf *text)
{
    int rc = out_write(out, text->data, text->len);
    buf_clear(text);
    return rc;
}

/* Writes the report; the list of changes, of any length, stands in it. */
static int report(struct checking *c, const struct args *a, struct out *out,
                  struct buf *text)
{
    bool whole = a->json || a->shared.progress != PROGRESS_NEVER;
    if (a->json)
        report_json(c, text);
    else if (whole)
        report_summary(c, text);
    if (put(out, text) < 0 || (whole && since_copy(&c->since, out) < 0))
        return -1;
    if (a->json)
        report_json_end(c, text);
    else
        report_ladder(c, text);
    return put(out, text);
}

static int print(struct checking *c, const struct args *a)
{
    struct buf text = BUF_EMPTY;
    struct out out;
    int rc = out_open(&out, NULL);
    if (rc == 0)
        rc = report(c, a, &out, &text);
    if (out_commit(&out) < 0)
        rc = -1;
    buf_release(&text);
    return rc;
}

static enum exit_status run(struct args *a)
{
    struct checking c;
    struct minisign_public key;
    struct beacon_chain chain;
    if (a->public_key != NULL) {
        if (keyfile_public(a->public_key, &key) != EXIT_OK)
            return EXIT_SYSTEM; /* no word on the release */
        a->wish.key = &key;
    }
    if (a->chain != NULL) {
        if (chains_load(&chain, a->chain) != EXIT_OK)
            return EXIT_SYSTEM; /* the same */
        a->wish.chain = &chain;
    }
    unsigned jobs = a->jobs > 0 ? (unsigned)a->jobs : cores_count(JOBS);
    enum exit_status status = EXIT_SYSTEM;
    int rc = checking_open(&c, a->folder, &a->wish);
    c.findings.silent = c.since.json = a->json;
    if (rc == 0)
        rc = checking_run(&c, jobs, a->shared.progress);
    if (rc == 0)
        status = checking_status(&c);
    if (rc == 0 && print(&c, a) < 0)
        status = EXIT_SYSTEM;
    checking_close(&c);
    return status;
}

int main(int argc, char **argv)
{
    struct args args = {0};
    diag_init(argv[0]);
    int rc = parse(argc, argv, &args);
    if (rc != 0)
        return options_status(rc);
    trim(argv[optind]);
    return run(&args);
}
