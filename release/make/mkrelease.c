#include "config.h"

#include <string.h>
#include <sys/stat.h>

#include "folder/interrupt.h"
#include "folder/manifest.h"
#include "folder/removed.h"
#include "folder/sums.h"
#include "making.h"
#include "options.h"
#include "staging.h"

static const char USAGE[] =
    "usage: mkrelease -n COUNT [--real COUNT] [--strangers COUNT] -o DIR\n"
    "                 [--images DIR] [--steps FILE] [--replace]\n"
    "                 [--name NAME] [--release VERSION]\n"
    "                 [--commit FILE --reveal FILE]\n"
    "                 [--key FILE [--passphrase FILE] [--legacy]]\n"
    "                 [--previous DIR [--remove IDS]] [FILE...]\n"
    "       mkrelease --previous DIR --remove IDS -o DIR [--resplit] [...]\n"
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
    "      --commit FILE      what was committed to before (mkcommit)\n"
    "      --reveal FILE      what the beacon gave for it (mkreveal)\n"
    "      --replace          replace an earlier release in DIR\n"
    "      --name NAME        what the release is called (palimpsest)\n"
    "      --release VERSION  its version, MAJOR.MINOR.PATCH (1.0.0)\n"
    "      --key FILE         sign it with this secret key (see mkkeys)\n"
    "      --passphrase FILE  the key's passphrase is its first line; without\n"
    "                         this it is asked for\n"
    "      --legacy           sign so that signify can check it, too\n"
    "      --previous DIR     the release that it follows: name, next version\n"
    "                         and tombstones are taken over\n"
    "      --remove IDS       leave these people (f0007,f0012) of it out, in\n"
    "                         its next major version; without --count the\n"
    "                         others are taken over\n"
    "      --remove-list FILE the same of a file of ids, one a line\n"
    "      --resplit          even if the others then move between sets: they\n"
    "                         are told\n"
    "  -q, --quiet            no progress on a terminal\n"
    "  -P, --progress         progress on stderr, terminal or not\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s demo | mkqa | mkrelease -n 20 -o release\n";

enum { OPT_REAL = OPTIONS_LONG, OPT_STRANGERS, OPT_IMAGES, OPT_STEPS,
       OPT_REPLACE, OPT_NAME, OPT_RELEASE, OPT_KEY, OPT_PASSPHRASE,
       OPT_LEGACY, OPT_COMMIT, OPT_REVEAL, OPT_PREVIOUS, OPT_REMOVE,
       OPT_REMOVE_LIST, OPT_RESPLIT };

