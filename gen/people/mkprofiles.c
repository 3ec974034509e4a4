/* mkprofiles: write lines of fictitious people. See mkprofiles(1). */
#include "config.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "diag.h"
#include "num.h"
#include "options.h"
#include "out.h"
#include "people.h"
#include "profile.h"
#include "progress.h"
#include "rng.h"

static const char usage[] =
    "usage: mkprofiles -n COUNT -s SEED [--range A-B] [--kind KIND] [-o FILE]\n"
    "       mkprofiles --domains [--world DIR]\n"
    "\n"
    "Writes COUNT fictitious people, one JSON line each. The same seed gives\n"
    "the same people, whatever the count, the range or the machine.\n"
    "\n"
    "  -n, --count COUNT   how many people\n"
    "  -s, --seed SEED     the seed: any printable text, it is not secret\n"
    "      --range A-B     only the A-th to the B-th of them\n"
    "      --kind KIND     fictitious (default), stranger or auxiliary\n"
    "      --world DIR     draw from these tables instead of the shipped ones\n"
    "      --domains       print how many values each fact has, and stop\n"
    "  -o, --output FILE   write there instead of stdout\n"
    "  -q, --quiet         no progress on a terminal\n"
    "  -P, --progress      progress on stderr, terminal or not\n"
    "  -h, --help          this text\n"
    "  -V, --version       the version\n"
    "\n"
    "Try: mkprofiles -n 3 -s demo | jq -r .biography\n";

enum { OPT_RANGE = OPTIONS_LONG, OPT_KIND, OPT_WORLD, OPT_DOMAINS };

static const struct option longs[] = {
    {"count", required_argument, NULL, 'n'},
    {"seed", required_argument, NULL, 's'},
    {"output", required_argument, NULL, 'o'},
    {"range", required_argument, NULL, OPT_RANGE},
    {"kind", required_argument, NULL, OPT_KIND},
    {"world", required_argument, NULL, OPT_WORLD},
    {"domains", no_argument, NULL, OPT_DOMAINS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    uint64_t count;       /* people asked for; 0: not given */
    uint64_t first, last; /* of them, from 1; 0: all */
    const char *range;    /* as given, or NULL */
    const char *world; /* folder, or NULL for the shipped one */
    enum record_kind kind;
    bool domains;
    struct options_shared shared;
};

static int parse_kind(struct args *args)
{
    args->kind = record_kind_parse(optarg, strlen(optarg));
    if (args->kind == RECORD_KINDS || args->kind == RECORD_CELEBRITY)
        return options_fail("option '--kind' takes fictitious, stranger or "
                            "auxiliary, not '%s'", optarg);
    return 0;
}

static int parse_option(struct args *args, int c)
{
    switch (c) {
    case 'n':
        return options_number("count", 1, UINT32_MAX, &args->count);
    case OPT_RANGE:
        args->range = optarg;
        return 0;
    case OPT_KIND:
        return parse_kind(args);
    case OPT_WORLD:
        args->world = optarg;
        return 0;
    case OPT_DOMAINS:
        args->domains = true;
        return 0;
    default:
        return options_take(&args->shared, c);
    }
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+n:s:o:" OPTIONS_COMMON_LETTERS, longs,
                        usage, {0}};
    *args = (struct args){.kind = RECORD_FICTITIOUS};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : parse_option(args, c);
        if (rc != 0)
            return rc;
    }
    if (options_no_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (args->domains)
        return 0;
    if (args->count == 0 || args->shared.seed == NULL)
        return options_fail("option '--%s' is missing",
                            args->count == 0 ? "count" : "seed");
    args->first = 1;
    args->last = args->count;
    if (args->range != NULL &&
        !num_parse_range(args->range, args->count, &args->first, &args->last))
        return options_fail("option '--range' takes A-B with 1 <= A <= B <= "
                            "%" PRIu64 ", not '%s'",
                            args->count, args->range);
    return 0;
}

/* Prints what facts are drawn from. */
static enum exit_status print_domains(const struct world *w)
{
    struct out out;
    struct buf text = BUF_EMPTY;
    for (int fact = 0; fact < FACTS; fact++) {
        if (w->tables[fact].count == 0)
            continue;
        buf_printf(&text, "%s\t%zu values\n", fact_name((enum fact)fact),
                   w->tables[fact].count);
    }
    buf_printf(&text,
               "name\t%" PRIu64 " people, each with a name of their own\n",
               names_capacity(&w->names));
    int rc = out_open(&out, NULL);
    if (rc == 0)
        rc = out_write(&out, text.data, text.len);
    if (out_commit(&out) < 0)
        rc = -1;
    buf_release(&text);
    return rc == 0 ? EXIT_OK : EXIT_SYSTEM;
}

/* Writes the people asked for. */
static enum exit_status write_people(struct people *all,
                                     const struct args *args, struct out *out)
{
    struct person person;
    struct profile profile;
    struct appearance looks;
    struct buf biography = BUF_EMPTY, line = BUF_EMPTY;
    struct progress progress;
    enum exit_status status = EXIT_OK;
    person_init(&person, all->world);
    profile_init(&profile, all, args->kind);
    progress_start(&progress, args->shared.progress, "people",
                   args->last - args->first + 1);
    for (uint64_t i = args->first; i <= args->last && status == EXIT_OK; i++) {
        buf_clear(&biography);
        buf_clear(&line);
        if (people_draw(all, people_base(args->kind) + i, &person, &looks,
                        &biography) < 0) {
            status = EXIT_DATA;
            break;
        }
        profile_write(&profile, i, &person, &looks, &biography, &line);
        if (out_write(out, line.data, line.len) < 0)
            status = EXIT_SYSTEM;
        progress_step(&progress);
    }
    progress_end(&progress);
    buf_release(&biography);
    buf_release(&line);
    profile_release(&profile);
    person_release(&person);
    return status;
}

static enum exit_status run(const struct args *args, const struct world *w)
{
    struct people all;
    struct out out = {0};
    enum exit_status status = EXIT_DATA;
    if (args->domains)
        return print_domains(w);
    if (people_init(&all, w, args->shared.seed) < 0)
        goto done;
    if (args->count > people_limit(&all, args->kind)) {
        diag("there can be %" PRIu64 " people of kind %s, not %" PRIu64,
             people_limit(&all, args->kind), record_kind_name(args->kind),
             args->count);
        status = EXIT_USAGE;
        goto done;
    }
    status = EXIT_SYSTEM;
    if (out_open(&out, args->shared.output) == 0)
        status = write_people(&all, args, &out);
    if (status == EXIT_OK && out_commit(&out) < 0)
        status = EXIT_SYSTEM;
done:
    out_abort(&out);
    people_release(&all);
    return status;
}

int main(int argc, char **argv)
{
    struct args args;
    struct world world;
    diag_init(argv[0]);
    rng_setup();
    int rc = parse(&args, argc, argv);
    if (rc != 0)
        return options_status(rc);
    char *folder = args.world != NULL ? NULL : datadir_path("templates/world");
    enum exit_status status = EXIT_DATA;
    rc = world_load(&world, folder != NULL ? folder : args.world);
    if (rc == 0)
        status = run(&args, &world);
    else if (rc == TSV_UNREADABLE)
        status = EXIT_SYSTEM;
    world_release(&world);
    free(folder);
    return status;
}
