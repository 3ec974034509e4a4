#include "config.h"

#include <sys/stat.h>

#include "interrupt.h"
#include "making.h"
#include "options.h"
#include "staging.h"

static const char USAGE[] =
    "usage: mkrelease -n COUNT [--real COUNT] [--strangers COUNT] -o DIR\n"
    "                 [--images DIR] [--steps FILE] [--replace] [FILE...]\n"
    "\n"
    "Writes person lines (from FILEs or stdin) as a release: a folder that\n"
    "holds all there is to know about them, and can be checked.\n"
    "\n"
    "  -n, --count COUNT      fictitious people there must be\n"
    "      --real COUNT       celebrities there must be (0)\n"
    "      --strangers COUNT  strangers there must be (0)\n"
    "  -o, --output DIR       the release; must not exist or be empty\n"
    "      --images DIR       where the images are that the lines name\n"
    "      --steps FILE       the runs that made the lines, a JSON array\n"
    "      --replace          replace an earlier release in DIR\n"
    "  -q, --quiet            no progress on a terminal\n"
    "  -P, --progress         progress on stderr, terminal or not\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s demo | mkqa | mkrelease -n 20 -o release\n";

enum { OPT_REAL = OPTIONS_LONG, OPT_STRANGERS, OPT_IMAGES, OPT_STEPS,
       OPT_REPLACE };

static const struct option LONG[] = {
    {"count", required_argument, NULL, 'n'},
    {"real", required_argument, NULL, OPT_REAL},
    {"strangers", required_argument, NULL, OPT_STRANGERS},
    {"output", required_argument, NULL, 'o'},
    {"images", required_argument, NULL, OPT_IMAGES},
    {"steps", required_argument, NULL, OPT_STEPS},
    {"replace", no_argument, NULL, OPT_REPLACE},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

static int parse(int argc, char **argv, struct making_args *a)
{
    struct options o = {argc, argv, "+:n:o:" OPTIONS_COMMON_LETTERS, LONG,
                        USAGE, {0}};
    struct options_shared shared = {0};
    bool counted = false;
    int rc = 0;
    for (int c; rc == 0 && (c = options_next(&o)) != OPTIONS_END;) {
        switch (c) {
        case 'n':
            counted = true;
            rc = options_number("count", 0, UINT32_MAX,
                                &a->wanted[RECORD_FICTITIOUS]);
            break;
        case OPT_REAL:
            rc = options_number("real", 0, UINT32_MAX,
                                &a->wanted[RECORD_CELEBRITY]);
            break;
        case OPT_STRANGERS:
            rc = options_number("strangers", 0, UINT32_MAX,
                                &a->wanted[RECORD_STRANGER]);
            break;
        case OPT_IMAGES:
            a->images = optarg;
            break;
        case OPT_STEPS:
            a->steps = optarg;
            break;
        case OPT_REPLACE:
            a->replace = true;
            break;
        default:
            rc = options_take(&shared, c);
        }
    }
    if (rc != 0)
        return rc;
    if (!counted)
        return options_fail("option '--count' is missing");
    a->output = shared.output;
    a->progress = shared.progress;
    if (a->output == NULL)
        return options_fail("option '--output' is missing");
    a->files = argv + optind;
    a->file_count = argc - optind;
    return options_operands(argc, argv);
}

/* Reads the people and writes them to where they are staged. */
static enum exit_status make(struct making *making, struct staging *staging)
{
    enum exit_status status = making_read(making);
    if (status != EXIT_OK)
        return status;
    interrupt_catch();
    if (staging_open(staging) < 0)
        return EXIT_SYSTEM;
    status = making_write(making, staging->beside);
    if (status == EXIT_OK && !interrupt_seen())
        status = staging_commit(staging);
    return status;
}

static enum exit_status run(const struct making_args *args)
{
    struct making making;
    struct staging staging;
    enum exit_status status =
        staging_init(&staging, args->output, args->replace);
    if (status == EXIT_OK) {
        status = making_open(&making, args) == 0 ? make(&making, &staging)
                                                 : EXIT_SYSTEM;
        making_close(&making);
    }
    staging_close(&staging);
    interrupt_deliver();
    return status;
}

int main(int argc, char **argv)
{
    struct making_args args = {0};
    diag_init(argv[0]);
    int rc = parse(argc, argv, &args);
    if (rc != 0)
        return options_status(rc);
    umask(022);
    return run(&args);
}
