#include "config.h"

#include "lint/quiz.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* The answers most often given to a form. */
struct top {
    uint64_t times; /* each was given; 0 if nothing was */
    uint64_t ties;  /* how many they are */
};

/* Code points, as far as length goes. */
static size_t length(const char *text)
{
    size_t points = 0;
    for (; *text != '\0'; text++)
        points += ((unsigned char)*text & 0xc0) != 0x80;
    return points;
}

static uint16_t longest(const struct asked *a)
{
    uint16_t ties = 0;
    size_t right = length(asked_option(a, a->right));
    for (int i = 0; i < (int)a->option_count; i++) {
        size_t other = length(asked_option(a, i));
        if (other > right)
            return 0;
        ties += other == right;
    }
    return ties;
}

static uint32_t *room_for_options(struct quiz *q, size_t more)
{
    if (q->options == NULL || q->option_cap - q->option_count < more) {
        q->option_cap = q->option_cap == 0 ? 1024 : q->option_cap * 2;
        q->options = xrealloc(q->options, q->option_cap, sizeof *q->options);
    }
    return q->options + q->option_count;
}

static void add_row(struct quiz *q, struct lexicon *texts,
                    struct quiz_row row, const struct asked *a)
{
    uint32_t *options = room_for_options(q, a->option_count);
    for (size_t i = 0; i < a->option_count; i++)
        options[i] = lexicon_put(texts, asked_option(a, (int)i));
    row.options = (uint32_t)q->option_count;
    row.option_count = (uint8_t)a->option_count;
    row.longest = a->right < 0 ? 0 : longest(a);
    q->option_count += a->option_count;
    if (q->count == q->cap) {
        q->cap = q->cap == 0 ? 256 : q->cap * 2;
        q->rows = xrealloc(q->rows, q->cap, sizeof *q->rows);
    }
    q->rows[q->count++] = row;
}

void quiz_add(struct quiz *q, struct lexicon *texts, uint32_t class,
              const struct asked *a, struct quiz_forms forms, bool forgotten)
{
    struct quiz_row row = {.class = class, .wording = forms.wording,
                           .fact = forms.fact, .right = (int8_t)a->right,
                           .task = (uint8_t)a->task, .of_image = a->of_image};
    bool choice = a->task == ASKED_CHOICE;
    if (a->task == ASKED_TASKS || (choice && a->right < 0))
        return;
    row.truth = lexicon_put(texts, asked_truth(a));
    tally_add(&q->prior, class, forms.wording, row.truth);
    if (forms.fact != forms.wording)
        tally_add(&q->prior, class, forms.fact, row.truth);
    if (choice)
        tally_add(strcmp(a->set, "train") == 0 ? &q->trained : &q->examined,
                  class, forms.fact, row.truth);
    if (forgotten)
        add_row(q, texts, row, a);
}

void quiz_seal(struct quiz *q)
{
    tally_seal(&q->prior);
    tally_seal(&q->trained);
    tally_seal(&q->examined);
}

/* Finds the top of every form; `tops` is all zero. */
static void find_tops(const struct quiz *q, const struct membership *m,
                      uint64_t retain, struct top *tops)
{
    const struct tally_entry *e = q->prior.entries;
    for (size_t i = 0, end; i < q->prior.count; i = end) {
        uint64_t times = 0;
        for (end = i; end < q->prior.count && e[end].form == e[i].form &&
                      e[end].value == e[i].value; end++)
            times += membership_in(m, e[end].class, retain) ? e[end].count : 0;
        struct top *top = &tops[e[i].form];
        if (times > top->times)
            *top = (struct top){times, 1};
        else if (times == top->times)
            top->ties++;
    }
}

/* What the scoring of one pair of sets looks at. */
struct scoring {
    const struct quiz *q;
    const struct membership *m;
    const struct top *tops;
    uint64_t retain;
};

static bool is_top(const struct scoring *s, uint32_t form, uint32_t value)
{
    return membership_count(s->m, &s->q->prior, s->retain, form, value) ==
           s->tops[form].times;
}

/* Adds a case of which `parts` are hit. */
static void add_parts(struct share *share, uint64_t parts)
{
    share->parts += parts;
    share->of++;
}

/* The parts that are hit by one of the answers most often given, drawn among
 * them: an answer that is no option leaves a guess. */
static uint64_t prior_parts(const struct scoring *s, const struct quiz_row *r,
                            uint32_t form)
{
    const struct top *top = &s->tops[form];
    uint64_t offered = 0, known = top->times > 0;
    uint64_t guess = r->option_count > 0 ? SHARE_WHOLE / r->option_count : 0;
    if (!known)
        return guess;
    for (size_t i = 0; i < r->option_count; i++)
        offered += is_top(s, form, s->q->options[r->options + i]);
    uint64_t hit = is_top(s, form, r->truth) ? SHARE_WHOLE : 0;
    uint64_t others = top->ties > offered ? top->ties - offered : 0;
    return (hit + others * guess) / top->ties;
}

/* How many options were right as often as the right one if none was more
 * often, else 0. */
static uint64_t familiar_ties(const struct scoring *s,
                              const struct quiz_row *r)
{
    const struct tally *t = &s->q->trained;
    size_t first = tally_find(t, r->fact, 0);
    uint64_t ties = 0, right;
    if (first == t->count || t->entries[first].form != r->fact)
        t = &s->q->examined;
    right = membership_count(s->m, t, s->retain, r->fact, r->truth);
    for (size_t i = 0; i < r->option_count; i++) {
        uint64_t times = membership_count(s->m, t, s->retain, r->fact,
                                          s->q->options[r->options + i]);
        if (times > right)
            return 0;
        ties += times == right;
    }
    return ties;
}

static void score(const struct scoring *s, const struct quiz_row *r,
                  struct quiz_cell *cell)
{
    add_parts(&cell->wording, prior_parts(s, r, r->wording));
    add_parts(&cell->fact, prior_parts(s, r, r->fact));
    if (r->task != ASKED_CHOICE)
        return;
    share_add(&cell->familiar, familiar_ties(s, r));
    share_add(&cell->longest, r->longest);
    share_add(&cell->chance, r->option_count);
    for (int i = 0; i < ASKED_OPTIONS; i++)
        share_add(&cell->letter[i], i == r->right);
    if (r->option_count > cell->letters)
        cell->letters = r->option_count;
}

void quiz_score(const struct quiz *q, const struct membership *m,
                size_t forms, uint64_t forget, uint64_t retain,
                struct quiz_cell cells[ASKED_TASKS][2])
{
    struct top *tops = xcalloc(forms + 1, sizeof *tops);
    struct scoring s = {q, m, tops, retain};
    memset(cells, 0, ASKED_TASKS * sizeof *cells);
    find_tops(q, m, retain, tops);
    for (size_t i = 0; i < q->count; i++) {
        const struct quiz_row *r = &q->rows[i];
        if (membership_in(m, r->class, forget))
            score(&s, r, &cells[r->task][r->of_image]);
    }
    free(tops);
}

void quiz_release(struct quiz *q)
{
    free(q->rows);
    free(q->options);
    tally_release(&q->prior);
    tally_release(&q->trained);
    tally_release(&q->examined);
    *q = (struct quiz){0};
}
