/* mlask: puts the questions of a release to a model. See mlask(1). */
#include "config.h"

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "ask/answer_write.h"
#include "ask/answerer.h"
#include "ask/asker.h"
#include "ask/client.h"
#include "ask/client_args.h"
#include "ask/journal.h"
#include "ask/judging.h"
#include "ask/plan.h"
#include "ask/prompt.h"
#include "ask/resume.h"
#include "ask/round.h"
#include "ask/shots.h"
#include "diag.h"
#include "exam/answers.h"
#include "exam/exam.h"
#include "exam/priors.h"
#include "options.h"
#include "rng.h"
#include "secret.h"

static const char usage[] =
    "usage: mlask -u URL -m MODEL [server options] [options] RELEASE\n"
    "       mlask --answerer NAME [options] RELEASE\n"
    "       mlask --judge FILE -u URL -m MODEL [server options] RELEASE\n"
    "\n"
    "Puts the questions of a release to a model, or to an answerer that needs\n"
    "none, and writes a line of JSON an answer. With -o it goes on where the\n"
    "file ended: what is answered there is not asked again. With --judge it\n"
    "asks a model how factual the open answers in FILE are.\n"
    "\n"
    "  -u, --url URL        the server's API: http://127.0.0.1:8080/v1\n"
    "  -m, --model MODEL    the model that is to answer\n"
    "  -j, --jobs N         requests at once (4)\n"
    "      --key FILE       the server's key (or in $PALIMPSEST_KEY)\n"
    "      --timeout N      seconds that a reply may take (600)\n"
    "      --max-tokens N   tokens that a reply may have (128, a verdict 512)\n"
    "      --no-logprobs    do not ask for the probabilities of letters\n"
    "      --score          ask how probable right and wrong answers are\n"
    "      --insecure-http  allow http:// to other machines\n"
    "      --answerer NAME  prior, random, familiar or oracle\n"
    "      --judge FILE     answers to be judged\n"
    "      --sets LIST      sets to ask, with commas between them (forget,\n"
    "                       test, retain, real and stranger, where they are)\n"
    "      --forget SET     what is to be forgotten (the first forget set)\n"
    "      --prompt NAME    plain, mllmu, guarded, or a file (plain); for a\n"
    "                       judge judge-mllmu, judge-geval (judge-mllmu)\n"
    "      --shots WHICH    demonstrations: a number of them, or mllmu:ID\n"
    "      --order WHEN     question: as they are asked; or done: as they are\n"
    "                       answered (question)\n"
    "      --max-cost N     send no more than N requests\n"
    "      --times FILE     write there how long each answer took\n"
    "  -k, --keep-going     go on after a question that got no answer\n"
    "  -o, --output FILE    add the answers there, instead of stdout\n"
    "  -q, --quiet          no progress on a terminal\n"
    "  -P, --progress       progress on stderr, terminal or not\n"
    "  -h, --help           this text\n"
    "  -V, --version        the version\n"
    "\n"
    "Try: mkprofiles -n 20 -s x | mkqa | mksplit -n 20 -s x |"
    " mkrelease -n 20 -o r\n"
    "Try: mlask --answerer prior r\n";

enum {
    OPT_ANSWERER = OPTIONS_LONG,
    OPT_SETS,
    OPT_FORGET,
    OPT_PROMPT,
    OPT_SHOTS,
    OPT_ORDER,
    OPT_MAX_COST,
    OPT_TIMES,
    OPT_JUDGE,
};

static const struct option longs[] = {
    {"answerer", required_argument, NULL, OPT_ANSWERER},
    {"sets", required_argument, NULL, OPT_SETS},
    {"forget", required_argument, NULL, OPT_FORGET},
    {"prompt", required_argument, NULL, OPT_PROMPT},
    {"shots", required_argument, NULL, OPT_SHOTS},
    {"order", required_argument, NULL, OPT_ORDER},
    {"max-cost", required_argument, NULL, OPT_MAX_COST},
    {"times", required_argument, NULL, OPT_TIMES},
    {"judge", required_argument, NULL, OPT_JUDGE},
    CLIENT_ARGS_LONGS,
    {"keep-going", no_argument, NULL, 'k'},
    {"output", required_argument, NULL, 'o'},
    OPTIONS_COMMON_LONGS,
    {NULL, 0, NULL, 0},
};

