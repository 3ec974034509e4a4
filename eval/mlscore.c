/* mlscore: scores what models answered about people. See mlscore(1). */
#include "config.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"
#include "diag.h"
#include "exam/exam.h"
#include "exam/priors.h"
#include "mark/mark.h"
#include "measures/grim.h"
#include "options.h"
#include "out.h"
#include "progress.h"
#include "rng.h"
#include "score/book.h"
#include "score/marking.h"
#include "score/measuring.h"
#include "score/runs.h"
#include "score/verdict.h"
#include "score/writing.h"

#define MAX_N 10000 /* tried by --grim */

static const char usage[] =
    "usage: mlscore [--rules strict|mllmu] [--forget SET]\n"
    "               [--vanilla [NAME=]FILE] [--gold [NAME=]FILE]...\n"
    "               [--verdicts FILE]... [--utility [NAME=]FILE]...\n"
    "               [-o FILE] RELEASE [NAME=]FILE...\n"
    "       mlscore --grim TABLE.csv [--max-n N] [-o FILE]\n"
    "\n"
    "Scores logs of answers (mlask) to a RELEASE's questions, each FILE a run\n"
    "of an unlearned model, and writes one JSON object of cells, parts of the\n"
    "score J and differences, palimpsest-scores(5). The denominators are the\n"
    "release's: what is missing in a log counts as not right.\n"
    "\n"
    "      --rules NAME    mark by strict rules (default) or as MLLMU-Bench\n"
    "      --forget SET    the set that was to be forgotten (default: the\n"
    "                      release's first)\n"
    "      --vanilla FILE  answers of the model before unlearning\n"
    "      --gold FILE     answers of a model trained on retain alone; may be\n"
    "                      given again, for other seeds\n"
    "      --verdicts FILE what a judge said of the answers; likewise\n"
    "      --utility FILE  figures of lmms-eval or VLMEvalKit on the run called\n"
    "                      NAME, or on the only one; likewise\n"
    "      --grim FILE     score nothing: which printed percentages are\n"
    "                      impossible for their counts\n"
    "      --max-n N       with that, try counts up to N where none is given\n"
    "                      (default: 10000)\n"
    "  -o, --output FILE   write there instead of stdout\n"
    "  -q, --quiet         do not tell of answers that are missing\n"
    "  -P, --progress      progress on stderr, terminal or not\n"
    "  -h, --help          this text\n"
    "  -V, --version       the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s x | mkqa | mksplit -n 20 -s x |"
    " mkrelease -n 20 -o r\n"
    "Try: mlask --answerer prior -o prior.jsonl r && mlscore r prior.jsonl\n";

enum {
    OPTION_RULES = OPTIONS_LONG,
    OPTION_FORGET,
    OPTION_VANILLA,
    OPTION_GOLD,
    OPTION_VERDICTS,
    OPTION_UTILITY,
    OPTION_GRIM,
    OPTION_MAX_N,
};

