#include "config.h"

#include "lint/floors_report.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "lint/collapse.h"
#include "lint/overlap.h"

static const char *const priors[ASKED_TASKS] = {
    "floor-prior-choice", "floor-prior-open", "floor-prior-cloze",
};

/* Reports one floor, and that it is surely too high. */
static void report_share(const struct share *s, const char *code,
                         const char *of, struct findings *f)
{
    uint64_t points = share_points(s);
    if (s->of == 0)
        return;
    findings_figure(f, code, of, points);
    if (share_exceeds(s, findings_budget(f, code)))
        findings_add(f, code, (struct diag_place){NULL, 0, NULL},
                     "%s: %u.%02u %% of %" PRIu64, of,
                     (unsigned)(points / 100), (unsigned)(points % 100),
                     s->of);
}

static void report_cell(const struct quiz_cell *cell, enum asked_task task,
                        const char *of, struct findings *f)
{
    size_t best = 0;
    char letter[160];
    const struct share *prior = &cell->wording;
    if (cell->fact.parts > prior->parts)
        prior = &cell->fact;
    report_share(prior, priors[task], of, f);
    if (task != ASKED_CHOICE)
        return;
    report_share(&cell->familiar, "floor-familiar", of, f);
    report_share(&cell->longest, "floor-longest", of, f);
    for (size_t i = 1; i < cell->letters; i++)
        if (cell->letter[i].parts > cell->letter[best].parts)
            best = i;
    snprintf(letter, sizeof letter, "%s, always %c", of, (char)('A' + best));
    report_share(&cell->letter[best], "floor-letter", letter, f);
}

static void report_quiz(struct floors *l, const char *set, uint64_t forget,
                        uint64_t retain, struct findings *f)
{
    struct quiz_cell cells[ASKED_TASKS][2];
    char of[128];
    quiz_score(&l->quiz, &l->members, l->texts.count, forget, retain, cells);
    for (int task = 0; task < ASKED_TASKS; task++)
        for (int image = 0; image < 2; image++) {
            snprintf(of, sizeof of, "%.40s, %s, %s", set,
                     asked_task_name((enum asked_task)task),
                     image ? "image" : "text");
            report_cell(&cells[task][image], (enum asked_task)task, of, f);
        }
}

/* Reports what is shared of each form, and of all. */
static void report_overlap(const struct floors *l, const struct tally *t,
                           const char *code, const char *set, uint64_t forget,
                           uint64_t retain, struct findings *f)
{
    struct share all = {0};
    char of[128];
    const struct tally_entry *e = t->entries;
    for (size_t i = 0, end; i < t->count; i = end) {
        struct share s = overlap_find(t, &l->members, e[i].form, forget,
                                      retain);
        for (end = i; end < t->count && e[end].form == e[i].form;)
            end++;
        all.parts += s.parts;
        all.of += s.of;
        snprintf(of, sizeof of, "%.40s, %.80s", set,
                 lexicon_text(&l->texts, e[i].form));
        report_share(&s, code, of, f);
    }
    snprintf(of, sizeof of, "%.40s, all", set);
    report_share(&all, code, of, f);
}

/* What takes a split: each set to forget beside the one that is kept. Returns
 * true if there are any. */
static bool report_sets(struct floors *l, struct findings *f)
{
    bool any = false;
    for (uint32_t i = 0; i < l->members.sets.count; i++) {
        const char *set = lexicon_text(&l->members.sets, i);
        uint64_t forget = (uint64_t)1 << i;
        uint64_t retain = membership_kept(&l->members, set);
        const struct tally *texts = l->trained.count > 0 ? &l->trained
                                                         : &l->examined;
        if (retain == 0)
            continue;
        any = true;
        report_quiz(l, set, forget, retain, f);
        report_overlap(l, &l->facts, "fact-shared", set, forget, retain, f);
        report_overlap(l, texts, "text-shared", set, forget, retain, f);
    }
    return any;
}

static bool is_coarse(const struct floors *l, const char *fact)
{
    for (size_t i = 0; i < l->coarse.rows; i++)
        if (strcmp(tsv_cell(&l->coarse, i, 0), fact) == 0)
            return true;
    return false;
}

static void report_collapse(const struct floors *l, struct findings *f)
{
    const struct tally_entry *e = l->facts.entries;
    for (size_t i = 0; i < l->facts.count;) {
        struct collapse found;
        uint32_t form = e[i].form;
        const char *fact = lexicon_text(&l->texts, form);
        collapse_find(&l->facts, form, &found);
        collapse_report(&found, fact, is_coarse(l, fact), &l->texts, f);
        while (i < l->facts.count && e[i].form == form)
            i++;
    }
}

static void skip_floors(struct findings *f, const char *why)
{
    for (int task = 0; task < ASKED_TASKS; task++)
        findings_skip(f, priors[task], why);
    findings_skip(f, "floor-familiar", why);
    findings_skip(f, "floor-longest", why);
    findings_skip(f, "floor-letter", why);
    findings_skip(f, "text-shared", why);
}

void floors_report(struct floors *l, struct findings *f)
{
    bool compared = report_sets(l, f);
    if (!compared) {
        const char *why = l->split
                              ? "no set is kept beside one to forget"
                              : "nobody is in a set to forget";
        skip_floors(f, why);
        findings_skip(f, "fact-shared", why);
    } else if (!l->asked) {
        skip_floors(f, "there are no questions of set train or eval");
    }
    report_collapse(l, f);
    guess_report(&l->guess, &l->texts, f);
}
