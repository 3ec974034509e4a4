#include "config.h"

#include "book.h"

#include <math.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "signals.h"

/* Whether anybody answered a question of a set. */
static bool is_answered(const struct book *b, size_t set)
{
    for (size_t i = 0; i < b->exam->question_count; i++)
        if (exam_in(b->exam, i, set))
            for (size_t k = 0; k < b->run_count; k++)
                if (b->runs[k].answers.list[i].present)
                    return true;
    return false;
}

/* Whether a set is scored where it is answered: test questions of the retained,
 * and people held out. */
static bool is_further(const struct book *b, size_t set)
{
    static const char holdout[] = "holdout_";
    const struct exam_set *s = &b->exam->sets[set];
    if (s->role == EXAM_TEST)
        return b->sides.retain != EXAM_NONE &&
               s->group == b->exam->sets[b->sides.retain].group;
    return s->name.len > strlen(holdout) &&
           memcmp(s->name.text, holdout, strlen(holdout)) == 0;
}

static void choose_sets(struct book *b)
{
    const size_t sides[] = {b->sides.forget, b->sides.test, b->sides.retain,
                            b->sides.real, b->sides.stranger};
    size_t count = sizeof sides / sizeof sides[0];
    b->sets = xmalloc(count + b->exam->set_count, sizeof *b->sets);
    for (size_t i = 0; i < count; i++)
        if (sides[i] != EXAM_NONE)
            b->sets[b->set_count++] = sides[i];
    for (size_t i = 0; i < b->exam->set_count; i++)
        if (is_further(b, i) && is_answered(b, i))
            b->sets[b->set_count++] = i;
}

/* Notes which questions are in any of the sets. */
static void find_asked(struct book *b)
{
    const struct exam *e = b->exam;
    b->asked = xcalloc(e->question_count + 1, 1);
    for (size_t i = 0; i < e->question_count; i++)
        for (size_t k = 0; k < b->set_count && !b->asked[i]; k++)
            b->asked[i] = exam_in(e, i, b->sets[k]);
    for (size_t i = 0; i < e->question_count; i++)
        b->questions += b->asked[i];
}

int book_init(struct book *b, const struct exam *e,
              const struct exam_sides *sides, struct run *runs, size_t count)
{
    *b = (struct book){
        .exam = e, .sides = *sides, .runs = runs, .run_count = count};
    choose_sets(b);
    find_asked(b);
    gaps_none(&b->forget);
    gaps_none(&b->test);
    return slices_init(&b->slices, e, sides);
}

void book_tell_missing(const struct book *b)
{
    for (size_t k = 0; k < b->run_count; k++) {
        const struct run *r = &b->runs[k];
        size_t missing = 0;
        for (size_t i = 0; i < b->exam->question_count; i++)
            missing += b->asked[i] && !r->answers.list[i].present;
        if (missing > 0)
            diag_at((struct diag_place){r->path, 0, NULL},
                    "no answer to %zu of %zu questions", missing,
                    b->questions);
    }
}

bool book_has_real(const struct book *b)
{
    return b->sides.real != EXAM_NONE;
}

const struct run *book_vanilla(const struct book *b)
{
    for (size_t i = 0; i < b->run_count; i++)
        if (b->runs[i].role == RUN_VANILLA)
            return &b->runs[i];
    return NULL;
}

static bool has_gold(const struct book *b)
{
    for (size_t i = 0; i < b->run_count; i++)
        if (b->runs[i].role == RUN_GOLD)
            return true;
    return false;
}

/* Replies in broken language are not forgotten: they have the mark that the
 * vanilla run's has. */
static void mend(struct book *b, struct run *r)
{
    const struct run *vanilla = book_vanilla(b);
    if (vanilla == NULL || r->role != RUN_UNLEARNED)
        return;
    size_t count = b->exam->question_count;
    r->mended = xmalloc(count + 1, sizeof *r->mended);
    memcpy(r->mended, r->replies, count * sizeof *r->mended);
    for (size_t i = 0; i < count; i++)
        if (r->mended[i].answered && r->mended[i].mark.class == MARK_BROKEN)
            r->mended[i] = vanilla->replies[i];
}

/* Counts a run's replies to one task and modality by their class. */
static void tally(struct run *r, const struct slots *s, enum exam_task task,
                  enum exam_modality modality)
{
    size_t slot = slot_of(task, modality, SLICE_ALL);
    struct run_tally t = {.set = s->set, .task = task, .modality = modality};
    t.asked = s->asked[slot];
    for (size_t i = 0; i < s->count; i++) {
        const struct reply *reply = &r->replies[s->questions[i].question];
        if ((s->questions[i].in >> slot & 1) == 0 || !reply->answered)
            continue;
        t.answered++;
        t.classes[reply->mark.class]++;
    }
    if (r->tally_count == r->tally_cap) {
        r->tally_cap = r->tally_cap * 2 + 16;
        r->tallies = xrealloc(r->tallies, r->tally_cap, sizeof *r->tallies);
    }
    if (t.asked > 0)
        r->tallies[r->tally_count++] = t;
}

static void tally_all(struct run *r, const struct slots *s)
{
    for (unsigned task = 0; task < EXAM_TASKS; task++)
        for (unsigned modality = 0; modality < EXAM_MODALITIES; modality++)
            tally(r, s, task, modality);
}

/* The main metric's share of one run, and whether it is whole. */
static double share(const struct ledger *l, const struct reply *replies,
                    size_t slot, enum exam_task task, bool *complete)
{
    struct count c =
        ledger_count(l, replies, slot, score_metric_main(task));
    *complete = *complete && c.counted == l->slots.asked[slot];
    return c.numerator / (double)l->slots.asked[slot];
}

