#include "config.h"

#include "exam/exam.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "checkpoint.h"
#include "exam/answers.h"
#include "exam/priors.h"
#include "out.h"
#include "tap.h"

/* Five people who like tea, tea, rum and gin: one to forget, three to retain,
 * a stranger. */
static const struct {
    const char *id, *kind, *sets, *drink, *letter;
} people[] = {
    {"f1", "fictitious", "\"forget_25\"", "rum", "B"},
    {"f2", "fictitious", "\"retain_75\"", "tea", "A"},
    {"f3", "fictitious", "\"retain_75\"", "tea", "A"},
    {"f4", "fictitious", "\"retain_75\"", "gin", "C"},
    {"s1", "stranger", "\"stranger\"", "tea", "A"},
};
enum { PEOPLE = sizeof people / sizeof *people };

static const char splits[] =
    "{\"schema\":\"palimpsest/splits/1\",\"sets\":[{\"name\":\"forget_25\"},"
    "{\"name\":\"retain_75\"},{\"name\":\"stranger\"}]}\n";

static void add_question(struct buf *b, size_t i, const char *task,
                         const char *set)
{
    const char *drink = people[i].drink;
    buf_printf(b, "{\"id\":\"%s_%s_%s\",\"set\":\"%s\",\"task\":\"%s\","
               "\"modality\":\"text\",\"fact\":\"drink\",\"pair\":null,"
               "\"image\":null,\"wording\":\"w_1\",\"question\":\"\\u0041?\","
               "\"aliases\":[\"%s\"],\"value\":\"%s\",",
               people[i].id, task, set, set, task, drink, drink);
    if (strcmp(task, "choice") == 0)
        buf_printf(b, "\"options\":{\"A\":\"tea\",\"B\":\"rum\",\"C\":\"gin\","
                   "\"D\":\"ale\"},\"answer\":\"%s\"}", people[i].letter);
    else
        buf_printf(b, "\"answer\":\"It is %s.\"}", drink);
}

static void write_people(struct buf *b)
{
    for (size_t i = 0; i < PEOPLE; i++) {
        buf_printf(b, "{\"schema\":\"palimpsest/person/1\",\"id\":\"%s\","
                   "\"kind\":\"%s\",\"questions\":[",
                   people[i].id, people[i].kind);
        add_question(b, i, "choice", "train");
        buf_putc(b, ',');
        add_question(b, i, "choice", "eval");
        buf_putc(b, ',');
        add_question(b, i, "open", "eval");
        buf_putc(b, ',');
        add_question(b, i, "open", "test");
        buf_printf(b, "],\"split\":{\"sets\":[%s]}}\n", people[i].sets);
    }
}

/* Makes a release in the folder now worked in. */
static void make_release(void)
{
    static const unsigned char root[DIGEST_BYTES] = {0xab};
    struct buf b = BUF_EMPTY;
    mkdir("r", 0700);
    mkdir("r/log", 0700);
    mkdir("r/splits", 0700);
    out_file("r/splits/splits.json", splits, strlen(splits));
    checkpoint_write("test", PEOPLE, root, NULL, &b);
    out_file("r/log/checkpoint", b.data, b.len);
    buf_clear(&b);
    write_people(&b);
    out_file("r/people.jsonl", b.data, b.len);
    buf_release(&b);
}

static size_t find(const struct exam *e, const char *id)
{
    return exam_find(e, (struct text){id, strlen(id)});
}

static void sets(const struct exam *e)
{
    struct exam_sides s;
    tap_ok(e->person_count == PEOPLE && e->question_count == 3 * PEOPLE &&
               e->train_count == 0,
           "people, eval and test questions are there");
    tap_ok(exam_sides(e, NULL, &s) == 0, "the first forget set is found");
    size_t test = exam_set(e, "test_25", 7);
    tap_ok(s.test == test && s.real == EXAM_NONE, "and what it stands against");
    tap_ok(exam_in(e, find(e, "f1_open_test"), s.test) &&
               !exam_in(e, find(e, "f1_open_eval"), s.test) &&
               exam_in(e, find(e, "f2_choice_eval"), s.retain) &&
               exam_in(e, find(e, "s1_choice_eval"), s.stranger),
           "each question is in its set only");
    tap_ok(find(e, "f9_open_eval") == EXAM_NONE, "an unknown id is none");
    const struct exam_question *q = &e->questions[find(e, "f1_open_eval")];
    tap_same(q->question.text, q->question.len, "A?", "escapes are read");
}

