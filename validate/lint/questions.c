#include "config.h"

#include "lint/questions.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "lint/question_answer.h"
#include "lint/question_frame.h"

static const char *const sets[QUESTIONS_SETS] = {"train", "eval", "test"};

static int by_id(const void *a, const void *b)
{
    const struct asked *const *one = a, *const *two = b;
    return strcmp((*one)->id, (*two)->id);
}

/* Reads all questions of a person. Returns true if any is of set test. */
static bool read_all(struct questions *q, const struct person *p)
{
    const cJSON *question;
    bool tested = false;
    size_t count = (size_t)cJSON_GetArraySize(p->questions);
    if (count > q->cap) {
        q->cap = count;
        q->list = xrealloc(q->list, count, sizeof *q->list);
        q->by_id = xrealloc(q->by_id, count, sizeof *q->by_id);
    }
    q->count = 0;
    cJSON_ArrayForEach(question, p->questions)
    {
        struct asked *a = &q->list[q->count];
        asked_read(a, question);
        q->by_id[q->count++] = a;
        tested = tested || strcmp(a->set, "test") == 0;
    }
    if (q->count > 0)
        qsort(q->by_id, q->count, sizeof *q->by_id, by_id);
    return tested;
}

static void count_letter(struct questions *q, const struct asked *a)
{
    size_t set = 0;
    while (set < QUESTIONS_SETS && strcmp(sets[set], a->set) != 0)
        set++;
    if (set == QUESTIONS_SETS || a->right < 0)
        return;
    for (int i = 0; i < ASKED_OPTIONS; i++)
        share_add(&q->letters[set][i], i == a->right);
}

/* One question about each fact, of which the spellings are taken: they are
 * moved to the front of `facts`. Returns how many. */
static size_t one_a_fact(const struct questions *q,
                         struct asked facts[FITS_FACTS])
{
    size_t count = 0;
    for (size_t i = 0; i < q->count && count < FITS_FACTS; i++) {
        size_t j = 0;
        while (j < count && strcmp(facts[j].fact, q->list[i].fact) != 0)
            j++;
        if (j == count && *q->list[i].value != '\0')
            facts[count++] = q->list[i];
    }
    return count;
}

static void add_nameless(struct questions *q, const struct person *p)
{
    struct asked facts[FITS_FACTS];
    size_t count = one_a_fact(q, facts);
    for (size_t i = 0; i < q->count; i++)
        if (question_frame_nameless(p, &q->list[i]))
            fits_question(&q->fits, p, &q->list[i], facts, count);
}

void questions_add(struct questions *q, const struct person *p,
                   struct findings *f)
{
    bool tested = read_all(q, p);
    fits_person(&q->fits, p);
    for (size_t i = 0; i < q->count; i++) {
        const struct asked *a = &q->list[i];
        question_answer_check(p, a, f);
        question_frame_check(p, a, f);
        question_frame_check_twin(p, a, q->by_id, q->count, tested, f);
        wordings_add(&q->wordings, p, a);
        count_letter(q, a);
    }
    add_nameless(q, p);
}

static void report_letters(const struct questions *q, size_t set,
                           struct findings *f)
{
    const struct share *letters = q->letters[set], *most = letters;
    char letter[] = "train: A";
    for (const struct share *s = letters; s < letters + ASKED_OPTIONS; s++)
        if (s->parts > most->parts)
            most = s;
    if (most->of == 0)
        return;
    snprintf(letter, sizeof letter, "%s: %c", sets[set],
             (char)('A' + (most - letters)));
    findings_figure(f, "letter-uneven", letter, share_points(most));
    if (share_exceeds(most, findings_budget(f, "letter-uneven")))
        findings_add(f, "letter-uneven", (struct diag_place){NULL, 0, NULL},
                     "%s is right in %" PRIu64 " of %" PRIu64, letter,
                     most->parts / SHARE_WHOLE, most->of);
}

void questions_end(struct questions *q, const struct people *people,
                   struct findings *f)
{
    for (size_t set = 0; set < QUESTIONS_SETS; set++)
        report_letters(q, set, f);
    wordings_report(&q->wordings, people, f);
    fits_report(&q->fits, people, f);
}

void questions_release(struct questions *q)
{
    free(q->list);
    free(q->by_id);
    wordings_release(&q->wordings);
    fits_release(&q->fits);
}
