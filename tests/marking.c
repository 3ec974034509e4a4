/* Marks replies to questions that a table makes up, for tests/marks.t:
 *
 *   marking forms TABLE              the normal form of each text
 *   marking marks QUESTIONS REPLIES  the marks of each reply, by both rules
 *   marking likeness QUESTIONS REPLIES   of those to open questions: question,
 *                                    reply, ROUGE-L's F and recall, BLEU
 *   marking long QUESTIONS KIB       marks replies of so many KiB
 *   marking release FOLDER           marks right and wrong replies to a release
 *
 * The first two print the table again with the last columns as they should be.
 * In a cell \n stands for a line end, \e for an escape character, \? for
 * U+FFFD. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "alloc.h"
#include "diag.h"
#include "mark/mark.h"
#include "num.h"
#include "tsv.h"

#define LIST_LIMIT 8 /* aliases of a value */

static struct text text_of(const char *text)
{
    return (struct text){text, strlen(text)};
}

/* A cell without its escapes; the caller frees it. */
static char *plain(const char *cell)
{
    struct buf b = BUF_EMPTY;
    for (; *cell != '\0'; cell++) {
        if (*cell == '\\' && cell[1] == 'n')
            buf_putc(&b, '\n');
        else if (*cell == '\\' && cell[1] == 'e')
            buf_putc(&b, '\x1b');
        else if (*cell == '\\' && cell[1] == '?')
            buf_puts(&b, "\xef\xbf\xbd");
        else {
            buf_putc(&b, *cell);
            continue;
        }
        cell++;
    }
    char *copy = xstrndup(b.len == 0 ? "" : b.data, b.len);
    buf_release(&b);
    return copy;
}

/* Cuts a cell at its bars. Returns how many pieces there are. */
static size_t cut(struct pool *p, const char *cell, struct text *pieces,
                  size_t most)
{
    size_t count = 0;
    while (*cell != '\0' && count < most) {
        size_t len = strcspn(cell, "|");
        pieces[count++] = pool_text(p, cell, len);
        cell += len + (cell[len] == '|');
    }
    return count;
}

static size_t fact_of(struct exam *e, const char *name)
{
    size_t i = 0;
    while (i < e->fact_count && !text_same(e->facts[i], text_of(name)))
        i++;
    if (i == e->fact_count)
        e->facts[e->fact_count++] = text_of(name);
    return i;
}

static void add_question(struct exam *e, const struct tsv *t, size_t row)
{
    struct exam_question *q = &e->questions[row];
    const char *task = tsv_cell(t, row, 2);
    struct text *aliases = pool_take(&e->pool, LIST_LIMIT * sizeof *aliases);
    *q = (struct exam_question){
        .id = text_of(tsv_cell(t, row, 0)),
        .fact = fact_of(e, tsv_cell(t, row, 1)),
        .task = EXAM_OPEN,
        .question = text_of(tsv_cell(t, row, 3)),
        .answer = text_of(tsv_cell(t, row, 4)),
        .value = text_of(tsv_cell(t, row, 5)),
        .aliases = aliases,
    };
    q->alias_count = cut(&e->pool, tsv_cell(t, row, 6), aliases, LIST_LIMIT);
    while (q->task < EXAM_TASKS && strcmp(exam_task_name(q->task), task) != 0)
        q->task = (q->task + 1) % EXAM_TASKS;
    cut(&e->pool, tsv_cell(t, row, 7), q->options, EXAM_OPTIONS);
}

/* As tsv_read(), by a path. Tells if it is not 0. */
static int read_table(struct tsv *t, const char *path, const char *columns)
{
    const char *slash = strrchr(path, '/');
    const char *name = slash == NULL ? path : slash + 1;
    char *folder = slash == NULL ? xstrndup(".", 1)
                                 : xstrndup(path, (size_t)(slash - path));
    int rc = tsv_read(t, folder, name, columns);
    free(folder);
    return rc;
}

/* An exam of the questions of a table; both live until the end. */
static void make_exam(struct exam *e, struct tsv *t, const char *path)
{
    *e = (struct exam){.root = ""};
    if (read_table(t, path, "id fact task question answer value "
                            "aliases options") != 0)
        exit(EXIT_DATA);
    e->questions = xcalloc(t->rows, sizeof *e->questions);
    e->facts = xcalloc(t->rows, sizeof *e->facts);
    for (; e->question_count < t->rows; e->question_count++)
        add_question(e, t, e->question_count);
}

