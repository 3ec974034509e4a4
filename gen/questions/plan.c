#include "config.h"

#include "plan.h"

#include <string.h>

#define EVAL_CHOICE 5 /* questions a modality */
#define EVAL_OPEN 2
#define EVAL_CLOZE 2
#define TRIES 1000

/* The facts a person can be asked about, in some order. */
struct facts {
    uint32_t list[FACTS];
    size_t count;
    unsigned used[FACTS]; /* by fact: times already chosen */
};

static bool has(const struct subject *s, enum fact fact)
{
    return s->person.text[fact].len > 0;
}

static bool has_choice(const struct subject *s, enum fact fact)
{
    return fact_class(fact) == FACT_SHARED && has(s, fact) &&
           s->person.world->all[fact].count > PLAN_OPTIONS + 1;
}

static bool is_value(const int *values, size_t count, int value)
{
    for (size_t i = 0; i < count; i++)
        if (values[i] == value)
            return true;
    return false;
}

static bool is_own(const struct person *p, enum fact fact, int value)
{
    return value == p->value[fact] ||
           strcmp(p->world->tables[fact].values[value].text,
                  p->text[fact].data) == 0;
}

int plan_draw_others(const struct person *p, enum fact fact, struct rng *r,
                     int *values, size_t count)
{
    const struct domain *all = &p->world->all[fact];
    size_t found = 0;
    for (int tries = 0; tries < 2 * TRIES && found < count; tries++) {
        int value = tries < TRIES ? person_draw(p, fact, r) : -1;
        if (value < 0)
            value = all->items[rng_below(r, all->count)];
        if (!is_own(p, fact, value) && !is_value(values, found, value))
            values[found++] = value;
    }
    return found == count ? 0 : -1;
}

/* The facts askable in a task, shuffled. */
static void list_facts(struct facts *f, struct subject *s, enum task task)
{
    f->count = 0;
    for (int fact = FACT_BIRTH_DATE; fact <= FACT_PHONE; fact++)
        if (task == TASK_CHOICE ? has_choice(s, (enum fact)fact)
                                : has(s, (enum fact)fact))
            f->list[f->count++] = (uint32_t)fact;
    rng_shuffle(&s->rng, f->list, f->count);
}

/* Chooses up to `count` facts for a task, those least used first. */
static size_t choose(struct facts *f, struct subject *s, enum task task,
                     size_t count, enum fact *chosen)
{
    size_t got = 0;
    list_facts(f, s, task);
    for (unsigned used = 0; used <= TASKS && got < count; used++)
        for (size_t i = 0; i < f->count && got < count; i++)
            if (f->used[f->list[i]] == used)
                chosen[got++] = (enum fact)f->list[i];
    for (size_t i = 0; i < got; i++)
        f->used[chosen[i]]++;
    return got;
}

static void add(struct plan *plan, const struct plan_item *item)
{
    if (plan->count < PLAN_LIMIT)
        plan->items[plan->count++] = *item;
}

/* The same question in text and, if the set has pictures, of one. */
static void add_both(struct plan *plan, const struct plan_item *item,
                     bool images)
{
    struct plan_item one = *item;
    one.pair = images;
    one.modality = MODALITY_TEXT;
    add(plan, &one);
    one.modality = MODALITY_IMAGE;
    if (images)
        add(plan, &one);
}

/* Wrong options of a fact, drawn when first asked for. All choice questions of
 * a person on a fact have them: train, so that having seen an option beside the
 * name tells nothing; eval, its twin and its pair, so that a difference between
 * scores is due to the wording or the picture. */
static const int *draw_wrong(struct plan *plan, struct subject *s,
                             enum fact fact)
{
    int *wrong = plan->wrong[fact];
    if (wrong[0] < 0 &&
        plan_draw_others(&s->person, fact, &s->rng, wrong, PLAN_WRONG) < 0)
        return NULL;
    return wrong;
}

