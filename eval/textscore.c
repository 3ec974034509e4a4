/* textscore: scores candidate texts against references. See textscore(1). */
#include "config.h"

#include <stdbool.h>

#include "diag.h"
#include "intake.h"
#include "json_edit.h"
#include "options.h"
#include "out.h"
#include "progress.h"
#include "text/metric.h"
#include "text/pair.h"
#include "text/scorer.h"

static const char usage[] =
    "usage: textscore --metrics LIST [--stem] [-k] [--rejects FILE]\n"
    "                 [-o FILE] [FILE...]\n"
    "\n"
    "Scores lines {\"reference\":..,\"candidate\":..}, from FILEs or stdin,\n"
    "and adds a member a metric to each. A reference may be a list of texts.\n"
    "Metrics: rouge1 rouge2 rougeL rougeLsum, bleu-nltk0 to bleu-nltk7,\n"
    "bleu-sacre bleu-sacre-floor bleu-sacre-add-k bleu-sacre-none, the same\n"
    "as bleu-sacre4 (of four orders always), chrf, exact, f1.\n"
    "\n"
    "      --metrics LIST  the metrics, with commas between them\n"
    "      --stem          ROUGE of Porter stems\n"
    "  -k, --keep-going    go on after a bad line (still ends in 1)\n"
    "      --rejects FILE  with -k: write bad lines there\n"
    "  -o, --output FILE   write there instead of stdout\n"
    "  -q, --quiet         no progress on a terminal\n"
    "  -P, --progress      progress on stderr, terminal or not\n"
    "  -h, --help          this text\n"
    "  -V, --version       the version\n"
    "\n"
    "Try: echo '{\"reference\":\"a\",\"candidate\":\"b\"}' |"
    " textscore --metrics f1\n";

enum { OPTION_METRICS = OPTIONS_LONG, OPTION_STEM };

static const struct option longs[] = {
    {"metrics", required_argument, NULL, OPTION_METRICS},
    {"stem", no_argument, NULL, OPTION_STEM},
    {"output", required_argument, NULL, 'o'},
    {"keep-going", no_argument, NULL, 'k'},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    struct metrics metrics;
    bool stem;
    struct options_shared shared;
};

/* Returns 0, or what options_status() understands. */
static int take(struct args *args, int c)
{
    switch (c) {
    case OPTION_METRICS:
        return metrics_parse(&args->metrics, optarg);
    case OPTION_STEM:
        args->stem = true;
        return 0;
    default:
        return options_take(&args->shared, c);
    }
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+:o:k" OPTIONS_COMMON_LETTERS, longs,
                        usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : take(args, c);
        if (rc != 0)
            return rc;
    }
    if (args->metrics.count == 0)
        return options_fail("option '--metrics' is needed");
    if (options_rejects(&args->shared) < 0)
        return OPTIONS_BAD;
    return options_operands(argc, argv);
}

/* What serves one record after another. */
struct work {
    const struct metrics *metrics;
    struct scorer scorer;
    struct pair pair;
    struct buf scores, line;
};

static void work_release(struct work *w)
{
    scorer_release(&w->scorer);
    pair_release(&w->pair);
    buf_release(&w->scores);
    buf_release(&w->line);
}

/* The first metric of which the record has a member already, or NULL. */
static const char *scored_already(const struct metrics *metrics,
                                  const struct json_scan *record)
{
    for (size_t i = 0; i < metrics->count; i++)
        if (json_scan_find(record, metrics->list[i]->name) != NULL)
            return metrics->list[i]->name;
    return NULL;
}

/* Scores one record. Returns -1 if writing failed. */
static int handle(struct work *w, struct intake *in, struct out *out)
{
    const struct jsonl *r = &in->reader;
    const char *there = scored_already(w->metrics, &r->scan);
    if (there != NULL) {
        intake_refuse(in, NULL, "the record has a '%s' already", there);
        return 0;
    }
    const char *reason = pair_read(&w->pair, &r->scan);
    if (reason != NULL) {
        intake_refuse(in, NULL, "%s", reason);
        return 0;
    }
    buf_clear(&w->scores);
    buf_clear(&w->line);
    scorer_write(&w->scorer, &w->pair, &w->scores);
    json_insert_members(&w->line, r->line, r->len, w->scores.data,
                        w->scores.len);
    buf_putc(&w->line, '\n');
    return out_write(out, w->line.data, w->line.len);
}

static enum exit_status run(const struct args *args, char **files, int count)
{
    struct work w = {.metrics = &args->metrics};
    struct intake in;
    struct out out = {0};
    struct progress progress;
    scorer_init(&w.scorer, &args->metrics, args->stem);
    progress_start(&progress, args->shared.progress, "pairs", 0);
    if (intake_open(&in, files, count, args->shared.keep_going,
                    args->shared.rejects) < 0 ||
        out_open(&out, args->shared.output) < 0)
        intake_fail(&in, EXIT_SYSTEM);
    while (intake_next(&in)) {
        if (handle(&w, &in, &out) < 0)
            intake_fail(&in, EXIT_SYSTEM);
        progress_step(&progress);
    }
    progress_end(&progress);
    bool whole = in.status == EXIT_OK || args->shared.keep_going;
    if (whole && in.status != EXIT_SYSTEM && out_commit(&out) < 0)
        intake_fail(&in, EXIT_SYSTEM);
    out_abort(&out);
    work_release(&w);
    return intake_close(&in);
}

int main(int argc, char **argv)
{
    struct args args = {0};
    diag_init(argv[0]);
    int rc = parse(&args, argc, argv);
    if (rc != 0)
        return options_status(rc);
    return run(&args, argv + optind, argc - optind);
}