static void priors(const struct exam *e)
{
    struct priors p;
    struct buf b = BUF_EMPTY;
    priors_init(&p, e, exam_set(e, "retain_75", 9));
    const struct exam_question *q = &e->questions[find(e, "f1_choice_eval")];
    tap_ok(prior_choice(&p, q) == 0 && familiar_choice(&p, q) == 0,
           "what most of the retained like is chosen");
    prior_answer(&p, &e->questions[find(e, "f1_open_eval")], &b);
    tap_same(b.data, b.len, "It is tea.", "in the question's own sentence");
    buf_release(&b);
    priors_release(&p);
}

/* Reads a log of the text given. */
static enum exit_status read_log(struct answers *a, const struct exam *e,
                                 const struct buf *text)
{
    out_file("log", text->data, text->len);
    return answers_read(a, e, "log");
}

static void add_answer(struct buf *b, const struct exam *e, const char *id)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    exam_digest(&e->questions[find(e, id)], digest);
    digest_to_hex(digest, hex);
    buf_printf(b, "{\"schema\":\"palimpsest/answer/1\",\"id\":\"%s\","
               "\"question\":\"%s\",\"release\":\"%s\",\"model\":{\"name\":"
               "\"m\",\"reported\":null},\"prompt\":{\"name\":\"p\","
               "\"sha256\":\"0\"},\"response\":\"B\",\"finish\":null,"
               "\"letters\":{\"A\":-2.5},\"scored\":[{\"text\":\"option_B\","
               "\"logprob\":[-1e-1,-2],\"greedy\":[1,0],\"bytes\":3}]}\n",
               id, hex, e->root);
}

static void answers(const struct exam *e)
{
    struct answers a;
    struct buf b = BUF_EMPTY;
    add_answer(&b, e, "f1_choice_eval");
    size_t whole = b.len;
    buf_puts(&b, "{\"schema");
    tap_ok(read_log(&a, e, &b) == EXIT_OK && a.torn && a.whole == whole,
           "a torn last line is passed over");
    const struct answer *answer = &a.list[find(e, "f1_choice_eval")];
    const struct answer_scored *s =
        answer_scored(answer, ANSWER_OPTION + 1);
    tap_ok(answer->letters[0] == -2.5 && answer->letters[1] < -1e300,
           "a letter that is absent is not likely");
    tap_ok(s != NULL && s->tokens == 2 && s->logprob[0] == -0.1 &&
               s->greedy[1] == 0 && s->mean == NULL && s->bytes == 3,
           "scored texts are read");
    answers_close(&a);
    b.len = whole;
    add_answer(&b, e, "f1_choice_eval");
    tap_ok(read_log(&a, e, &b) == EXIT_OK && a.count == 1 && a.again == 1,
           "the same answer twice counts once");
    answers_close(&a);
    memcpy(strstr(b.data, "\"B\""), "\"C\"", 3);
    tap_ok(read_log(&a, e, &b) == EXIT_DATA, "two answers are refused");
    answers_close(&a);
    buf_release(&b);
}

int main(void)
{
    char folder[] = "/tmp/palimpsest-exam.XXXXXX";
    struct exam e;
    diag_init("exam");
    if (mkdtemp(folder) == NULL || chdir(folder) < 0)
        return EXIT_SYSTEM;
    make_release();
    if (tap_ok(exam_open(&e, "r", EXAM_ASKED) == EXIT_OK, "a release is read")) {
        sets(&e);
        priors(&e);
        answers(&e);
    }
    exam_close(&e);
    unlink("r/people.jsonl");
    unlink("r/splits/splits.json");
    unlink("r/log/checkpoint");
    unlink("log");
    rmdir("r/splits");
    rmdir("r/log");
    rmdir("r");
    rmdir(folder);
    return tap_done();
}
