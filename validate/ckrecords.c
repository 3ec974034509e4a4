/* ckrecords: checks records by JSON Schemas. */
#include "config.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "cores.h"
#include "diag.h"
#include "inspector.h"
#include "lines.h"
#include "options.h"
#include "out.h"
#include "progress.h"
#include "schemas.h"
#include "source.h"

#define JOBS_LIMIT 256 /* threads */

static const char usage[] =
    "usage: ckrecords [-S FILE]... [--map PREFIX=DIR]... [--format] [--one]\n"
    "                 [--json [--annotations]] [-j N] [FILE...]\n"
    "\n"
    "Checks JSON lines (from FILEs or stdin) by a JSON Schema of draft\n"
    "2020-12, or each by the one its member \"schema\" names. Prints what is\n"
    "wrong: FILE:LINE: id: /where: what.\n"
    "\n"
    "  -S, --schema FILE      the schema; further ones are documents that it\n"
    "                         refers to\n"
    "      --map PREFIX=DIR   where documents are whose URIs begin so\n"
    "      --format           a wrong 'format' is an error\n"
    "      --one              each FILE is one JSON text, on any lines\n"
    "      --json             print an object for each line that is wrong, in\n"
    "                         the standard's basic form\n"
    "      --annotations      with --json, an object for each other line, too\n"
    "  -j, --jobs N           threads (default: one a processor)\n"
    "  -q, --quiet            print nothing, no progress on a terminal\n"
    "  -P, --progress         progress on stderr, terminal or not\n"
    "  -h, --help             this text\n"
    "  -V, --version          the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s demo | ckrecords\n";

struct args {
    char **schemas;       /* owned list of borrowed names */
    size_t schema_count;
    char **maps;          /* owned list of borrowed "PREFIX=DIR" */
    size_t map_count;
    bool formats, one, json, annotations;
    uint64_t jobs;        /* 0: as many as there are processors */
    struct options_shared shared;
};

enum { OPTION_MAP = OPTIONS_LONG, OPTION_FORMAT, OPTION_ONE, OPTION_JSON,
       OPTION_ANNOTATIONS };

static const char letters[] = "+:S:j:" OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"schema", required_argument, NULL, 'S'},
    {"map", required_argument, NULL, OPTION_MAP},
    {"format", no_argument, NULL, OPTION_FORMAT},
    {"one", no_argument, NULL, OPTION_ONE},
    {"json", no_argument, NULL, OPTION_JSON},
    {"annotations", no_argument, NULL, OPTION_ANNOTATIONS},
    {"jobs", required_argument, NULL, 'j'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

static void add_name(char ***list, size_t *count)
{
    *list = xrealloc(*list, *count + 1, sizeof **list);
    (*list)[(*count)++] = optarg;
}

static int take_map(struct args *a)
{
    const char *equals = strchr(optarg, '=');
    if (equals == NULL || equals == optarg || equals[1] == '\0')
        return options_fail("option '--map' takes PREFIX=DIR, not '%s'",
                            optarg);
    add_name(&a->maps, &a->map_count);
    return 0;
}

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case 'S':
        add_name(&a->schemas, &a->schema_count);
        return 0;
    case 'j':
        return options_number("jobs", 1, JOBS_LIMIT, &a->jobs);
    case OPTION_MAP:
        return take_map(a);
    case OPTION_FORMAT:
        a->formats = true;
        return 0;
    case OPTION_ONE:
        a->one = true;
        return 0;
    case OPTION_JSON:
        a->json = true;
        return 0;
    case OPTION_ANNOTATIONS:
        a->annotations = true;
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
        if (c == 'S' || c == OPTION_MAP)
            options_repeats(&o, c);
    }
    if (a->map_count > 0 && a->schema_count == 0)
        return options_fail("option '--map' needs '--schema'");
    if (a->annotations && !a->json)
        return options_fail("option '--annotations' needs '--json'");
    return options_operands(argc, argv);
}

static enum inspector_form form_of(const struct args *a)
{
    if (a->shared.progress == PROGRESS_NEVER)
        return INSPECTOR_SILENT;
    if (a->annotations)
        return INSPECTOR_ANNOTATIONS;
    return a->json ? INSPECTOR_JSON : INSPECTOR_TEXT;
}

/* Opens the schemas that are asked for. */
static enum exit_status open_schemas(const struct args *a, struct schemas *s)
{
    schemas_init(s, a->formats);
    for (size_t i = 0; i < a->map_count; i++) {
        const char *equals = strchr(a->maps[i], '=');
        char *prefix = xstrndup(a->maps[i], (size_t)(equals - a->maps[i]));
        schemas_map(s, prefix, equals + 1);
        free(prefix);
        if (access(equals + 1, X_OK) < 0) {
            diag_errno("cannot read %s", equals + 1);
            return EXIT_SYSTEM;
        }
    }
    if (a->schema_count == 0)
        return schemas_find_data();
    enum exit_status status = schemas_give(s, a->schemas, a->schema_count);
    if (status == EXIT_OK && a->shared.progress != PROGRESS_NEVER)
        schemas_note(s);
    return status;
}

/* Checks each file as a whole. */
static enum exit_status run_whole(const struct args *a, struct source *source,
                                  struct schemas *schemas, struct out *out)
{
    struct inspector inspector;
    struct buf text = BUF_EMPTY, told = BUF_EMPTY;
    bool invalid = false;
    int rc;
    inspector_init(&inspector, schemas, form_of(a));
    while ((rc = source_whole(source, &text)) > 0) {
        struct subject s = {.file = source->file, .line = 1, .whole = true,
                            .text = buf_string(&text), .len = text.len};
        buf_clear(&told);
        invalid |= !inspector_check(&inspector, &s, &told);
        rc = out_write(out, told.data, told.len);
        if (rc < 0)
            break;
    }
    inspector_release(&inspector);
    buf_release(&text);
    buf_release(&told);
    if (rc < 0)
        return EXIT_SYSTEM;
    return invalid ? EXIT_DATA : EXIT_OK;
}

static enum exit_status run_lines(const struct args *a, struct source *source,
                                  struct schemas *schemas, struct out *out)
{
    struct progress progress;
    struct lines l = {.source = source, .schemas = schemas, .out = out,
                      .progress = &progress, .form = form_of(a)};
    unsigned jobs = (unsigned)a->jobs;
    progress_start(&progress, a->shared.progress, "lines", 0);
    enum exit_status status =
        lines_run(&l, jobs > 0 ? jobs : cores_count(JOBS_LIMIT));
    progress_end(&progress);
    return status;
}

static enum exit_status run(const struct args *a, struct source *source,
                            struct out *out)
{
    struct schemas schemas;
    enum exit_status status = open_schemas(a, &schemas);
    if (status == EXIT_OK)
        status = a->one ? run_whole(a, source, &schemas, out)
                        : run_lines(a, source, &schemas, out);
    if (status < EXIT_USAGE && out_commit(out) < 0)
        status = EXIT_SYSTEM;
    schemas_release(&schemas);
    return status;
}

int main(int argc, char **argv)
{
    struct args a = {0};
    struct source source = {0};
    struct out out = {0};
    enum exit_status status = EXIT_SYSTEM;
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0) {
        status = options_status(rc);
    } else {
        source_init(&source, argv + optind, argc - optind);
        if (out_open(&out, NULL) == 0)
            status = run(&a, &source, &out);
        source_close(&source);
        out_abort(&out);
    }
    free(a.schemas);
    free(a.maps);
    return status;
}