static const struct option longs[] = {
    {"rules", required_argument, NULL, OPTION_RULES},
    {"forget", required_argument, NULL, OPTION_FORGET},
    {"vanilla", required_argument, NULL, OPTION_VANILLA},
    {"gold", required_argument, NULL, OPTION_GOLD},
    {"verdicts", required_argument, NULL, OPTION_VERDICTS},
    {"utility", required_argument, NULL, OPTION_UTILITY},
    {"grim", required_argument, NULL, OPTION_GRIM},
    {"max-n", required_argument, NULL, OPTION_MAX_N},
    {"output", required_argument, NULL, 'o'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

/* Arguments of an option that may be given again. */
struct list {
    char **items; /* owned, its strings borrowed */
    size_t count;
};

struct args {
    enum mark_rules rules;
    const char *forget; /* or NULL */
    char *vanilla;      /* or NULL */
    struct list golds, verdicts, utilities;
    const char *grim; /* a table, or NULL */
    uint64_t max_n;
    struct options_shared shared;
};

static void list_add(struct list *l, char *item)
{
    l->items = xrealloc(l->items, l->count + 1, sizeof *l->items);
    l->items[l->count++] = item;
}

static void args_release(struct args *args)
{
    free(args->golds.items);
    free(args->verdicts.items);
    free(args->utilities.items);
}

static int take_rules(struct args *args)
{
    if (strcmp(optarg, "strict") == 0)
        args->rules = MARK_STRICT;
    else if (strcmp(optarg, "mllmu") == 0)
        args->rules = MARK_MLLMU;
    else
        return options_fail("option '--rules': '%s' is not strict or mllmu",
                            optarg);
    return 0;
}

/* Returns 0, or what options_status() understands. */
static int take(struct args *args, struct options *o, int c)
{
    switch (c) {
    case OPTION_RULES:
        return take_rules(args);
    case OPTION_FORGET:
        args->forget = optarg;
        return 0;
    case OPTION_VANILLA:
        args->vanilla = optarg;
        return 0;
    case OPTION_GOLD:
        list_add(&args->golds, optarg);
        options_repeats(o, c);
        return 0;
    case OPTION_VERDICTS:
        list_add(&args->verdicts, optarg);
        options_repeats(o, c);
        return 0;
    case OPTION_UTILITY:
        list_add(&args->utilities, optarg);
        options_repeats(o, c);
        return 0;
    case OPTION_GRIM:
        args->grim = optarg;
        return 0;
    case OPTION_MAX_N:
        return options_number("max-n", 1, GRIM_MOST, &args->max_n);
    default:
        return options_take(&args->shared, c);
    }
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+:o:" OPTIONS_COMMON_LETTERS, longs,
                        usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : take(args, &o, c);
        if (rc != 0)
            return rc;
    }
    if (options_given(&o, OPTION_MAX_N) && args->grim == NULL)
        return options_fail("option '--max-n' is for --grim");
    if (args->grim != NULL)
        return options_no_operands(argc, argv);
    if (options_operands(argc, argv) < 0)
        return OPTIONS_BAD;
    if (optind == argc)
        return options_fail("which release?");
    if (argc - optind == 1 && args->vanilla == NULL && args->golds.count == 0)
        return options_fail("no log of answers is named");
    return 0;
}

/* Adds all runs of the command line. Returns -1 (told) if two have one name. */
static int add_runs(struct runs *runs, const struct args *args, char **files,
                    size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (runs_add(runs, RUN_UNLEARNED, files[i]) < 0)
            return -1;
    if (args->vanilla != NULL &&
        runs_add(runs, RUN_VANILLA, args->vanilla) < 0)
        return -1;
    for (size_t i = 0; i < args->golds.count; i++)
        if (runs_add(runs, RUN_GOLD, args->golds.items[i]) < 0)
            return -1;
    return 0;
}

/* Returns EXIT_OK, or what to exit with (told). */
static enum exit_status add_utilities(struct runs *runs,
                                      const struct args *args)
{
    enum exit_status status = EXIT_OK;
    for (size_t i = 0; status == EXIT_OK && i < args->utilities.count; i++)
        status = runs_utility(runs, args->utilities.items[i]);
    return status;
}

/* Marks floors and runs. Returns EXIT_OK, or what to exit with (told). */
static enum exit_status mark(const struct args *args, struct book *b,
                             const struct verdicts *verdicts)
{
    struct marks marks = {0};
    struct priors priors;
    struct marking m = {&marks, verdicts, &priors, args->rules};
    enum exit_status status = marks_open(&marks, b->exam);
    if (status == EXIT_OK) {
        priors_init(&priors, b->exam, b->sides.retain);
        marking_book(&m, b);
        priors_release(&priors);
    }
    for (size_t i = 0; status == EXIT_OK && i < b->run_count; i++)
        marking_agreement(b, &b->runs[i]);
    marks_close(&marks);
    return status;
}

/* Reads verdicts for a book, marks its runs and scores them. */
static enum exit_status score(const struct args *args, struct book *b)
{
    struct verdicts verdicts = {0};
    if (args->shared.progress != PROGRESS_NEVER)
        book_tell_missing(b);
    enum exit_status status =
        verdicts_read(&verdicts, b->exam, args->verdicts.items,
                      args->verdicts.count);
    if (status == EXIT_OK)
        status = mark(args, b, &verdicts);
    if (status == EXIT_OK) {
        book_score(b);
        measuring_book(b);
    }
    verdicts_release(&verdicts);
    return status;
}

static enum exit_status write_text(const struct args *args,
                                   const struct buf *text)
{
    struct out out;
    enum exit_status status = EXIT_SYSTEM;
    if (out_open(&out, args->shared.output) == 0 &&
        out_write(&out, text->data, text->len) == 0 && out_commit(&out) == 0)
        status = EXIT_OK;
    out_abort(&out);
    return status;
}

static enum exit_status write_book(const struct args *args,
                                   const struct book *b)
{
    static const char *const rules[] = {
        [MARK_STRICT] = "strict", [MARK_MLLMU] = "mllmu"};
    struct buf text = BUF_EMPTY;
    writing_book(b, rules[args->rules], &text);
    enum exit_status status = write_text(args, &text);
    buf_release(&text);
    return status;
}

/* Scores runs on an exam that was read. */
static enum exit_status run_on(const struct args *args, const struct exam *e,
                               struct runs *runs)
{
    struct exam_sides sides;
    struct book book;
    if (exam_sides(e, args->forget, &sides) < 0)
        return EXIT_DATA;
    enum exit_status status = runs_read(runs, e, args->shared.progress);
    if (status != EXIT_OK)
        return status;
    if (book_init(&book, e, &sides, runs->list, runs->count) < 0)
        status = EXIT_SYSTEM;
    if (status == EXIT_OK)
        status = score(args, &book);
    if (status == EXIT_OK)
        status = write_book(args, &book);
    book_release(&book);
    return status;
}

static enum exit_status run(const struct args *args, const char *release,
                            char **files, size_t count)
{
    struct exam exam;
    struct runs runs = {0};
    enum exit_status status = EXIT_USAGE;
    if (add_runs(&runs, args, files, count) == 0)
        status = add_utilities(&runs, args);
    if (status == EXIT_OK) {
        status = exam_open(&exam, release, EXAM_ASKED);
        if (status == EXIT_OK)
            status = run_on(args, &exam, &runs);
        exam_close(&exam);
    }
    runs_release(&runs);
    return status;
}

/* Says which values of a table are possible; a table that cannot be read
 * leaves nothing behind. */
static enum exit_status run_grim(const struct args *args)
{
    struct buf text = BUF_EMPTY;
    enum exit_status status = grim(args->grim, args->max_n, &text);
    if (text.len > 0 && write_text(args, &text) != EXIT_OK)
        status = EXIT_SYSTEM;
    buf_release(&text);
    return status;
}

int main(int argc, char **argv)
{
    struct args args = {.max_n = MAX_N};
    diag_init(argv[0]);
    rng_setup();
    int rc = parse(&args, argc, argv);
    int status = rc != 0             ? options_status(rc)
                 : args.grim != NULL ? (int)run_grim(&args)
                                     : (int)run(&args, argv[optind],
                                                argv + optind + 1,
                                                (size_t)(argc - optind - 1));
    args_release(&args);
    return status;
}
