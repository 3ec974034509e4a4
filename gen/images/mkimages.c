/* mkimages: add pictures to person lines. See mkimages(1). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "backend_args.h"
#include "cores.h"
#include "diag.h"
#include "num.h"
#include "options.h"
#include "portraits.h"
#include "rng.h"
#include "secret.h"

#define SIZE 512 /* pixels, where nothing is said */

static const char usage[] =
    "usage: mkimages --images DIR [--size N] [--views K] [--train-views K]\n"
    "                [--wardrobe] [--replace] [-j JOBS] [-o FILE] [FILE...]\n"
    "       mkimages --images DIR -b BACKEND -u URL [-m MODEL] [FILE...]\n"
    "\n"
    "Makes pictures of the people in person lines (from FILEs or stdin), keeps\n"
    "them in DIR, and adds the member 'images' to each line.\n"
    "\n"
    "      --images DIR        the folder of pictures; what is there is kept\n"
    "      --views K           views for test questions a person (1)\n"
    "      --train-views K     views to train on, but for strangers (4)\n"
    "      --wardrobe          other clothes in the views\n"
    "      --size N            pixels a side (512); servers take WxH, too\n"
    "      --replace           make anew what is there and is another picture,\n"
    "                          with a backend all\n"
    "      --qc-cmd COMMAND    a program that looks at each picture\n"
    "  -b, --backend NAME      render (default), or from a server or program:\n"
    "                          sdapi, openai, comfy or command\n"
    "  -u, --url URL           the server's address\n"
    "  -m, --model MODEL       its model\n"
    "      --steps N           sampling steps\n"
    "      --cfg X             guidance, a decimal number\n"
    "      --prompt FILE       text to ask for a portrait with\n"
    "      --negative FILE     text of what is not wanted\n"
    "      --key FILE          the server's key, in a file of mode 0600; else\n"
    "                          in the environment, PALIMPSEST_KEY\n"
    "      --timeout SECONDS   for a picture, and for COMMAND to look (600)\n"
    "      --insecure-http     allow http:// to other machines\n"
    "      --workflow FILE     for comfy, instead of the shipped one\n"
    "      --command COMMAND   for command\n"
    "  -j, --jobs JOBS         so many people at once (one a core; servers 1)\n"
    "  -k, --keep-going        go on after a bad line (still ends in 1)\n"
    "      --rejects FILE      with -k: write bad lines there\n"
    "  -o, --output FILE       write there instead of stdout\n"
    "  -q, --quiet             no progress on a terminal\n"
    "  -P, --progress          progress on stderr, terminal or not\n"
    "  -h, --help              this text\n"
    "  -V, --version           the version\n"
    "\n"
    "Try: mkprofiles -n 1 -s demo | mkimages --images img --size 96\n";

enum {
    OPT_IMAGES = OPTIONS_LONG,
    OPT_VIEWS,
    OPT_TRAIN_VIEWS,
    OPT_WARDROBE,
    OPT_SIZE,
    OPT_REPLACE,
    OPT_QC_CMD,
    OPT_TIMEOUT,
};