static const struct option LONG[] = {
    {"count", required_argument, NULL, 'n'},
    {"real", required_argument, NULL, OPT_REAL},
    {"strangers", required_argument, NULL, OPT_STRANGERS},
    {"output", required_argument, NULL, 'o'},
    {"images", required_argument, NULL, OPT_IMAGES},
    {"steps", required_argument, NULL, OPT_STEPS},
    {"commit", required_argument, NULL, OPT_COMMIT},
    {"reveal", required_argument, NULL, OPT_REVEAL},
    {"replace", no_argument, NULL, OPT_REPLACE},
    {"name", required_argument, NULL, OPT_NAME},
    {"release", required_argument, NULL, OPT_RELEASE},
    {"key", required_argument, NULL, OPT_KEY},
    {"passphrase", required_argument, NULL, OPT_PASSPHRASE},
    {"legacy", no_argument, NULL, OPT_LEGACY},
    {"previous", required_argument, NULL, OPT_PREVIOUS},
    {"remove", required_argument, NULL, OPT_REMOVE},
    {"remove-list", required_argument, NULL, OPT_REMOVE_LIST},
    {"resplit", no_argument, NULL, OPT_RESPLIT},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

/* Entries of a release; a folder with others is not taken for one. */
static const char *const ENTRIES[] = {
    "people.jsonl", "images",  "manifest.json",   "README.md",
    "DATASHEET.md", "data",    "croissant.json",  "ATTRIBUTION.csv",
    "schema",       "splits",  "commit.json",     "reveal.json",
    "log",          SUMS_NAME, SUMS_SIGNATURE,    REMOVED_NAME,
    NULL};

static const struct staging_kind RELEASE = {
    "release", ENTRIES, MANIFEST_NAME, "{\"schema\":\"" MANIFEST_SCHEMA "\","};

/* "old" for "old/", so that messages name "old/people.jsonl". */
static const char *trim(char *folder)
{
    size_t len = strlen(folder);
    while (len > 1 && folder[len - 1] == '/')
        folder[--len] = '\0';
    return folder;
}

/* The options that say which release it follows, and how. */
static int take_following(struct making_args *a, struct options_shared *shared,
                          int c)
{
    switch (c) {
    case OPT_PREVIOUS:
        a->previous.folder = trim(optarg);
        return 0;
    case OPT_REMOVE:
        a->previous.remove = optarg;
        return 0;
    case OPT_REMOVE_LIST:
        a->previous.remove_list = optarg;
        return 0;
    case OPT_RESPLIT:
        a->previous.resplit = true;
        return 0;
    default:
        return options_take(shared, c);
    }
}

/* The options that say what the release is called, and sign it. */
static int take_signing(struct making_args *a, struct options_shared *shared,
                        int c)
{
    switch (c) {
    case OPT_NAME:
        if (edition_set_name(&a->edition, optarg))
            return 0;
        return options_fail("a name is 1 to %d of a-z 0-9 . _ -, and starts "
                            "with a letter or digit", EDITION_NAME);
    case OPT_RELEASE:
        if (edition_set_version(&a->edition, optarg))
            return 0;
        return options_fail("'%s' is no version such as 1.0.0", optarg);
    case OPT_KEY:
        a->key = optarg;
        return 0;
    case OPT_PASSPHRASE:
        a->passphrase = optarg;
        return 0;
    case OPT_LEGACY:
        a->legacy = true;
        return 0;
    default:
        return take_following(a, shared, c);
    }
}

static int take(struct making_args *a, struct options_shared *shared, int c)
{
    switch (c) {
    case 'n':
        return options_number("count", 0, UINT32_MAX,
                              &a->wanted[RECORD_FICTITIOUS]);
    case OPT_REAL:
        return options_number("real", 0, UINT32_MAX,
                              &a->wanted[RECORD_CELEBRITY]);
    case OPT_STRANGERS:
        return options_number("strangers", 0, UINT32_MAX,
                              &a->wanted[RECORD_STRANGER]);
    case OPT_IMAGES:
        a->images = optarg;
        return 0;
    case OPT_STEPS:
        a->steps = optarg;
        return 0;
    case OPT_COMMIT:
        a->commit = optarg;
        return 0;
    case OPT_REVEAL:
        a->reveal = optarg;
        return 0;
    case OPT_REPLACE:
        a->replace = true;
        return 0;
    default:
        return take_signing(a, shared, c);
    }
}

/* Whose people the release has: those of the stream, of which there must be so
 * many, or those of the one before. Returns 0, or OPTIONS_BAD (told). */
static int choose_people(const struct options *o, struct making_args *a)
{
    struct previous_wish *w = &a->previous;
    bool removes = w->remove != NULL || w->remove_list != NULL;
    if (w->folder == NULL && (removes || w->resplit))
        return options_fail("'--previous' must say of which release");
    w->people = removes && !options_given(o, 'n') &&
                !options_given(o, OPT_REAL) &&
                !options_given(o, OPT_STRANGERS) && optind == o->argc;
    if (!w->people && !options_given(o, 'n'))
        return options_fail("option '--count' is missing");
    if (!w->people && w->resplit)
        return options_fail("'--resplit' goes with the people of the release "
                            "before, and so without '--count'");
    return 0;
}

static int parse(int argc, char **argv, struct making_args *a)
{
    struct options o = {argc, argv, "+:n:o:" OPTIONS_COMMON_LETTERS, LONG,
                        USAGE, {0}};
    struct options_shared shared = {0};
    int rc = 0;
    edition_init(&a->edition);
    for (int c; rc == 0 && (c = options_next(&o)) != OPTIONS_END;)
        rc = take(a, &shared, c);
    if (rc != 0)
        return rc;
    if (choose_people(&o, a) < 0)
        return OPTIONS_BAD;
    a->named = options_given(&o, OPT_NAME);
    a->versioned = options_given(&o, OPT_RELEASE);
    a->output = shared.output;
    a->progress = a->previous.progress = shared.progress;
    if (a->output == NULL)
        return options_fail("option '--output' is missing");
    if (a->key == NULL && (a->passphrase != NULL || a->legacy))
        return options_fail("only '--key' signs a release");
    if ((a->commit == NULL) != (a->reveal == NULL))
        return options_fail("options '--commit' and '--reveal' come together");
    a->files = argv + optind;
    a->file_count = argc - optind;
    return options_operands(argc, argv);
}

/* Reads the people and writes them to where they are staged. */
static enum exit_status make(struct making *making, struct staging *staging,
                             struct making_args *args)
{
    enum exit_status status = making_follow(making, args);
    if (status == EXIT_OK)
        status = making_read(making);
    if (status != EXIT_OK)
        return status;
    interrupt_catch();
    if (staging_open(staging) < 0)
        return EXIT_SYSTEM;
    status = making_write(making, staging->beside);
    if (status == EXIT_OK && !interrupt_seen())
        status = making_compare(making, staging->beside);
    if (status == EXIT_OK && !interrupt_seen())
        status = staging_commit(staging);
    if (status == EXIT_OK && !interrupt_seen() &&
        previous_tell_moves(&making->previous) < 0)
        status = EXIT_SYSTEM;
    return status;
}

static enum exit_status run(struct making_args *args)
{
    struct making making;
    struct staging staging;
    enum exit_status status =
        staging_init(&staging, &RELEASE, args->output, args->replace);
    if (status == EXIT_OK) {
        status = making_open(&making, args) == 0
                     ? make(&making, &staging, args)
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