static int forms(const char *path)
{
    struct tsv t;
    struct terms terms;
    struct items items = {0};
    struct buf form = BUF_EMPTY;
    if (read_table(&t, path, "text form") != 0 || terms_open(&terms) != 0)
        return EXIT_DATA;
    puts("text\tform");
    for (size_t row = 0; row < t.rows; row++) {
        char *text = plain(tsv_cell(&t, row, 0));
        buf_clear(&form);
        items_write(&items, &terms, text, strlen(text), &form);
        printf("%s\t%s\n", tsv_cell(&t, row, 0),
               form.len == 0 ? "-" : buf_string(&form));
        free(text);
    }
    tsv_release(&t);
    terms_close(&terms);
    items_release(&items);
    buf_release(&form);
    return EXIT_OK;
}

static size_t question_of(const struct exam *e, const char *id)
{
    for (size_t i = 0; i < e->question_count; i++)
        if (text_same(e->questions[i].id, text_of(id)))
            return i;
    diag("there is no question '%s'", id);
    exit(EXIT_DATA);
}

static void print_mark(struct mark m)
{
    printf("\t%s%s%s", mark_class_name(m.class),
           m.value && !m.correct ? "+value" : "", m.exact ? "+exact" : "");
    if (m.correct != (m.class == MARK_RIGHT))
        printf("+correct");
}

/* Prints a row of the table with its marks. */
static void print_marks(const struct tsv *t, size_t row, struct marker *k,
                        const struct marks *m, size_t question)
{
    char *reply = plain(tsv_cell(t, row, 1));
    size_t len = strlen(reply);
    printf("%s\t%s", tsv_cell(t, row, 0),
           len == 0 ? "-" : tsv_cell(t, row, 1));
    print_mark(mark_reply(k, m, question, reply, len, MARK_STRICT));
    print_mark(mark_reply(k, m, question, reply, len, MARK_MLLMU));
    putchar('\n');
    free(reply);
}

static void print_likeness(const struct tsv *t, size_t row, struct marker *k,
                           const struct marks *m, size_t question)
{
    const char *reply = tsv_cell(t, row, 1);
    if (m->exam->questions[question].task != EXAM_OPEN ||
        strchr(reply, '\\') != NULL)
        return;
    struct mark mark = mark_reply(k, m, question, reply, strlen(reply),
                                  MARK_STRICT);
    printf("%s\t%s\t%.17g\t%.17g\t%.17g\n", tsv_cell(t, row, 0), reply,
           mark.rougeL_f, mark.rougeL_recall, mark.bleu);
}

static int marks(const char *questions, const char *replies, bool likeness)
{
    struct exam e;
    struct tsv asked, t;
    struct marks m;
    struct marker k = {0};
    make_exam(&e, &asked, questions);
    if (read_table(&t, replies, "question reply strict mllmu") != 0 ||
        marks_open(&m, &e) != EXIT_OK)
        return EXIT_DATA;
    if (!likeness)
        puts("question\treply\tstrict\tmllmu");
    for (size_t row = 0; row < t.rows; row++) {
        size_t q = question_of(&e, tsv_cell(&t, row, 0));
        if (likeness)
            print_likeness(&t, row, &k, &m, q);
        else
            print_marks(&t, row, &k, &m, q);
    }
    mark_release(&k);
    marks_close(&m);
    tsv_release(&t);
    tsv_release(&asked);
    exam_close(&e);
    return EXIT_OK;
}

/* Texts that are marked slowly by what looks back or ahead too often. */
static const char *const pieces[] = {
    "a ",      "not ",     "1 ",       "1,234,",    "1.",    "5'",   "@",
    "x@y.z ",  "a.b.c.",   "'s",       "(b ",       "York ", "May 1 ",
    "hermit ", "Kristian ", "e\xcc\x81", "\xc3\xa9 ", "*",     "1-2-", "$1 a ",
    "pet that ", "the answer is ", "788 555 ", "- ", "\n"};

/* Of the first question that is not like the one before: a task or a name. */
static bool is_first(const struct exam *e, const struct marks *m, size_t q)
{
    return q == 0 || e->questions[q].task != e->questions[q - 1].task ||
           m->parts[e->questions[q].fact];
}