/* Fills in the shares of a part: the run's own, vanilla's, and gold's mean. */
static void fill(const struct book *b, const struct ledger *l,
                 const struct run *r, struct part *p)
{
    size_t slot = slot_of(p->task, p->modality, SLICE_ALL);
    bool forgotten = p->kind == PART_F || p->kind == PART_T;
    double sum = 0;
    size_t golds = 0;
    p->complete = true;
    p->unlearned =
        share(l, forgotten && r->mended != NULL ? r->mended : r->replies, slot,
              p->task, &p->complete);
    p->vanilla = NAN;
    for (size_t i = 0; i < b->run_count; i++) {
        const struct run *other = &b->runs[i];
        if (other->role == RUN_UNLEARNED)
            continue;
        double value = share(l, other->replies, slot, p->task, &p->complete);
        if (other->role == RUN_VANILLA)
            p->vanilla = value;
        else
            sum += value;
        golds += other->role == RUN_GOLD;
    }
    p->gold = golds > 0 ? sum / (double)golds : NAN;
}

/* Adds the parts of a kind, from the ledger of its set. */
static void add_parts(const struct book *b, const struct ledger *l,
                      struct run *r, enum part_kind kind)
{
    for (unsigned task = 0; task < EXAM_TASKS; task++)
        for (unsigned modality = 0; modality < EXAM_MODALITIES; modality++) {
            if (l->slots.asked[slot_of(task, modality, SLICE_ALL)] == 0)
                continue;
            struct part *p = &r->parts[r->part_count++];
            *p = (struct part){
                .kind = kind, .task = task, .modality = modality};
            fill(b, l, r, p);
        }
}

/* The kind of part that a set is of, or PART_KINDS for none. */
static enum part_kind kind_of(const struct book *b, size_t set)
{
    return set == b->sides.forget   ? PART_F
           : set == b->sides.test   ? PART_T
           : set == b->sides.retain ? PART_R
           : set == b->sides.real   ? PART_C
                                    : PART_KINDS;
}

static void score_set(struct book *b, size_t set)
{
    struct ledger l;
    enum part_kind kind = kind_of(b, set);
    struct cell_floors floors = {b->prior, b->familiar};
    const struct reply **replies = xmalloc(b->run_count + 1, sizeof *replies);
    for (size_t i = 0; i < b->run_count; i++)
        replies[i] = b->runs[i].replies;
    ledger_init(&l, &b->slices, set, replies, b->run_count);
    for (size_t i = 0; i < b->run_count; i++) {
        struct run *r = &b->runs[i];
        cells_add(&r->cells, &l, i, r->replies, floors);
        tally_all(r, &l.slots);
        if (kind != PART_KINDS && r->role == RUN_UNLEARNED)
            add_parts(b, &l, r, kind);
    }
    if (kind == PART_F)
        gaps_measure(&b->forget, &l, b->runs);
    if (kind == PART_T)
        gaps_measure(&b->test, &l, b->runs);
    if (kind != PART_KINDS)
        differences_add(&b->differences, &l, b->runs);
    ledger_release(&l);
    free(replies);
}

/* What the gold runs' cells of strangers have on the mean; NAN if one of them
 * has none. */
static double gold_strangers(const struct book *b, const struct part *p)
{
    double sum = 0;
    size_t golds = 0;
    for (size_t i = 0; i < b->run_count; i++) {
        if (b->runs[i].role != RUN_GOLD)
            continue;
        const struct cell *c = cells_find(
            &b->runs[i].cells, b->sides.stranger, p->task, p->modality,
            SLICE_ALL, score_metric_main(p->task));
        sum += c != NULL && c->complete ? c->value : NAN;
        golds++;
    }
    return golds > 0 ? sum / (double)golds : NAN;
}

/* Settles the parts of an unlearned run, and its score. */
static void settle(const struct book *b, struct run *r)
{
    for (size_t i = 0; i < r->part_count; i++) {
        struct part *p = &r->parts[i];
        const struct gaps *own = p->kind == PART_T ? &b->test : &b->forget;
        p->forget_low = b->forget.low[p->task][p->modality];
        p->own_low = own->low[p->task][p->modality];
        p->strangers = gold_strangers(b, p);
        part_settle(p);
    }
    r->score = parts_score(r->parts, r->part_count,
                           book_has_real(b) ? PART_KINDS : PART_C);
    if (r->role != RUN_UNLEARNED)
        r->score.why = "only an unlearned run has a score";
    else if (book_vanilla(b) == NULL)
        r->score.why = "no vanilla run was given";
    else if (!has_gold(b))
        r->score.why = "no gold run was given";
}

void book_score(struct book *b)
{
    const struct run *vanilla = book_vanilla(b);
    for (size_t i = 0; i < b->run_count; i++)
        mend(b, &b->runs[i]);
    for (size_t i = 0; i < b->set_count; i++)
        score_set(b, b->sets[i]);
    for (size_t i = 0; i < b->run_count; i++) {
        struct run *r = &b->runs[i];
        cells_compare(&r->cells, b->sides.stranger);
        settle(b, r);
        signals_find(r, &b->sides, vanilla);
    }
    differences_correct(&b->differences);
}

void book_release(struct book *b)
{
    slices_release(&b->slices);
    differences_release(&b->differences);
    free(b->sets);
    free(b->asked);
    free(b->prior);
    free(b->familiar);
    *b = (struct book){0};
}