struct args {
    enum answerer_kind answerer; /* or ANSWERER_KINDS: a server */
    struct client_args server;
    const char *sets, *forget;   /* or NULL */
    const char *prompt;          /* or NULL */
    const char *judge;           /* answers to be judged, or NULL */
    const char *shots; /* or NULL */
    const char *times; /* or NULL */
    bool as_done;
    uint64_t most; /* requests to send, or 0 */
    struct options_shared shared;
};

static int take_answerer(struct args *args)
{
    args->answerer = answerer_parse(optarg);
    return args->answerer != ANSWERER_KINDS
               ? 0
               : options_fail("'%s' is no answerer: prior, random, familiar "
                              "or oracle", optarg);
}

static int take_order(struct args *args)
{
    args->as_done = strcmp(optarg, "done") == 0;
    return args->as_done || strcmp(optarg, "question") == 0
               ? 0
               : options_fail("'%s' is no order: question or done", optarg);
}

static int take_shots(struct args *args)
{
    args->shots = optarg;
    return shots_valid(optarg)
               ? 0
               : options_fail("'%s' names no demonstrations: a number from 1 "
                              "to %d, or mllmu:ID", optarg, SHOTS_LIMIT);
}

/* Returns 0, or what options_status() understands. */
static int take(struct args *args, int c)
{
    switch (c) {
    case OPT_ANSWERER:
        return take_answerer(args);
    case OPT_SETS:
        args->sets = optarg;
        return 0;
    case OPT_FORGET:
        args->forget = optarg;
        return 0;
    case OPT_PROMPT:
        args->prompt = optarg;
        return 0;
    case OPT_SHOTS:
        return take_shots(args);
    case OPT_ORDER:
        return take_order(args);
    case OPT_MAX_COST:
        return options_number("max-cost", 1, UINT32_MAX, &args->most);
    case OPT_TIMES:
        args->times = optarg;
        return 0;
    case OPT_JUDGE:
        args->judge = optarg;
        return 0;
    default:
        c = client_args_take(&args->server, c);
        return c <= 0 ? c : options_take(&args->shared, c);
    }
}

/* Refuses options that mean nothing to a judge. */
static int check_judge(const struct args *args, const struct options *o)
{
    static const int others[] = {OPT_ANSWERER, OPT_SETS, OPT_FORGET, OPT_SHOTS,
                                 OPT_TIMES, CLIENT_ARGS_SCORE,
                                 CLIENT_ARGS_NO_LOGPROBS};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++)
        for (const struct option *l = longs; l->name != NULL; l++)
            if (l->val == others[i] && options_given(o, l->val))
                return options_fail("option '--%s' is not for a judge",
                                    l->name);
    return client_args_check(&args->server, o, true);
}

/* Fills in what was not said. */
static void complete(struct args *args)
{
    bool judge = args->judge != NULL;
    struct chat_options *server = &args->server.options;
    if (args->prompt == NULL)
        args->prompt = judge ? "judge-mllmu" : "plain";
    if (server->max_tokens == 0)
        server->max_tokens = judge ? CHAT_JUDGE_TOKENS : CHAT_MAX_TOKENS;
    server->most = args->most;
}

static int parse(struct args *args, int argc, char **argv)
{
    struct options o = {argc, argv,
                        "+:ko:" CLIENT_ARGS_LETTERS OPTIONS_COMMON_LETTERS,
                        longs, usage, {0}};
    for (int c; (c = options_next(&o)) != OPTIONS_END;) {
        int rc = c < 0 ? c : take(args, c);
        if (rc != 0)
            return rc;
    }
    if (options_operands(argc, argv) != 0)
        return OPTIONS_BAD;
    if (argc - optind != 1)
        return options_fail(argc == optind ? "a release is missing"
                                           : "one release at a time");
    complete(args);
    if (args->judge != NULL)
        return check_judge(args, &o);
    return client_args_check(&args->server, &o,
                             args->answerer == ANSWERER_KINDS);
}

/* All that a run is made of. */
struct work {
    struct exam exam;
    struct exam_sides sides;
    struct prompt prompt;
    struct shots shots;
    struct priors priors;
    struct plan plan;
    struct answer_run run;
    struct answers had;
    struct journal log, times;
};

static void release(struct work *w)
{
    answers_close(&w->had);
    plan_release(&w->plan);
    priors_release(&w->priors);
    shots_release(&w->shots);
    prompt_release(&w->prompt);
    exam_close(&w->exam);
}