static int mark_long(const char *questions, const char *kib)
{
    struct exam e;
    struct tsv asked;
    struct marks m;
    struct marker k = {0};
    struct buf text = BUF_EMPTY;
    uint64_t size;
    make_exam(&e, &asked, questions);
    if (!num_parse(kib, 1, 1 << 16, &size) || marks_open(&m, &e) != EXIT_OK)
        return EXIT_USAGE;
    for (size_t p = 0; p < sizeof pieces / sizeof pieces[0]; p++) {
        buf_clear(&text);
        while (text.len < size << 10)
            buf_puts(&text, pieces[p]);
        for (size_t q = 0; q < e.question_count; q++)
            if (is_first(&e, &m, q))
                mark_reply(&k, &m, q, text.data, text.len, MARK_STRICT);
    }
    buf_release(&text);
    mark_release(&k);
    marks_close(&m);
    tsv_release(&asked);
    exam_close(&e);
    return EXIT_OK;
}

/* What is said in answer to a question. */
enum saying { ANSWER, PARAPHRASE, PERTURBED, NOTHING, SAYINGS };

/* An answer that is right, right in other words, that of somebody else, or that
 * names nothing. Of choices the first and third are letters. */
static struct text say(const struct exam_question *q, enum saying saying)
{
    bool open = q->task == EXAM_OPEN;
    switch (saying) {
    case ANSWER:
        return q->answer;
    case PARAPHRASE:
        return open ? q->paraphrase : q->answer;
    case PERTURBED:
        if (open)
            return q->perturbed[0].answer;
        return text_of(q->answer.text[0] == 'A' ? "B" : "A");
    default:
        return text_of("Nothing of that kind is on the list.");
    }
}

static double seconds(void)
{
    struct timespec now;
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

/* Marks what is said in answer to all questions; returns how much is right. */
static size_t mark_all(const struct exam *e, const struct marks *m,
                       struct marker *k, enum saying saying)
{
    size_t right = 0;
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        struct text reply = say(q, saying);
        struct mark mark = mark_reply(k, m, i, reply.text, reply.len,
                                      MARK_STRICT);
        right += mark.correct;
        if (mark.correct != (saying < PERTURBED))
            fprintf(stderr, "%.*s: %.*s: %s\n", (int)q->id.len, q->id.text,
                    (int)reply.len, reply.text, mark_class_name(mark.class));
    }
    return right;
}

static int release(const char *folder)
{
    struct exam e;
    struct marks m;
    struct marker k = {0};
    enum exit_status status = exam_open(&e, folder, false);
    double start = seconds();
    if (status == EXIT_OK)
        status = marks_open(&m, &e);
    if (status != EXIT_OK)
        return status;
    double tables = seconds();
    size_t right[SAYINGS];
    for (enum saying saying = ANSWER; saying < SAYINGS; saying++)
        right[saying] = mark_all(&e, &m, &k, saying);
    printf("%zu questions: %zu answers right, %zu paraphrases, %zu of others, "
           "%zu of nothing\n", e.question_count, right[ANSWER],
           right[PARAPHRASE], right[PERTURBED], right[NOTHING]);
    fprintf(stderr, "tables %.1f ms, %zu marks %.1f ms\n",
            (tables - start) * 1e3, SAYINGS * e.question_count,
            (seconds() - tables) * 1e3);
    mark_release(&k);
    marks_close(&m);
    exam_close(&e);
    return EXIT_OK;
}

int main(int argc, char **argv)
{
    diag_init(argv[0]);
    if (argc == 3 && strcmp(argv[1], "forms") == 0)
        return forms(argv[2]);
    if (argc == 4 && strcmp(argv[1], "marks") == 0)
        return marks(argv[2], argv[3], false);
    if (argc == 4 && strcmp(argv[1], "likeness") == 0)
        return marks(argv[2], argv[3], true);
    if (argc == 4 && strcmp(argv[1], "long") == 0)
        return mark_long(argv[2], argv[3]);
    if (argc == 3 && strcmp(argv[1], "release") == 0)
        return release(argv[2]);
    diag("usage: marking forms|marks|likeness|long|release FILE...");
    return EXIT_USAGE;
}
