/* mkimages: add pictures to person lines. See mkimages(1). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "cores.h"
#include "diag.h"
#include "http.h"
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
    OPT_STEPS,
    OPT_CFG,
    OPT_PROMPT,
    OPT_NEGATIVE,
    OPT_KEY,
    OPT_TIMEOUT,
    OPT_INSECURE_HTTP,
    OPT_WORKFLOW,
    OPT_COMMAND,
};

static const struct option longs[] = {
    {"images", required_argument, NULL, OPT_IMAGES},
    {"views", required_argument, NULL, OPT_VIEWS},
    {"train-views", required_argument, NULL, OPT_TRAIN_VIEWS},
    {"wardrobe", no_argument, NULL, OPT_WARDROBE},
    {"size", required_argument, NULL, OPT_SIZE},
    {"replace", no_argument, NULL, OPT_REPLACE},
    {"qc-cmd", required_argument, NULL, OPT_QC_CMD},
    {"backend", required_argument, NULL, 'b'},
    {"url", required_argument, NULL, 'u'},
    {"model", required_argument, NULL, 'm'},
    {"steps", required_argument, NULL, OPT_STEPS},
    {"cfg", required_argument, NULL, OPT_CFG},
    {"prompt", required_argument, NULL, OPT_PROMPT},
    {"negative", required_argument, NULL, OPT_NEGATIVE},
    {"key", required_argument, NULL, OPT_KEY},
    {"timeout", required_argument, NULL, OPT_TIMEOUT},
    {"insecure-http", no_argument, NULL, OPT_INSECURE_HTTP},
    {"workflow", required_argument, NULL, OPT_WORKFLOW},
    {"command", required_argument, NULL, OPT_COMMAND},
    {"jobs", required_argument, NULL, 'j'},
    {"output", required_argument, NULL, 'o'},
    {"keep-going", no_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    const char *images;           /* folder */
    const char *kind;             /* of backend, as given, or NULL */
    const char *size;             /* as given, or NULL */
    const char *prompt, *negative, *key, *qc; /* or NULL */
    uint64_t train_views, views, steps, jobs; /* jobs 0: not given */
    uint64_t timeout_s;
    bool drawn, wardrobe, replace;
    struct backend_options backend;
    struct options_shared shared;
};

/* Options that only backends know. */
static int parse_foreign(struct args *a, int c)
{
    switch (c) {
    case 'u':
        a->backend.url = optarg;
        return 0;
    case 'm':
        a->backend.model = optarg;
        return 0;
    case OPT_STEPS:
        return options_number("steps", 1, 1000, &a->steps);
    case OPT_CFG:
        a->backend.cfg = optarg;
        return 0;
    case OPT_PROMPT:
        a->prompt = optarg;
        return 0;
    case OPT_NEGATIVE:
        a->negative = optarg;
        return 0;
    case OPT_KEY:
        a->key = optarg;
        return 0;
    case OPT_INSECURE_HTTP:
        a->backend.insecure = true;
        return 0;
    case OPT_WORKFLOW:
        a->backend.workflow = optarg;
        return 0;
    default: /* OPT_COMMAND */
        a->backend.command = optarg;
        return 0;
    }
}

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
    case 'b':
        a->kind = optarg;
        return 0;
    case 'j':
        return options_number("jobs", 1, CREW_JOBS, &a->jobs);
    default:
        return c == 'u' || c == 'm' ||
                       (c >= OPT_STEPS && c <= OPT_COMMAND)
                   ? parse_foreign(a, c)
                   : options_take(&a->shared, c);
    }
}

/* "512" or "640x512", into width and height. */
static int parse_size(struct args *a)
{
    uint64_t least = a->drawn ? RENDER_LEAST : 1, width = SIZE, height = SIZE;
    uint64_t most = a->drawn ? RENDER_MOST : IMAGE_SIDE_LIMIT;
    if (a->size != NULL) {
        size_t len = strcspn(a->size, "x");
        bool square = a->drawn || a->size[len] == '\0';
        const char *second = square ? a->size : a->size + len + 1;
        if (!num_parse_bytes(a->size, square ? strlen(a->size) : len, least,
                             most, &width) ||
            !num_parse(second, least, most, &height))
            return options_fail("option '--size' takes %s from %u to %u, not "
                                "'%s'",
                                a->drawn ? "a whole number" : "N or WxH",
                                (unsigned)least, (unsigned)most, a->size);
    }
    a->backend.width = (unsigned)width;
    a->backend.height = (unsigned)height;
    return 0;
}

