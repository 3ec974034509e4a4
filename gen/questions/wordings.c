#include "config.h"

#include "wordings.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static const char *const tasks[TASKS] = {"choice", "open", "cloze"};
static const char *const sets[SETS] = {"train", "eval", "test", "base",
                                       "probe"};

enum column { TASK, SET, TEXT, ANSWER, PARAPHRASE };

const char *task_name(enum task task)
{
    return tasks[task];
}

const char *question_set_name(enum question_set set)
{
    return sets[set];
}

static int find(const char *const *names, int count, const char *name)
{
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], name) == 0)
            return i;
    return -1;
}

static int compile(const struct tsv *t, size_t row, size_t column,
                   struct template *out)
{
    if (template_compile(out, tsv_cell(t, row, column), fact_slots) < 0)
        return tsv_fail(t, row, "%s, at byte %zu of column %zu", out->reason,
                        out->column, column + 1);
    return 0;
}

static int compile_answers(const struct tsv *t, size_t row, struct wording *w)
{
    if (compile(t, row, ANSWER, &w->answer) < 0)
        return -1;
    return compile(t, row, PARAPHRASE, &w->paraphrase);
}

static size_t uses(const struct template *t, int a, int b)
{
    return template_uses(t, a) + template_uses(t, b);
}

/* What a row must have for its task: the person once, a gap or an answer. */
static int check_row(const struct tsv *t, size_t row, enum fact fact,
                     enum task task, const struct wording *w)
{
    if (uses(&w->text, SLOT_PERSON, SLOT_PERSONS) != 1)
        return tsv_fail(t, row, "the text must name the person once");
    if (template_uses(&w->text, SLOT_GAP) != (task == TASK_CLOZE))
        return tsv_fail(t, row, "cloze texts, and no others, have one gap");
    if (template_uses(&w->text, fact) != 0)
        return tsv_fail(t, row, "the text gives its answer away");
    if (task == TASK_OPEN && (template_uses(&w->answer, fact) != 1 ||
                              template_uses(&w->paraphrase, fact) != 1))
        return tsv_fail(t, row, "answer and paraphrase must hold the fact "
                                "once");
    return 0;
}

static int load_row(struct wordings *w, enum fact fact, size_t row)
{
    const struct tsv *t = &w->tables[fact];
    struct wording *wording = &w->all[fact][row];
    int task = find(tasks, TASKS, tsv_cell(t, row, TASK));
    int set = find(sets, WORDING_SETS, tsv_cell(t, row, SET));
    if (task < 0 || set < 0)
        return tsv_fail(t, row, "tasks are choice, open and cloze, sets "
                                "train, eval and test");
    struct wording_list *list = &w->lists[fact][task][set];
    if (list->count == 0)
        list->first = wording;
    else if (list->first + list->count != wording)
        return tsv_fail(t, row, "the rows of a task and set must stand "
                                "together");
    wording->number = (unsigned)++list->count;
    if (compile(t, row, TEXT, &wording->text) < 0)
        return -1;
    if (task == TASK_OPEN && compile_answers(t, row, wording) < 0)
        return -1;
    return check_row(t, row, fact, (enum task)task, wording);
}

static int load_fact(struct wordings *w, const char *folder, enum fact fact)
{
    struct buf name = BUF_EMPTY;
    buf_puts(&name, fact_name(fact));
    buf_puts(&name, ".tsv");
    struct tsv *t = &w->tables[fact];
    int rc = tsv_read(t, folder, buf_string(&name),
                      "task set text answer paraphrase");
    buf_release(&name);
    if (rc < 0)
        return rc;
    w->all[fact] = xcalloc(t->rows, sizeof *w->all[fact]);
    for (size_t row = 0; row < t->rows; row++)
        if (load_row(w, fact, row) < 0)
            return -1;
    for (int task = 0; task < TASKS; task++)
        for (int set = 0; set < WORDING_SETS; set++)
            if ((w->lists[fact][task][set].count > 0) !=
                (task != TASK_CHOICE || fact_class(fact) == FACT_SHARED))
                return tsv_fail(t, 0, "wordings are missing or too many for "
                                      "%s %s", tasks[task], sets[set]);
    return 0;
}

