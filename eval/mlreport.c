/* mlreport: what a person reads of scores. */
#include "config.h"

#include <signal.h>
#include <stdlib.h>

#include "alloc.h"
#include "datadir.h"
#include "diag.h"
#include "file.h"
#include "options.h"
#include "out.h"
#include "report/cells.h"
#include "report/writeup.h"
#include "report/study.h"
#include "staging.h"

static const char usage[] =
    "usage: mlreport -o DIR [--replace] SCORES.json...\n"
    "\n"
    "Writes scores, as mlscore makes them, as a page, index.html, that needs\n"
    "nothing besides itself; the same tables as Markdown, report.md; and every\n"
    "cell as comma-separated values, scores.csv.\n"
    "\n"
    "  -o, --output DIR  the report; must not exist or be empty\n"
    "      --replace     replace an earlier report in DIR\n"
    "  -q, --quiet       as in the other tools: there is no progress here\n"
    "  -P, --progress    the same\n"
    "  -h, --help        this text\n"
    "  -V, --version     the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s x | mkqa | mksplit -n 20 -s x |"
    " mkrelease -n 20 -o r\n"
    "Try: mlask --answerer prior -o prior.jsonl r\n"
    "Try: mlscore r prior.jsonl | mlreport -o report\n";

#define PAGE "index.html"
#define MARKDOWN "report.md"
#define CELLS "scores.csv"

static const char *const entries[] = {PAGE, MARKDOWN, CELLS, NULL};
static const struct staging_kind kind = {"report", entries, PAGE,
                                         WRITEUP_MARK};

struct args {
    bool replace;
    struct options_shared shared;
};

enum { OPTION_REPLACE = OPTIONS_LONG };

static const char letters[] = "+:o:" OPTIONS_COMMON_LETTERS;
static const struct option longs[] = {
    {"output", required_argument, NULL, 'o'},
    {"replace", no_argument, NULL, OPTION_REPLACE},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

static int parse(struct args *a, int argc, char **argv)
{
    struct options o = {argc, argv, letters, longs, usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        if (c == OPTION_REPLACE) {
            a->replace = true;
            continue;
        }
        c = options_take(&a->shared, c);
        if (c != 0)
            return c;
    }
    if (a->shared.output == NULL)
        return options_fail("option '--output' is missing");
    if (argc - optind > STUDY_FILES)
        return options_fail("takes at most %d files", STUDY_FILES);
    return options_operands(argc, argv);
}

static enum exit_status open_schema(struct schema *schema)
{
    struct buf why = BUF_EMPTY;
    char *path = datadir_path("schema/tools/scores.json");
    int rc = schema_compile_file(schema, path, false, &why);
    if (rc < 0)
        diag("%s", buf_string(&why));
    free(path);
    buf_release(&why);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

/* Reads all files, stdin where there is none. */
static enum exit_status read_study(struct study *study, int count,
                                   char **files)
{
    struct schema schema;
    schema_init(&schema);
    enum exit_status status = open_schema(&schema);
    study->files = xcalloc(STUDY_FILES, sizeof *study->files);
    if (count == 0 && status == EXIT_OK)
        status = scores_read(&study->files[study->count++], "-", &schema);
    for (int i = 0; i < count && status == EXIT_OK; i++)
        status =
            scores_read(&study->files[study->count++], files[i], &schema);
    if (status == EXIT_OK)
        study_finish(study);
    schema_release(&schema);
    return status;
}

static int write_file(const char *folder, const char *name,
                      const struct buf *content)
{
    char *path = file_join(folder, name);
    int rc = out_file(path, content->data, content->len);
    free(path);
    return rc;
}

/* Writes all there is and gives the folder its name; a signal waits for that,
 * which takes no time, so that nothing is left behind. */
static enum exit_status write_all(struct staging *staging,
                                  const struct study *study,
                                  const struct writeup *writeup)
{
    struct buf cells = BUF_EMPTY;
    sigset_t late, before;
    enum exit_status status = EXIT_SYSTEM;
    sigemptyset(&late);
    sigaddset(&late, SIGINT);
    sigaddset(&late, SIGTERM);
    sigaddset(&late, SIGHUP);
    cells_csv(study, &cells);
    sigprocmask(SIG_BLOCK, &late, &before);
    if (staging_open(staging) == 0 &&
        write_file(staging->beside, PAGE, &writeup->html) == 0 &&
        write_file(staging->beside, MARKDOWN, &writeup->markdown) == 0 &&
        write_file(staging->beside, CELLS, &cells) == 0)
        status = staging_commit(staging);
    staging_close(staging);
    sigprocmask(SIG_SETMASK, &before, NULL);
    buf_release(&cells);
    return status;
}

static enum exit_status run(const struct args *a, int count, char **files)
{
    struct study study = {0};
    struct writeup writeup = {BUF_EMPTY, BUF_EMPTY};
    struct staging staging;
    enum exit_status status =
        staging_init(&staging, &kind, a->shared.output, a->replace);
    if (status == EXIT_OK)
        status = read_study(&study, count, files);
    if (status == EXIT_OK)
        status = writeup_make(&writeup, &study);
    if (status == EXIT_OK)
        status = write_all(&staging, &study, &writeup);
    else
        staging_close(&staging);
    writeup_release(&writeup);
    study_release(&study);
    return status;
}

int main(int argc, char **argv)
{
    struct args args = {0};
    diag_init(argv[0]);
    int rc = parse(&args, argc, argv);
    if (rc < 0)
        return options_status(rc);
    return run(&args, argc - optind, argv + optind);
}
