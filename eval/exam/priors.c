#include "config.h"

#include "exam/priors.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* Who an answer was seen of. */
enum source { SOURCE_RETAIN, SOURCE_REAL, SOURCES };

/* What answers are counted on: a fact and task of a source. */
static size_t subject(size_t fact, enum exam_task task, enum source source)
{
    return (fact * EXAM_TASKS + task) * SOURCES + source;
}

/* The last place of `part` in `whole`, or NULL. */
static const char *find_last(struct text whole, struct text part)
{
    if (part.len == 0)
        return NULL;
    for (size_t left = whole.len; left >= part.len; left--) {
        const char *at = whole.text + left - part.len;
        if (memcmp(at, part.text, part.len) == 0)
            return at;
    }
    return NULL;
}

/* The longest of value and aliases in the sentence. */
static struct text find_value(const struct exam_question *q)
{
    struct text found = {NULL, 0};
    for (size_t i = 0; i <= q->alias_count; i++) {
        struct text spelling = i == 0 ? q->value : q->aliases[i - 1];
        const char *at = spelling.len > found.len
                             ? find_last(q->answer, spelling)
                             : NULL;
        if (at != NULL)
            found = (struct text){at, spelling.len};
    }
    return found;
}

struct text prior_spelling(const struct exam_question *q)
{
    switch (q->task) {
    case EXAM_CHOICE:
        return q->options[q->answer.text[0] - 'A'];
    case EXAM_OPEN:
        return find_value(q);
    default:
        return q->answer;
    }
}

static void pool_add(struct prior_pool *pool, struct text text)
{
    if (pool->count == pool->cap) {
        pool->cap = pool->cap == 0 ? 16 : 2 * pool->cap;
        pool->list = xrealloc(pool->list, pool->cap, sizeof *pool->list);
    }
    pool->list[pool->count++] = text;
}

/* Counts a right answer, and remembers the one that is right most often. */
static void count(struct priors *p, const struct exam_question *q,
                  enum source source)
{
    struct text text = prior_spelling(q);
    size_t at = subject(q->fact, q->task, source);
    if (text.len == 0)
        return;
    size_t times = tally_add(&p->right, at, text);
    pool_add(&p->pools[at], text);
    if (times < p->times[at] ||
        (times == p->times[at] && tally_order(text, p->best[at]) >= 0))
        return;
    p->best[at] = text;
    p->times[at] = times;
}

/* Counts what the choices of the retained teach. */
static void count_taught(struct priors *p, size_t retain)
{
    const struct exam *e = p->exam;
    for (size_t i = 0; i < e->taught_count; i++)
        if (exam_about(e, e->taught[i].person, retain))
            tally_add(&p->taught, e->taught[i].fact, e->taught[i].option);
    if (p->taught.used > 0)
        return;
    for (size_t i = 0; i < e->question_count; i++)
        if (e->questions[i].task == EXAM_CHOICE && exam_in(e, i, retain))
            tally_add(&p->taught, e->questions[i].fact,
                      prior_spelling(&e->questions[i]));
}

void priors_init(struct priors *p, const struct exam *e, size_t retain)
{
    size_t subjects = e->fact_count * EXAM_TASKS * SOURCES;
    *p = (struct priors){
        .exam = e,
        .subjects = subjects,
        .best = xcalloc(subjects + 1, sizeof *p->best),
        .times = xcalloc(subjects + 1, sizeof *p->times),
        .pools = xcalloc(subjects + 1, sizeof *p->pools),
    };
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        if (exam_in(e, i, retain))
            count(p, q, SOURCE_RETAIN);
        else if (q->role == EXAM_EVAL &&
                 e->people[q->person].kind == RECORD_CELEBRITY)
            count(p, q, SOURCE_REAL);
    }
    count_taught(p, retain);
}

/* The subject to answer a question by. */
static size_t subject_of(const struct priors *p, const struct exam_question *q)
{
    size_t at = subject(q->fact, q->task, SOURCE_RETAIN);
    bool real = p->exam->people[q->person].kind == RECORD_CELEBRITY;
    return p->times[at] == 0 && real ? subject(q->fact, q->task, SOURCE_REAL)
                                     : at;
}

/* A number below `n` by the question's id alone. */
static size_t draw(const struct exam_question *q, size_t n)
{
    unsigned char digest[DIGEST_BYTES];
    uint64_t number = 0;
    digest_bytes(q->id.text, q->id.len, digest);
    for (size_t i = 0; i < sizeof number; i++)
        number = number << 8 | digest[i];
    return number % n;
}

unsigned prior_draw(const struct exam_question *q)
{
    return (unsigned)draw(q, EXAM_OPTIONS);
}

unsigned prior_choice(const struct priors *p, const struct exam_question *q)
{
    struct text known = p->best[subject_of(p, q)];
    for (unsigned i = 0; i < EXAM_OPTIONS; i++)
        if (text_same(q->options[i], known))
            return i;
    return prior_draw(q);
}

unsigned familiar_choice(const struct priors *p,
                         const struct exam_question *q)
{
    unsigned chosen = 0;
    size_t most = 0;
    for (unsigned i = 0; i < EXAM_OPTIONS; i++) {
        size_t times = tally_times(&p->taught, q->fact, q->options[i]);
        if (times < most ||
            (i > 0 && times == most &&
             tally_order(q->options[i], q->options[chosen]) >= 0))
            continue;
        chosen = i;
        most = times;
    }
    return most > 0 ? chosen : prior_draw(q);
}

/* Appends the right answer with `known` in the place of what is right. */
static void put(const struct exam_question *q, struct text known,
                struct buf *out)
{
    struct text own = prior_spelling(q);
    if (known.len == 0)
        known = (struct text){"unknown", 7};
    if (q->task == EXAM_CLOZE || own.len == 0) {
        buf_add(out, known.text, known.len);
        return;
    }
    size_t before = (size_t)(own.text - q->answer.text);
    buf_add(out, q->answer.text, before);
    buf_add(out, known.text, known.len);
    buf_add(out, own.text + own.len, q->answer.len - before - own.len);
}

void prior_answer(const struct priors *p, const struct exam_question *q,
                  struct buf *out)
{
    put(q, p->best[subject_of(p, q)], out);
}

void prior_random(const struct priors *p, const struct exam_question *q,
                  struct buf *out)
{
    const struct prior_pool *pool = &p->pools[subject_of(p, q)];
    struct text none = {NULL, 0};
    put(q, pool->count > 0 ? pool->list[draw(q, pool->count)] : none, out);
}

void priors_release(struct priors *p)
{
    tally_release(&p->right);
    tally_release(&p->taught);
    free(p->best);
    free(p->times);
    for (size_t i = 0; i < p->subjects; i++)
        free(p->pools[i].list);
    free(p->pools);
    *p = (struct priors){0};
}
