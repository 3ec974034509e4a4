/* ckimages: check the images of people against their records. See
 * ckimages(1). */
#include "config.h"

#include "audit.h"
#include "cores.h"
#include "diag.h"
#include "intake.h"
#include "options.h"

static const char usage[] =
    "usage: ckimages --images DIR [-j JOBS] [-k] [--rejects FILE] [FILE...]\n"
    "\n"
    "Checks the pictures in DIR against the person lines (from FILEs or\n"
    "stdin) that name them: sums, sizes, pixels, hashes, the rules they fail;\n"
    "then all together: pictures of two people that are nearly the same, and\n"
    "files that no line names. Tells what is wrong, a line each.\n"
    "\n"
    "      --images DIR    the folder of pictures\n"
    "  -j, --jobs JOBS     look at so many pictures at once (one a core)\n"
    "  -k, --keep-going    go on after a bad line (still ends in 1)\n"
    "      --rejects FILE  with -k: write bad lines there\n"
    "  -q, --quiet         no progress on a terminal\n"
    "  -P, --progress      progress on stderr, terminal or not\n"
    "  -h, --help          this text\n"
    "  -V, --version       the version\n"
    "\n"
    "Try: mkprofiles -n 1 -s me | mkimages --images i --size 96 | "
    "ckimages --images i\n";

enum { OPT_IMAGES = OPTIONS_LONG };

static const struct option longs[] = {
    {"images", required_argument, NULL, OPT_IMAGES},
    {"jobs", required_argument, NULL, 'j'},
    {"keep-going", no_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    const char *images;
    uint64_t jobs; /* 0: one a core */
    struct options_shared shared;
};

static int parse_option(struct args *args, int c)
{
    switch (c) {
    case OPT_IMAGES:
        args->images = optarg;
        return optarg[0] != '\0' ? 0
                                 : options_fail("option '--images': no folder");
    case 'j':
        return options_number("jobs", 1, AUDIT_JOBS, &args->jobs);
    default:
        return options_take(&args->shared, c);
    }
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+j:k" OPTIONS_COMMON_LETTERS, longs,
                        usage, {0}};
    *args = (struct args){0};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : parse_option(args, c);
        if (rc != 0)
            return rc;
    }
    if (args->images == NULL)
        return options_fail("option '--images' is missing");
    if (options_rejects(&args->shared) < 0)
        return OPTIONS_BAD;
    return options_operands(argc, argv);
}

static enum exit_status run(struct audit *audit, const struct args *args,
                            char **files, int count)
{
    struct intake in;
    if (intake_open(&in, files, count, args->shared.keep_going,
                    args->shared.rejects) < 0)
        intake_fail(&in, EXIT_SYSTEM);
    while (intake_next(&in))
        if (audit_add(audit, &in) < 0)
            intake_fail(&in, EXIT_SYSTEM);
    enum exit_status lines = intake_close(&in);
    audit_end(audit, lines == EXIT_OK);
    return lines > audit->status ? lines : audit->status;
}

int main(int argc, char **argv)
{
    struct args args;
    struct audit audit;
    diag_init(argv[0]);
    int rc = parse(&args, argc, argv);
    if (rc != 0)
        return options_status(rc);
    enum exit_status status = EXIT_SYSTEM;
    unsigned jobs =
        args.jobs > 0 ? (unsigned)args.jobs : cores_count(AUDIT_JOBS);
    if (audit_open(&audit, args.images, jobs, args.shared.progress) == 0)
        status = run(&audit, &args, argv + optind, argc - optind);
    audit_close(&audit);
    return status;
}
