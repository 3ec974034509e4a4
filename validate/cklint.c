/* cklint: looks whether a set of people is a fair benchmark. */
#include "config.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "diag.h"
#include "file.h"
#include "inside.h"
#include "intake.h"
#include "lint/import.h"
#include "lint/lint.h"
#include "lint/rules.h"
#include "options.h"
#include "out.h"
#include "progress.h"

#define STREAM "people.jsonl" /* in a release */

static const char usage[] =
    "usage: cklint [--enable CODES | --disable CODES] [--budget BUDGETS]\n"
    "              [--consumer NAME] [--limit N] [--json] [FILE... | RELEASE]\n"
    "       cklint --from mllmu [options] FILE...\n"
    "\n"
    "Looks at person lines (from FILEs or stdin), or at a release folder, as\n"
    "a whole: are they a fair benchmark? Prints what breaks a rule, and what\n"
    "was measured. The rules are in cklint(1).\n"
    "\n"
    "      --enable CODES    look at these rules only: CODE,CODE,..\n"
    "      --disable CODES   look at all rules but these\n"
    "      --budget BUDGETS  how much of something may be: CODE=VALUE,..\n"
    "      --consumer NAME   who must be able to load it: mllmu, ms-swift, ..\n"
    "      --from mllmu      FILEs are rows of MLLMU-Bench as JSON, named\n"
    "                        Full_Set.json, forget_5.json, ft_Data.json ..\n"
    "      --limit N         findings of a rule that are shown (20; 0 is all)\n"
    "      --json            findings and the summary as JSON lines\n"
    "  -k, --keep-going      go on behind a line that is no person\n"
    "  -q, --quiet           findings only, no summary\n"
    "  -P, --progress        progress on stderr, terminal or not\n"
    "  -h, --help            this text\n"
    "  -V, --version         the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s demo | mkqa | mksplit -n 20 -s demo | cklint\n";

struct args {
    const char *enable, *disable, *budget; /* or NULL */
    const char *consumer; /* or NULL */
    bool rows;            /* --from mllmu */
    uint64_t limit;
    bool json;
    struct options_shared shared;
};

enum { OPTION_ENABLE = OPTIONS_LONG, OPTION_DISABLE, OPTION_BUDGET,
       OPTION_LIMIT, OPTION_JSON, OPTION_CONSUMER, OPTION_FROM };