/* The columns of probe.tsv are those of the others, but for the first two. */
static int load_probe(struct wordings *w, size_t row)
{
    const struct tsv *t = &w->probe_table;
    struct probe *p = &w->probes[w->probe_count++];
    p->kind = tsv_cell(t, row, 0);
    p->fact = fact_parse(tsv_cell(t, row, 1));
    p->wording.number = (unsigned)row + 1;
    if (p->fact == FACTS)
        return tsv_fail(t, row, "no such fact");
    if (compile(t, row, TEXT, &p->wording.text) < 0 ||
        compile_answers(t, row, &p->wording) < 0)
        return -1;
    if (template_uses(&p->wording.text, p->fact) != 0 ||
        template_uses(&p->wording.answer, p->fact) != 1 ||
        template_uses(&p->wording.paraphrase, p->fact) != 1)
        return tsv_fail(t, row, "the fact belongs into answer and "
                                "paraphrase, once, and not into the text");
    return 0;
}

static int load_probes(struct wordings *w, const char *folder)
{
    struct tsv *t = &w->probe_table;
    int rc = tsv_read(t, folder, "probe.tsv",
                      "probe fact text answer paraphrase");
    if (rc < 0)
        return rc;
    if (t->rows > WORDING_PROBES)
        return tsv_fail(t, WORDING_PROBES, "there may be %d probes at most",
                        WORDING_PROBES);
    w->probes = xcalloc(t->rows, sizeof *w->probes);
    for (size_t row = 0; row < t->rows; row++)
        if (load_probe(w, row) < 0)
            return -1;
    return 0;
}

int wordings_load(struct wordings *w, const char *folder)
{
    *w = (struct wordings){0};
    int rc = 0;
    for (int fact = 0; fact < FACTS && rc == 0; fact++)
        if (fact_class((enum fact)fact) != FACT_NEVER_ASKED)
            rc = load_fact(w, folder, (enum fact)fact);
    if (rc == 0)
        rc = tsv_read(&w->referents, folder, "referents.tsv",
                      "set plain possessive");
    if (rc < 0)
        return rc;
    for (int set = 0; set < WORDING_SETS; set++) {
        size_t count;
        wordings_referents(w, (enum question_set)set, &count);
        if (count == 0)
            return tsv_fail(&w->referents, 0, "no phrase for '%s'", sets[set]);
    }
    return load_probes(w, folder);
}

const struct wording_list *wordings_of(const struct wordings *w,
                                       enum fact fact, enum task task,
                                       enum question_set set)
{
    return &w->lists[fact][task][set == SET_BASE ? SET_TRAIN : set];
}

size_t wordings_referents(const struct wordings *w, enum question_set set,
                          size_t *count)
{
    const char *name = set == SET_TEST ? "test" : "train_eval";
    size_t first = 0;
    *count = 0;
    for (size_t row = 0; row < w->referents.rows; row++) {
        if (strcmp(tsv_cell(&w->referents, row, 0), name) != 0)
            continue;
        if (*count == 0)
            first = row;
        ++*count;
    }
    return first;
}

static void wording_release(struct wording *w)
{
    template_release(&w->text);
    template_release(&w->answer);
    template_release(&w->paraphrase);
}

void wordings_release(struct wordings *w)
{
    for (int fact = 0; fact < FACTS; fact++) {
        for (size_t i = 0; w->all[fact] != NULL && i < w->tables[fact].rows;
             i++)
            wording_release(&w->all[fact][i]);
        free(w->all[fact]);
        tsv_release(&w->tables[fact]);
    }
    for (size_t i = 0; i < w->probe_count; i++)
        wording_release(&w->probes[i].wording);
    free(w->probes);
    tsv_release(&w->referents);
    tsv_release(&w->probe_table);
    *w = (struct wordings){0};
}