/* Loads release and prompt, and picks what to ask. */
static enum exit_status load(struct work *w, const struct args *args,
                             const char *folder)
{
    enum exit_status status = prompt_load(&w->prompt, args->prompt);
    if (status == EXIT_OK)
        status = exam_open(&w->exam, folder,
                           args->shots != NULL ? EXAM_TAUGHT : EXAM_ASKED);
    if (status != EXIT_OK)
        return status;
    if (exam_sides(&w->exam, args->forget, &w->sides) < 0 ||
        plan_sets(&w->plan, &w->exam, &w->sides, args->sets) < 0 ||
        shots_init(&w->shots, &w->exam, w->sides.retain, args->shots) < 0)
        return EXIT_DATA;
    if (w->shots.kind == SHOTS_MLLMU)
        diag("demonstrations leak: the questions of a person who is asked "
             "about are told with their answers");
    priors_init(&w->priors, &w->exam, w->sides.retain);
    w->run = (struct answer_run){&w->exam, &w->prompt, &w->shots,
                                 args->answerer == ANSWERER_KINDS
                                     ? args->server.options.model
                                     : answerer_name(args->answerer)};
    return EXIT_OK;
}

/* Opens the log, reads what is in it, and lists what is to be asked. */
static enum exit_status open_log(struct work *w, const struct args *args)
{
    if (journal_open(&w->log, args->shared.output) < 0 ||
        (args->times != NULL && (journal_open(&w->times, args->times) < 0 ||
                                 journal_mend(&w->times) < 0)))
        return EXIT_SYSTEM;
    enum exit_status status =
        w->log.regular ? resume(&w->log, &w->run, &w->had) : EXIT_OK;
    if (status == EXIT_OK)
        plan_list(&w->plan, &w->exam, &w->shots,
                  w->log.regular ? &w->had : NULL);
    return status;
}

/* Asks `asker` all that is to be asked. */
static enum exit_status ask(struct work *w, const struct args *args,
                            struct asker *asker)
{
    struct round round = {
        .run = &w->run,
        .plan = &w->plan,
        .asker = asker,
        .log = &w->log,
        .times = args->times != NULL ? &w->times : NULL,
        .as_done = args->as_done,
        .keep_going = args->shared.keep_going,
        .most = asker->client == NULL ? args->most : 0,
        .progress = args->shared.progress,
    };
    return round_run(&round);
}

/* Asks the server, or the answerer. */
static enum exit_status ask_whom(struct work *w, const struct args *args,
                                 const char *folder)
{
    struct client client = {0};
    struct asker asker = {&w->exam, NULL, args->answerer, &w->priors,
                          EXAM_NONE};
    enum exit_status status = EXIT_SYSTEM;
    if (args->answerer != ANSWERER_KINDS)
        return ask(w, args, &asker);
    asker.client = &client;
    if (client_open(&client, &args->server.options, &w->exam, folder) == 0)
        status = ask(w, args, &asker);
    client_close(&client);
    return status;
}

static enum exit_status run(const struct args *args, const char *folder)
{
    struct work w = {0};
    enum exit_status status = load(&w, args, folder);
    if (status == EXIT_OK)
        status = open_log(&w, args);
    if (status == EXIT_OK)
        status = ask_whom(&w, args, folder);
    if (journal_close(&w.log) < 0 || journal_close(&w.times) < 0)
        status = EXIT_SYSTEM;
    release(&w);
    return status;
}

static enum exit_status judge(const struct args *args, const char *folder)
{
    const struct judging judging = {
        .answers = args->judge,
        .prompt = args->prompt,
        .output = args->shared.output,
        .server = args->server.options,
        .as_done = args->as_done,
        .keep_going = args->shared.keep_going,
        .progress = args->shared.progress,
    };
    return judging_run(&judging, folder);
}

int main(int argc, char **argv)
{
    struct args args = {.answerer = ANSWERER_KINDS};
    struct buf key = BUF_EMPTY;
    diag_init(argv[0]);
    rng_setup();
    client_args_init(&args.server);
    int rc = parse(&args, argc, argv);
    if (rc != 0)
        return options_status(rc);
    enum exit_status status = EXIT_OK;
    if (args.answerer == ANSWERER_KINDS)
        status = client_args_finish(&args.server, &key);
    if (status == EXIT_OK)
        status = args.judge != NULL ? judge(&args, argv[optind])
                                    : run(&args, argv[optind]);
    secret_release(&key);
    return status;
}
