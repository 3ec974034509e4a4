#include "config.h"

#include "question_counts.h"

#include <string.h>

#include "shape.h"

enum { CHOICE, OPEN, CLOZE, TASKS };

#define LETTERS 4

static const char *const task_names[TASKS] = {"choice", "open", "cloze"};
static const unsigned eval_counts[TASKS] = {5, 2, 2}; /* a modality */

struct tally {
    unsigned tasks[QUESTION_SETS][2][TASKS]; /* of text, of images */
    unsigned letters[QUESTION_SETS][LETTERS];
    unsigned names[QUESTION_SETS]; /* asked of an image */
};

static void count_one(struct tally *t, const struct asked *a)
{
    for (int task = 0; task < TASKS; task++)
        t->tasks[a->set][a->image][task] +=
            strcmp(a->task, task_names[task]) == 0;
    if (strcmp(a->task, "choice") == 0)
        t->letters[a->set][a->answer[0] - 'A']++;
    t->names[a->set] += a->image && strcmp(a->fact, "name") == 0;
}

/* Eval and test have their numbers; a celebrity, of whom less is known, has at
 * most as many. `there`: the set has questions of that modality. */
static void check_tasks(const struct person *p, const struct tally *t,
                        enum question_set set, bool image, bool there,
                        struct findings *f)
{
    bool up_to = p->head.kind == RECORD_CELEBRITY;
    for (int task = 0; task < TASKS; task++) {
        unsigned wanted = there ? eval_counts[task] : 0;
        unsigned came = t->tasks[set][image][task];
        if (came == wanted || (up_to && came < wanted))
            continue;
        findings_add(f, "question/count", p->place,
                     "%u %s questions of %s in the set %s, not %s%u", came,
                     task_names[task], image ? "images" : "text",
                     question_set_name(set), up_to ? "up to " : "", wanted);
        findings_witness_u64(f, wanted, came);
    }
    if (!image || !there || up_to || t->names[set] == 1)
        return;
    findings_add(f, "question/count", p->place,
                 "%u questions of images ask the name in the set %s, not 1",
                 t->names[set], question_set_name(set));
    findings_witness_u64(f, 1, t->names[set]);
}

/* In a set no letter is right more than once more than another. */
static void check_letters(const struct person *p, const struct tally *t,
                          enum question_set set, struct findings *f)
{
    unsigned least = t->letters[set][0], most = least;
    for (int i = 1; i < LETTERS; i++) {
        unsigned times = t->letters[set][i];
        least = times < least ? times : least;
        most = times > most ? times : most;
    }
    if (most <= least + 1)
        return;
    findings_add(f, "question/letters", p->place,
                 "in the set %s one letter is right %u times, another %u",
                 question_set_name(set), most, least);
    findings_witness_u64(f, least + 1, most);
}

static bool has_view(const struct person *p)
{
    const cJSON *i = p->images != NULL ? p->images->child : NULL;
    while (i != NULL && strcmp(shape_text(i, "role"), "view") != 0)
        i = i->next;
    return i != NULL;
}

/* The questions of images that must have a twin; the schema says which of those
 * of text must. */
static void check_twins(const struct asked *all, size_t count, bool views)
{
    for (size_t i = 0; i < count; i++) {
        const struct asked *a = &all[i];
        bool eval = a->set == QUESTION_EVAL && views;
        if (!a->image || (!eval && a->set != QUESTION_TEST) ||
            shape_text(a->q, "twin") != NULL)
            continue;
        asked_wrong(a, "question/twin", "it has no twin");
        asked_witness(a, "the id of its twin", "null");
    }
}

void question_counts_check(const struct person *p, const struct asked *all,
                           size_t count, struct findings *f)
{
    struct tally t = {0};
    bool images = p->images != NULL && p->images->child != NULL;
    bool views = has_view(p), test = p->head.kind != RECORD_CELEBRITY;
    for (size_t i = 0; i < count; i++)
        count_one(&t, &all[i]);
    check_tasks(p, &t, QUESTION_EVAL, false, true, f);
    check_tasks(p, &t, QUESTION_EVAL, true, images, f);
    if (test) {
        check_tasks(p, &t, QUESTION_TEST, false, true, f);
        check_tasks(p, &t, QUESTION_TEST, true, views, f);
        check_twins(all, count, views);
    }
    for (int set = 0; set < QUESTION_SETS; set++)
        if (set != QUESTION_PROBE)
            check_letters(p, &t, (enum question_set)set, f);
}
