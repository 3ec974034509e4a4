/* mkqa: add questions to person lines. See mkqa(1). */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "diag.h"
#include "intake.h"
#include "json_edit.h"
#include "options.h"
#include "out.h"
#include "people/world.h"
#include "plan.h"
#include "probes.h"
#include "progress.h"
#include "question.h"
#include "rng.h"
#include "subject.h"
#include "wordings.h"

static const char usage[] =
    "usage: mkqa [-t DIR] [--world DIR] [--probe] [-k] [--rejects FILE]\n"
    "            [-o FILE] [FILE...]\n"
    "\n"
    "Adds the member 'questions' to person lines (from FILEs or stdin):\n"
    "choice, open and cloze questions about the person's facts, in text and,\n"
    "where the line has images, about a picture.\n"
    "\n"
    "  -t, --templates DIR  question wordings, instead of the shipped ones\n"
    "      --world DIR      the world the people were drawn from, likewise\n"
    "      --probe          add probe questions: from facts to the name, and\n"
    "                       by way of other facts\n"
    "  -k, --keep-going     go on after a bad line (still ends in 1)\n"
    "      --rejects FILE   with -k: write bad lines there\n"
    "  -o, --output FILE    write there instead of stdout\n"
    "  -q, --quiet          no progress on a terminal\n"
    "  -P, --progress       progress on stderr, terminal or not\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "Try: mkprofiles -n 1 -s demo | mkqa | jq '.questions[0]'\n";

enum { OPT_WORLD = OPTIONS_LONG, OPT_PROBE };

static const struct option longs[] = {
    {"templates", required_argument, NULL, 't'},
    {"output", required_argument, NULL, 'o'},
    {"keep-going", no_argument, NULL, 'k'},
    {"world", required_argument, NULL, OPT_WORLD},
    {"probe", no_argument, NULL, OPT_PROBE},
    {"rejects", required_argument, NULL, OPTIONS_REJECTS},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    const char *templates; /* folder, or NULL for the shipped one */
    const char *world;     /* folder, or NULL for the shipped one */
    bool probe;
    struct options_shared shared;
};

/* What questions are made from. */
struct data {
    struct world world;
    struct wordings wordings;
};

static int parse_option(struct args *args, int c)
{
    switch (c) {
    case 't':
        args->templates = optarg;
        return 0;
    case OPT_WORLD:
        args->world = optarg;
        return 0;
    case OPT_PROBE:
        args->probe = true;
        return 0;
    default:
        return options_take(&args->shared, c);
    }
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv, "+t:o:k" OPTIONS_COMMON_LETTERS, longs,
                        usage, {0}};
    *args = (struct args){0};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : parse_option(args, c);
        if (rc != 0)
            return rc;
    }
    if (options_rejects(&args->shared) < 0)
        return OPTIONS_BAD;
    return options_operands(argc, argv);
}

/* Appends the array of the subject's questions. Returns NULL, or why there can
 * be none. */
static const char *make_questions(const struct data *data, struct subject *s,
                                  bool probe, struct buf *out)
{
    struct plan plan;
    const char *wrong = NULL;
    plan_make(&plan, s);
    if (plan.count == 0)
        return "the record has no fact that can be asked about";
    buf_putc(out, '[');
    for (size_t i = 0; i < plan.count && wrong == NULL; i++) {
        if (i > 0)
            buf_putc(out, ',');
        wrong = question_write(&data->wordings, s, &plan.items[i], out);
    }
    if (wrong == NULL && probe &&
        (s->head.kind == RECORD_FICTITIOUS || s->head.kind == RECORD_STRANGER))
        wrong = probes_write(&data->wordings, s, out);
    buf_putc(out, ']');
    return wrong;
}

/* Handles one record. Returns -1 if writing failed. */
static int handle(const struct data *data, struct subject *s,
                  struct intake *in, bool probe, struct out *out)
{
    struct jsonl *r = &in->reader;
    struct buf questions = BUF_EMPTY, line = BUF_EMPTY;
    const char *wrong = subject_read(s, &r->scan, r->line, r->len);
    if (wrong == NULL)
        wrong = make_questions(data, s, probe, &questions);
    int rc = 0;
    if (wrong != NULL) {
        intake_refuse(in, s->head.name[0] != '\0' ? s->head.name : NULL, "%s",
                      wrong);
    } else {
        json_insert(&line, r->line, r->len, "questions", questions.data,
                    questions.len);
        buf_putc(&line, '\n');
        rc = out_write(out, line.data, line.len);
    }
    buf_release(&questions);
    buf_release(&line);
    return rc;
}

static enum exit_status run(const struct args *args, const struct data *data,
                            char **files, int count)
{
    struct intake in;
    struct out out = {0};
    struct subject subject;
    struct progress progress;
    subject_init(&subject, &data->world);
    progress_start(&progress, args->shared.progress, "people", 0);
    if (intake_open(&in, files, count, args->shared.keep_going,
                    args->shared.rejects) < 0 ||
        out_open(&out, args->shared.output) < 0)
        intake_fail(&in, EXIT_SYSTEM);
    while (intake_next(&in)) {
        if (handle(data, &subject, &in, args->probe, &out) < 0)
            intake_fail(&in, EXIT_SYSTEM);
        progress_step(&progress);
    }
    progress_end(&progress);
    bool whole = in.status == EXIT_OK || args->shared.keep_going;
    if (whole && in.status != EXIT_SYSTEM && out_commit(&out) < 0)
        intake_fail(&in, EXIT_SYSTEM);
    out_abort(&out);
    subject_release(&subject);
    return intake_close(&in);
}

/* Reads world and wordings. Returns 0, TSV_BAD or TSV_UNREADABLE. */
static int load(const struct args *args, struct data *data)
{
    char *world = datadir_path("templates/world");
    char *words = datadir_path("templates/questions");
    *data = (struct data){0};
    int rc = world_load(&data->world,
                        args->world != NULL ? args->world : world);
    if (rc == 0)
        rc = wordings_load(&data->wordings,
                           args->templates != NULL ? args->templates : words);
    free(world);
    free(words);
    return rc;
}

int main(int argc, char **argv)
{
    struct args args;
    static struct data data;
    diag_init(argv[0]);
    rng_setup();
    int rc = parse(&args, argc, argv);
    if (rc != 0)
        return options_status(rc);
    enum exit_status status = EXIT_DATA;
    rc = load(&args, &data);
    if (rc == 0)
        status = run(&args, &data, argv + optind, argc - optind);
    else if (rc == TSV_UNREADABLE)
        status = EXIT_SYSTEM;
    wordings_release(&data.wordings);
    world_release(&data.world);
    return status;
}