static const char letters[] = "+:k" OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"enable", required_argument, NULL, OPTION_ENABLE},
    {"disable", required_argument, NULL, OPTION_DISABLE},
    {"budget", required_argument, NULL, OPTION_BUDGET},
    {"consumer", required_argument, NULL, OPTION_CONSUMER},
    {"from", required_argument, NULL, OPTION_FROM},
    {"limit", required_argument, NULL, OPTION_LIMIT},
    {"json", no_argument, NULL, OPTION_JSON},
    {"keep-going", no_argument, NULL, 'k'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

/* Returns 0, or what options_status() understands. */
static int take(struct args *a, int c)
{
    switch (c) {
    case OPTION_ENABLE:
        a->enable = optarg;
        return 0;
    case OPTION_DISABLE:
        a->disable = optarg;
        return 0;
    case OPTION_BUDGET:
        a->budget = optarg;
        return 0;
    case OPTION_CONSUMER:
        a->consumer = optarg;
        return 0;
    case OPTION_FROM:
        a->rows = true;
        if (strcmp(optarg, "mllmu") == 0)
            return 0;
        return options_fail("option '--from' knows mllmu only, not '%s'",
                            optarg);
    case OPTION_LIMIT:
        return options_number("limit", 0, UINT32_MAX, &a->limit);
    case OPTION_JSON:
        a->json = true;
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
    if (a->enable != NULL && a->disable != NULL)
        return options_fail("options '--enable' and '--disable' exclude each "
                            "other");
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (a->rows && optind == argc)
        return options_fail("option '--from' needs files");
    if (a->rows && a->shared.keep_going)
        return options_fail("option '--from' does not go with "
                            "'--keep-going'");
    for (int i = optind; argc - optind > 1 && i < argc; i++)
        if (is_folder(argv[i]))
            return options_fail("a release folder comes alone: '%s'", argv[i]);
    return 0;
}

/* Applies the options to the rules. Returns 0, or OPTIONS_BAD (told). */
static int choose(const struct args *a, struct rules *rules)
{
    if (a->enable != NULL && rules_enable(rules, a->enable) < 0)
        return OPTIONS_BAD;
    if (a->disable != NULL && rules_disable(rules, a->disable) < 0)
        return OPTIONS_BAD;
    return a->budget != NULL ? rules_budget(rules, a->budget) : 0;
}

/* Refuses the line now out; of a schema that is not ours, says which it is. */
static void refuse(struct intake *in, const struct person *p,
                   const char *reason)
{
    const struct json_member *m = json_scan_find(&in->reader.scan, "schema");
    size_t len = 0;
    const char *schema = m != NULL ? json_member_plain(m, &len) : NULL;
    if (m == NULL)
        intake_refuse(in, p->id, "the record has no schema; rows of "
                      "MLLMU-Bench are read with --from mllmu");
    else if (schema != NULL && !json_member_is(m, RECORD_SCHEMA))
        intake_refuse(in, p->id, "the record's schema is '%.*s', not '%s'",
                      (int)(len < 80 ? len : 80), schema, RECORD_SCHEMA);
    else
        intake_refuse(in, p->id, "%s", reason);
}

/* Looks at each person of the input. */
static void read_people(struct lint *l, struct intake *in,
                        struct findings *f, enum progress_mode mode)
{
    struct person p = {0};
    struct progress progress;
    progress_start(&progress, mode, "people", 0);
    while (intake_next(in)) {
        const char *reason = person_read(&p, in->reader.line, in->reader.len,
                                         &in->reader.scan,
                                         intake_place(in, NULL));
        if (reason != NULL)
            refuse(in, &p, reason);
        else if (lint_add(l, &p, f) < 0)
            intake_fail(in, EXIT_DATA);
        else
            progress_step(&progress);
        if (f->broken)
            intake_fail(in, EXIT_SYSTEM);
    }
    progress_end(&progress);
    person_release(&p);
}

/* Looks at each person that the rows of the files make. */
static enum exit_status read_rows(struct lint *l, char **files, int count,
                                  struct findings *f, enum progress_mode mode)
{
    struct import import;
    struct person p = {0};
    struct progress progress;
    struct diag_place place;
    enum exit_status status = import_open(&import, files, count, &l->consumer,
                                          f);
    int rc = 0;
    progress_start(&progress, mode, "people", 0);
    while (status == EXIT_OK && !f->broken &&
           (rc = import_next(&import, &place)) == 1) {
        const char *reason = person_read(&p, import.made.data, import.made.len,
                                         &import.scan, place);
        if (reason != NULL)
            diag_at(place, "%s", reason);
        if (reason != NULL || lint_add(l, &p, f) < 0)
            status = EXIT_DATA;
        progress_step(&progress);
    }
    progress_end(&progress);
    person_release(&p);
    import_close(&import);
    return rc < 0 ? EXIT_DATA : status;
}

static enum exit_status worse(enum exit_status a, enum exit_status b)
{
    return a > b ? a : b;
}

/* Writes what is left to say; of an input that was not read to its end there
 * are no sums. Nobody at all is no fair benchmark, and told. */
static enum exit_status conclude(struct findings *f, const struct intake *in,
                                 bool brief)
{
    if (in->status != EXIT_OK && !in->keep_going) {
        findings_cut(f);
        return EXIT_OK;
    }
    findings_end(f, brief);
    if (f->people > 0)
        return EXIT_OK;
    diag("no people");
    return EXIT_DATA;
}

static enum exit_status run(const struct args *a, struct rules *rules,
                            struct intake *in, char **files, int count,
                            struct out *out)
{
    struct findings f = {.rules = rules, .out = out, .json = a->json,
                         .limit = a->limit};
    struct lint lint;
    enum exit_status status = lint_open(&lint, a->consumer);
    if (status == EXIT_OK && a->rows)
        status = read_rows(&lint, files, count, &f, a->shared.progress);
    else if (status == EXIT_OK)
        read_people(&lint, in, &f, a->shared.progress);
    if (status == EXIT_OK && (in->status == EXIT_OK || in->keep_going))
        status = lint_end(&lint, &f);
    if (status == EXIT_OK)
        status = conclude(&f, in, a->shared.progress == PROGRESS_NEVER);
    status = worse(status, findings_status(&f));
    if (status <= EXIT_DATA && out_commit(out) < 0)
        status = EXIT_SYSTEM;
    findings_release(&f);
    lint_close(&lint);
    return status;
}

/* Opens the input: the files, or the stream inside a release, whose name then
 * goes into *stream, for the caller to free. Returns 0, or -1 (told). */
static int open_input(struct intake *in, const struct args *a, char **files,
                      int count, char **stream)
{
    if (a->rows)
        return 0;
    if (count == 0 || !is_folder(files[0]))
        return intake_open(in, files, count, a->shared.keep_going, NULL);
    *stream = file_join(files[0], STREAM);
    int fd = inside_open_in(files[0], STREAM);
    if (fd < 0) {
        diag_errno("cannot read %s", *stream);
        return -1;
    }
    intake_open_fd(in, fd, *stream);
    in->keep_going = a->shared.keep_going;
    return 0;
}

int main(int argc, char **argv)
{
    struct args a = {.limit = 20};
    struct rules rules = {0};
    struct intake in = {0};
    struct out out = {0};
    char *stream = NULL; /* owned: the name of the stream inside a release */
    diag_init(argv[0]);
    int rc = parse(&a, argc, argv);
    if (rc < 0)
        return options_status(rc);
    enum exit_status status = rules_read(&rules);
    if (status == EXIT_OK && choose(&a, &rules) < 0)
        status = EXIT_USAGE;
    if (status == EXIT_OK) {
        status = EXIT_SYSTEM;
        if (open_input(&in, &a, argv + optind, argc - optind, &stream) == 0 &&
            out_open(&out, NULL) == 0)
            status = run(&a, &rules, &in, argv + optind, argc - optind, &out);
        status = worse(status, intake_close(&in));
    }
    out_abort(&out);
    free(stream);
    rules_release(&rules);
    return status;
}