static const struct option longs[] = {
    {"images", required_argument, NULL, OPT_IMAGES},
    {"views", required_argument, NULL, OPT_VIEWS},
    {"train-views", required_argument, NULL, OPT_TRAIN_VIEWS},
    {"wardrobe", no_argument, NULL, OPT_WARDROBE},
    {"size", required_argument, NULL, OPT_SIZE},
    {"replace", no_argument, NULL, OPT_REPLACE},
    {"qc-cmd", required_argument, NULL, OPT_QC_CMD},
    {"timeout", required_argument, NULL, OPT_TIMEOUT},
    BACKEND_ARGS_LONGS,
    {"jobs", required_argument, NULL, 'j'},
    {"output", required_argument, NULL, 'o'},
    {"keep-going", no_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    const char *images; /* folder */
    const char *size;   /* as given, or NULL */
    const char *qc;     /* command, or NULL */
    uint64_t train_views, views, jobs; /* jobs 0: not given */
    uint64_t timeout_s;
    bool wardrobe, replace;
    struct backend_args from; /* where pictures come from */
    struct options_shared shared;
};

static int parse_option(struct args *a, int c)
{
    switch (c) {
    case OPT_IMAGES:
        a->images = optarg;
        return 0;
    case OPT_VIEWS:
        return options_number("views", 0, SHOTS_VIEWS, &a->views);
    case OPT_TRAIN_VIEWS:
        return options_number("train-views", 0, SHOTS_VIEWS, &a->train_views);
    case OPT_WARDROBE:
        a->wardrobe = true;
        return 0;
    case OPT_SIZE:
        a->size = optarg;
        return 0;
    case OPT_REPLACE:
        a->replace = true;
        return 0;
    case OPT_QC_CMD:
        a->qc = optarg;
        return 0;
    case OPT_TIMEOUT:
        return options_number("timeout", 1, 86400, &a->timeout_s);
    case 'j':
        return options_number("jobs", 1, CREW_JOBS, &a->jobs);
    default:
        c = backend_args_take(&a->from, c);
        return c > 0 ? options_take(&a->shared, c) : c;
    }
}

/* "512" or "640x512", into width and height. */
static int parse_size(struct args *a)
{
    bool drawn = a->from.drawn;
    uint64_t least = drawn ? RENDER_LEAST : 1, width = SIZE, height = SIZE;
    uint64_t most = drawn ? RENDER_MOST : IMAGE_SIDE_LIMIT;
    if (a->size != NULL) {
        size_t len = strcspn(a->size, "x");
        bool square = drawn || a->size[len] == '\0';
        const char *second = square ? a->size : a->size + len + 1;
        if (!num_parse_bytes(a->size, square ? strlen(a->size) : len, least,
                             most, &width) ||
            !num_parse(second, least, most, &height))
            return options_fail("option '--size' takes %s from %u to %u, not "
                                "'%s'",
                                drawn ? "a whole number" : "N or WxH",
                                (unsigned)least, (unsigned)most, a->size);
    }
    a->from.options.width = (unsigned)width;
    a->from.options.height = (unsigned)height;
    return 0;
}

static int check(struct args *a, const struct options *o)
{
    if (a->images == NULL || a->images[0] == '\0')
        return options_fail("option '--images' is missing");
    if (backend_args_check(&a->from, o) < 0)
        return OPTIONS_BAD;
    if (options_given(o, OPT_TIMEOUT) && a->from.drawn && a->qc == NULL)
        return options_fail("option '--timeout' is not for the backend "
                            "'render'");
    a->from.options.timeout_s = (unsigned)a->timeout_s;
    a->from.options.retries = BACKEND_RETRIES;
    return parse_size(a);
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+" BACKEND_ARGS_LETTERS "j:o:k"
                        OPTIONS_COMMON_LETTERS, longs, usage, {0}};
    *args = (struct args){.train_views = 4,
                          .views = 1,
                          .timeout_s = BACKEND_TIMEOUT_S};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : parse_option(args, c);
        if (rc != 0)
            return rc;
    }
    if (check(args, &o) < 0 || options_rejects(&args->shared) < 0)
        return OPTIONS_BAD;
    return options_operands(argc, argv);
}

static unsigned count_jobs(const struct args *a)
{
    if (a->jobs > 0)
        return (unsigned)a->jobs;
    return a->from.drawn ? cores_count(CREW_JOBS) : 1;
}

static enum exit_status run(const struct args *a, char **files, int count)
{
    const struct backend_options *backend = &a->from.options;
    struct portraits p = {.studio = {.store.fd = -1,
                                     .train_views = (unsigned)a->train_views,
                                     .views = (unsigned)a->views,
                                     .replace = a->replace,
                                     .drawn = a->from.drawn,
                                     .size = backend->width,
                                     .backend = *backend}};
    enum exit_status status =
        studio_open(&p.studio, a->images, a->from.prompt, a->from.negative);
    if (status == EXIT_OK)
        status = portraits_open(&p, a->wardrobe, a->qc, backend->timeout_s,
                                count_jobs(a));
    if (status == EXIT_OK)
        status = portraits_run(&p, &a->shared, files, count);
    if (portraits_close(&p) != EXIT_OK && status == EXIT_OK)
        status = EXIT_SYSTEM;
    studio_close(&p.studio);
    return status;
}

int main(int argc, char **argv)
{
    struct args args;
    struct buf key = BUF_EMPTY;
    diag_init(argv[0]);
    rng_setup();
    int rc = parse(&args, argc, argv);
    if (rc != 0)
        return options_status(rc);
    enum exit_status status = backend_args_finish(&args.from, &key);
    if (status == EXIT_OK)
        status = run(&args, argv + optind, argc - optind);
    secret_release(&key);
    return status;
}
