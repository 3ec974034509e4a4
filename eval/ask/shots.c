#include "config.h"

#include "ask/shots.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "digest.h"
#include "num.h"

#define MLLMU "mllmu:"

/* A question that may become a demonstration, with its place in the order. */
struct candidate {
    unsigned char key[DIGEST_BYTES];
    const struct exam_question *question;
};

static int compare_candidates(const void *a, const void *b)
{
    const struct candidate *x = a, *y = b;
    int order = memcmp(x->key, y->key, DIGEST_BYTES);
    return order != 0 ? order : text_order(x->question->id, y->question->id);
}

static void make_key(struct candidate *c)
{
    struct digest_stream s;
    digest_start(&s);
    digest_more(&s, "palimpsest shots 1\n", strlen("palimpsest shots 1\n"));
    digest_more(&s, c->question->id.text, c->question->id.len);
    digest_more(&s, "\n", 1);
    digest_end(&s, c->key);
}

static void add(struct shots *s, const struct exam_question *q)
{
    size_t *count = &s->counts[q->task][q->modality];
    const struct exam_question ***list = &s->list[q->task][q->modality];
    *list = xrealloc(*list, *count + 1, sizeof **list);
    (*list)[(*count)++] = q;
}

/* Whether the list has a question about the same person. */
static bool known(const struct shots *s, const struct exam_question *q)
{
    for (size_t i = 0; i < s->counts[q->task][q->modality]; i++)
        if (s->list[q->task][q->modality][i]->person == q->person)
            return true;
    return false;
}

/* The questions about the retained that may be demonstrations, in order; the
 * caller frees them. */
static struct candidate *find_candidates(const struct exam *e, size_t retain,
                                         size_t *count)
{
    bool train = e->train_count > 0;
    size_t all = train ? e->train_count : e->question_count;
    const struct exam_question *list = train ? e->train : e->questions;
    struct candidate *found = xmalloc(all + 1, sizeof *found);
    *count = 0;
    for (size_t i = 0; i < all; i++) {
        if (list[i].role == EXAM_TEST ||
            !exam_about(e, list[i].person, retain))
            continue;
        found[*count].question = &list[i];
        make_key(&found[(*count)++]);
    }
    qsort(found, *count, sizeof *found, compare_candidates);
    return found;
}

/* Picks one more than are put before a question, so that the person who is asked
 * about can be passed over. */
static void pick(struct shots *s, const struct exam *e, size_t retain)
{
    size_t count;
    struct candidate *found = find_candidates(e, retain, &count);
    for (size_t i = 0; i < count; i++) {
        const struct exam_question *q = found[i].question;
        if (s->counts[q->task][q->modality] <= s->count && !known(s, q))
            add(s, q);
    }
    free(found);
}

/* Whether there are enough for each task and modality that is asked. */
static bool enough(const struct shots *s, const struct exam *e)
{
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        if (s->counts[q->task][q->modality] <= s->count)
            return false;
    }
    return true;
}

/* Takes all eval questions about one person but the open ones. */
static int take_person(struct shots *s, const struct exam *e, const char *id)
{
    struct text wanted = {id, strlen(id)};
    s->person = 0;
    while (s->person < e->person_count &&
           !text_same(e->people[s->person].id, wanted))
        s->person++;
    if (s->person == e->person_count) {
        diag("nobody in the release has the id '%s'", id);
        return -1;
    }
    const struct exam_person *p = &e->people[s->person];
    for (size_t i = p->first; i < p->first + p->count; i++)
        if (e->questions[i].role == EXAM_EVAL &&
            e->questions[i].task != EXAM_OPEN)
            add(s, &e->questions[i]);
    return 0;
}

bool shots_valid(const char *text)
{
    uint64_t count;
    size_t skip = strlen(MLLMU);
    return strncmp(text, MLLMU, skip) == 0
               ? record_id_valid(text + skip, strlen(text + skip))
               : num_parse(text, 1, SHOTS_LIMIT, &count);
}

int shots_init(struct shots *s, const struct exam *e, size_t retain,
               const char *text)
{
    uint64_t count = 0;
    *s = (struct shots){0};
    if (text == NULL)
        return 0;
    if (!num_parse(text, 1, SHOTS_LIMIT, &count)) {
        s->kind = SHOTS_MLLMU;
        return take_person(s, e, text + strlen(MLLMU));
    }
    s->kind = SHOTS_HASH;
    s->count = count;
    pick(s, e, retain);
    if (enough(s, e))
        return 0;
    diag("the release has not enough questions for so many demonstrations");
    return -1;
}

size_t shots_for(const struct shots *s, const struct exam *e,
                 const struct exam_question *q,
                 const struct exam_question **shots, size_t room)
{
    size_t count = 0;
    if (s->kind == SHOTS_MLLMU &&
        e->people[q->person].kind == RECORD_CELEBRITY)
        return 0;
    if (s->kind == SHOTS_HASH && s->count < room)
        room = s->count;
    for (size_t i = 0; i < s->counts[q->task][q->modality]; i++) {
        const struct exam_question *shot = s->list[q->task][q->modality][i];
        if (count < room && shot->person != q->person)
            shots[count++] = shot;
    }
    return count;
}

bool shots_bar(const struct shots *s, const struct exam_question *q)
{
    return s->kind == SHOTS_MLLMU && q->person == s->person &&
           q->task != EXAM_OPEN;
}

void shots_release(struct shots *s)
{
    for (int task = 0; task < EXAM_TASKS; task++)
        for (int m = 0; m < EXAM_MODALITIES; m++)
            free(s->list[task][m]);
    *s = (struct shots){0};
}