static void add_train(struct plan *plan, struct subject *s,
                      enum question_set set)
{
    bool images = s->image_count > 0;
    for (int fact = FACT_BIRTH_DATE; fact <= FACT_PHONE; fact++) {
        for (int task = 0; task < TASKS; task++) {
            struct plan_item item = {.set = set, .task = (enum task)task,
                                     .fact = (enum fact)fact};
            if (task == TASK_CHOICE) {
                if (!has_choice(s, item.fact))
                    continue;
                item.wrong = draw_wrong(plan, s, item.fact);
            }
            if (has(s, item.fact))
                add_both(plan, &item, images);
        }
    }
    struct plan_item name = {.set = set, .modality = MODALITY_IMAGE,
                             .fact = FACT_NAME};
    for (name.task = TASK_OPEN; images && name.task <= TASK_CLOZE; name.task++)
        add(plan, &name);
}

/* The facts of a person's eval questions. */
struct eval_facts {
    enum fact choice[EVAL_CHOICE], cloze[EVAL_CLOZE], open[EVAL_OPEN];
    size_t choices, clozes, opens;
};

static void choose_eval(struct eval_facts *e, struct subject *s)
{
    struct facts f = {0};
    e->choices = choose(&f, s, TASK_CHOICE, EVAL_CHOICE, e->choice);
    e->clozes = choose(&f, s, TASK_CLOZE, EVAL_CLOZE, e->cloze);
    e->opens = choose(&f, s, TASK_OPEN, EVAL_OPEN, e->open);
}

/* Eval and test have the same questions; a test picture is another view, and
 * without one the test questions of pictures are left out. */
static void add_eval(struct plan *plan, struct subject *s,
                     const struct eval_facts *e, enum question_set set,
                     bool images, bool twins, bool image_twins)
{
    struct plan_item item = {.set = set, .twin = twins};
    for (size_t i = 0; i < e->choices; i++) {
        item.task = TASK_CHOICE;
        item.fact = e->choice[i];
        item.wrong = draw_wrong(plan, s, item.fact);
        add_both(plan, &item, images);
    }
    item.wrong = NULL;
    for (size_t i = 0; i < e->clozes; i++) {
        item.task = TASK_CLOZE;
        item.fact = e->cloze[i];
        add_both(plan, &item, images);
    }
    for (size_t i = 0; i < e->opens; i++) {
        item.task = TASK_OPEN;
        item.fact = e->open[i];
        add_both(plan, &item, images && i == 0);
    }
    item.fact = FACT_NAME;
    item.modality = MODALITY_IMAGE;
    if (images)
        add(plan, &item);
    for (size_t i = 0; !image_twins && i < plan->count; i++)
        if (plan->items[i].set == set &&
            plan->items[i].modality == MODALITY_IMAGE)
            plan->items[i].twin = false;
}

/* Each letter is right as often as the others, to within one, in every set. */
static void draw_letters(struct plan *plan, enum question_set set,
                         struct rng *r)
{
    uint32_t letters[PLAN_LIMIT], extra[PLAN_OPTIONS] = {0, 1, 2, 3};
    size_t count = 0, at = 0;
    for (size_t i = 0; i < plan->count; i++)
        count += plan->items[i].set == set && plan->items[i].wrong != NULL;
    rng_shuffle(r, extra, PLAN_OPTIONS);
    for (size_t i = 0; i < count; i++)
        letters[i] = extra[i % PLAN_OPTIONS];
    rng_shuffle(r, letters, count);
    for (size_t i = 0; i < plan->count; i++)
        if (plan->items[i].set == set && plan->items[i].wrong != NULL)
            plan->items[i].letter = (char)('A' + letters[at++]);
}

void plan_make(struct plan *plan, struct subject *s)
{
    enum record_kind kind = s->head.kind;
    plan->count = 0;
    memset(plan->wrong, -1, sizeof plan->wrong);
    if (kind == RECORD_FICTITIOUS)
        add_train(plan, s, SET_TRAIN);
    if (kind == RECORD_AUXILIARY)
        add_train(plan, s, SET_BASE);
    if (kind != RECORD_AUXILIARY) {
        struct eval_facts facts;
        bool images = s->image_count > 0;
        bool views = subject_images(s, IMAGE_VIEW, IMAGE_VIEW) > 0;
        bool test = kind != RECORD_CELEBRITY;
        choose_eval(&facts, s);
        add_eval(plan, s, &facts, SET_EVAL, images, test, test && views);
        if (test)
            add_eval(plan, s, &facts, SET_TEST, views, true, views);
    }
    for (int set = 0; set < SETS; set++)
        draw_letters(plan, (enum question_set)set, &s->rng);
}
