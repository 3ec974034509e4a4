#include "config.h"

#include "lint/guess.h"

#include <stdio.h>
#include <stdlib.h>

#include "alloc.h"
#include "lint/information.h"

#define RULE "fact-guess"

void guess_person(struct guess *g)
{
    if (g->people == INFORMATION_MOST)
        return;
    if (g->people == g->cap) {
        g->cap = g->cap == 0 ? 64 : g->cap * 2;
        g->values = xrealloc(g->values, g->cap, GUESS_FACTS * sizeof(uint32_t));
    }
    for (size_t i = 0; i < GUESS_FACTS; i++)
        g->values[g->people * GUESS_FACTS + i] = LEXICON_NONE;
    g->people++;
}

void guess_value(struct guess *g, uint32_t fact, uint32_t value)
{
    size_t place = 0;
    while (place < g->fact_count && g->facts[place] != fact)
        place++;
    if (place == GUESS_FACTS)
        return;
    if (place == g->fact_count)
        g->facts[g->fact_count++] = fact;
    g->values[(g->people - 1) * GUESS_FACTS + place] = value;
}

/* The people who have both facts, as cases. Returns how many they are. */
static size_t cases_of(const struct guess *g, size_t known, size_t asked,
                       struct information_case *cases)
{
    size_t count = 0;
    for (size_t i = 0; i < g->people; i++) {
        const uint32_t *values = g->values + i * GUESS_FACTS;
        if (values[known] != LEXICON_NONE && values[asked] != LEXICON_NONE)
            cases[count++] = (struct information_case){values[known],
                                                       values[asked]};
    }
    return count;
}

static uint64_t points(double share)
{
    return share > 0 ? (uint64_t)(share * 10000 + 0.5) : 0;
}

/* Too much is told, and who guesses is surely right more often than who always
 * says the most frequent value. */
static void judge(const struct information *found, size_t count,
                  const char *asked, const char *known, struct findings *f)
{
    uint64_t most = found->most * 10000 / count;
    if (points(found->told) <= findings_budget(f, RULE) ||
        !share_exceeds(&found->guessed, most))
        return;
    uint64_t right = share_points(&found->guessed);
    findings_add(f, RULE, (struct diag_place){NULL, 0, NULL},
                 "%s from %s: it tells %.1f of %.1f bits, and %u.%02u %% are "
                 "guessed where the most frequent value is right for "
                 "%u.%02u %%", asked, known, found->told * found->entropy,
                 found->entropy, (unsigned)(right / 100),
                 (unsigned)(right % 100), (unsigned)(most / 100),
                 (unsigned)(most % 100));
}

/* Looks at one fact, given each of the others. */
static void report_fact(struct guess *g, size_t asked,
                        struct information_case *cases,
                        const struct lexicon *names, struct findings *f)
{
    struct information found;
    double most = 0;
    size_t from = asked;
    char of[512];
    const char *name = lexicon_text(names, g->facts[asked]);
    for (size_t known = 0; known < g->fact_count; known++) {
        const char *other = lexicon_text(names, g->facts[known]);
        size_t count = cases_of(g, known, asked, cases);
        if (known == asked || count == 0)
            continue;
        information_find(cases, count, &found);
        judge(&found, count, name, other, f);
        if (found.told > most) {
            most = found.told;
            from = known;
        }
    }
    if (from == asked)
        return;
    snprintf(of, sizeof of, "%s from %s", name,
             lexicon_text(names, g->facts[from]));
    findings_figure(f, RULE, of, points(most));
}

void guess_report(struct guess *g, const struct lexicon *names,
                  struct findings *f)
{
    if (!findings_wants(f, RULE))
        return;
    struct information_case *cases = xmalloc(g->people + 1, sizeof *cases);
    for (size_t i = 0; i < g->fact_count; i++)
        report_fact(g, i, cases, names, f);
    free(cases);
}

void guess_release(struct guess *g)
{
    free(g->values);
    *g = (struct guess){0};
}