/* True if an option means something to the backend. */
static bool known(const struct args *a, int option)
{
    enum backend_kind kind = a->drawn ? BACKEND_KINDS : a->backend.kind;
    switch (option) {
    case 'm':
    case OPT_STEPS:
    case OPT_CFG:
    case OPT_PROMPT:
    case OPT_NEGATIVE:
        return !a->drawn;
    case OPT_TIMEOUT:
        return !a->drawn || a->qc != NULL;
    case 'u':
    case OPT_KEY:
    case OPT_INSECURE_HTTP:
        return !a->drawn && kind != BACKEND_COMMAND;
    case OPT_WORKFLOW:
        return kind == BACKEND_COMFY;
    case OPT_COMMAND:
        return kind == BACKEND_COMMAND;
    default:
        return true;
    }
}

static int check_known(const struct args *a, const struct options *o)
{
    for (const struct option *l = longs; l->name != NULL; l++)
        if (options_given(o, l->val) && !known(a, l->val))
            return options_fail("option '--%s' is not for the backend '%s'",
                                l->name, a->drawn ? "render" : a->kind);
    return 0;
}

static int check(struct args *a, const struct options *o)
{
    a->drawn = a->kind == NULL || strcmp(a->kind, "render") == 0;
    if (a->images == NULL || a->images[0] == '\0')
        return options_fail("option '--images' is missing");
    if (!a->drawn) {
        a->backend.kind = backend_parse(a->kind);
        if (a->backend.kind == BACKEND_KINDS)
            return options_fail("option '--backend' takes render, sdapi, "
                                "openai, comfy or command, not '%s'",
                                a->kind);
    }
    if (check_known(a, o) < 0)
        return OPTIONS_BAD;
    a->backend.steps = (unsigned)a->steps;
    a->backend.timeout_s = (unsigned)a->timeout_s;
    a->backend.retries = BACKEND_RETRIES;
    return parse_size(a);
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+b:u:m:j:o:k" OPTIONS_COMMON_LETTERS,
                        longs, usage, {0}};
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

/* Opens what pictures are made with. Returns EXIT_OK, or a status (told). */
static enum exit_status open_studio(struct studio *s, const struct args *a)
{
    s->train_views = (unsigned)a->train_views;
    s->views = (unsigned)a->views;
    s->replace = a->replace;
    s->drawn = a->drawn;
    s->size = a->backend.width;
    s->backend = a->backend;
    int rc = prompts_load(&s->prompts, a->prompt, a->negative);
    if (rc == 0 && a->drawn)
        rc = studio_prepare(s);
    if (rc != 0)
        return rc == TSV_BAD ? EXIT_DATA : EXIT_SYSTEM;
    if ((!a->drawn && http_setup() < 0) ||
        image_store_open(&s->store, a->images) < 0)
        return EXIT_SYSTEM;
    return EXIT_OK;
}

static void close_studio(struct studio *s)
{
    image_store_close(&s->store);
    prompts_release(&s->prompts);
    if (s->drawn)
        render_release(&s->render);
}

/* Reads the key and looks whether the backend can be used with all this. */
static enum exit_status prepare_backend(struct args *a, struct buf *key)
{
    struct buf why = BUF_EMPTY;
    if (a->drawn)
        return EXIT_OK;
    enum exit_status status = secret_read(a->key, key);
    if (status != EXIT_OK)
        return status;
    a->backend.key = key->len > 0 ? buf_string(key) : NULL;
    const char *wrong = backend_refused(&a->backend, &why);
    if (wrong != NULL)
        options_fail("backend '%s' %s", a->kind, wrong);
    buf_release(&why);
    return wrong == NULL ? EXIT_OK : EXIT_USAGE;
}

static unsigned count_jobs(const struct args *a)
{
    if (a->jobs > 0)
        return (unsigned)a->jobs;
    return a->drawn ? cores_count(CREW_JOBS) : 1;
}

static enum exit_status run(const struct args *a, char **files, int count)
{
    struct portraits p = {.studio.store.fd = -1};
    enum exit_status status = open_studio(&p.studio, a);
    if (status == EXIT_OK)
        status = portraits_open(&p, a->wardrobe, a->qc, a->backend.timeout_s,
                                count_jobs(a));
    if (status == EXIT_OK)
        status = portraits_run(&p, &a->shared, files, count);
    if (portraits_close(&p) != EXIT_OK && status == EXIT_OK)
        status = EXIT_SYSTEM;
    close_studio(&p.studio);
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
    enum exit_status status = prepare_backend(&args, &key);
    if (status == EXIT_OK)
        status = run(&args, argv + optind, argc - optind);
    secret_release(&key);
    return status;
}
