#include "config.h"

#include "lint/fits.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "words.h"

#define RULE "question-ambiguous"

/* The text of a fact, in `number` if it is one; NULL if it is neither. */
static const char *text_of(const cJSON *fact, char number[32])
{
    if (cJSON_IsString(fact))
        return fact->valuestring;
    if (!cJSON_IsNumber(fact))
        return NULL;
    snprintf(number, 32, "%.15g", fact->valuedouble);
    return number;
}

void fits_person(struct fits *s, const struct person *p)
{
    const cJSON *fact;
    char number[32];
    if (s->people == s->cap) {
        s->cap = s->cap == 0 ? 64 : s->cap * 2;
        s->values = xrealloc(s->values, s->cap, FITS_FACTS * sizeof(uint32_t));
    }
    uint32_t *values = s->values + s->people++ * FITS_FACTS;
    for (size_t i = 0; i < FITS_FACTS; i++)
        values[i] = LEXICON_NONE;
    cJSON_ArrayForEach(fact, p->facts)
    {
        const char *text = text_of(fact, number);
        uint32_t place = lexicon_find(&s->facts, fact->string);
        if (place == LEXICON_NONE && s->facts.count < FITS_FACTS)
            place = lexicon_put(&s->facts, fact->string);
        if (text != NULL && place != LEXICON_NONE)
            values[place] = lexicon_put(&s->texts, text);
    }
}

/* True if the text holds the value, or another spelling of it. */
static bool holds(const char *text, const struct asked *a)
{
    const cJSON *alias;
    if (words_in(text, a->value))
        return true;
    cJSON_ArrayForEach(alias, a->aliases)
        if (cJSON_IsString(alias) && words_in(text, alias->valuestring))
            return true;
    return false;
}

/* The facts that the text of a question holds, a bit each. */
static uint32_t facts_in(const struct fits *s, const char *text,
                         const struct asked *list, size_t count)
{
    uint32_t known = 0, seen = 0;
    for (size_t i = 0; i < count; i++) {
        uint32_t place = lexicon_find(&s->facts, list[i].fact);
        if (place == LEXICON_NONE || (seen >> place & 1) != 0 ||
            *list[i].value == '\0')
            continue;
        seen |= (uint32_t)1 << place;
        if (holds(text, &list[i]))
            known |= (uint32_t)1 << place;
    }
    return known;
}

static int kind_of(struct fits *s, uint32_t facts)
{
    size_t kind = 0;
    while (kind < s->kind_count && s->kinds[kind] != facts)
        kind++;
    if (kind == FITS_KINDS)
        return -1;
    if (kind == s->kind_count)
        s->kinds[s->kind_count++] = facts;
    return (int)kind;
}

void fits_question(struct fits *s, const struct person *p,
                   const struct asked *a, const struct asked *list,
                   size_t count)
{
    uint32_t text = lexicon_put(&s->texts, a->question);
    matches_add(&s->asked, text, p->number,
                lexicon_put(&s->texts, asked_truth(a)));
    uint32_t facts = facts_in(s, a->question, list, count);
    int kind = facts == 0 ? -1 : kind_of(s, facts);
    if (kind >= 0)
        matches_add(&s->conditions, (uint64_t)kind, p->number, text);
}

/* A key for the person's values of some facts; 0 if one is missing. */
static uint64_t key_of(const struct fits *s, size_t person, uint32_t facts)
{
    uint32_t values[FITS_FACTS];
    size_t count = 0;
    for (size_t i = 0; i < FITS_FACTS; i++) {
        if ((facts >> i & 1) == 0)
            continue;
        values[count] = s->values[person * FITS_FACTS + i];
        if (values[count++] == LEXICON_NONE)
            return 0;
    }
    return matches_key(0, values, count * sizeof *values) | 1;
}

/* Reports a question of `person` if the people of its key are more than one. */
static void report_one(const struct fits *s, const struct matches *all,
                       uint64_t key, const struct match *question,
                       const struct people *people, struct findings *f)
{
    size_t low = 0, high = all->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (all->list[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    for (; low < all->count && all->list[low].key == key; low++)
        if (all->list[low].person != question->person) {
            findings_add_pair(f, RULE, people_place(people, question->person),
                              people_place(people, all->list[low].person),
                              "'%s'", lexicon_text(&s->texts, question->tag));
            return;
        }
}

/* Looks at the questions that hold the same facts: entries from..to. */
static void report_kind(const struct fits *s, size_t from, size_t to,
                        const struct people *people, struct findings *f)
{
    struct matches all = {0};
    uint32_t facts = s->kinds[s->conditions.list[from].key];
    for (size_t i = 0; i < s->people; i++) {
        uint64_t key = key_of(s, i, facts);
        if (key != 0)
            matches_add(&all, key, (uint32_t)i, 0);
    }
    matches_sort(&all);
    for (size_t i = from; i < to; i++) {
        const struct match *question = &s->conditions.list[i];
        uint64_t key = key_of(s, question->person, facts);
        if (key != 0)
            report_one(s, &all, key, question, people, f);
    }
    matches_release(&all);
}

/* Looks at who is asked in the same words. */
static void report_same(struct fits *s, const struct people *people,
                        struct findings *f)
{
    matches_sort(&s->asked);
    for (size_t i = 0, end; i < s->asked.count; i = end) {
        const struct match *first = &s->asked.list[i];
        end = matches_end(&s->asked, i);
        for (size_t j = i + 1; j < end; j++)
            if (first[j - i].person != first->person &&
                first[j - i].tag != first->tag) {
                findings_add_pair(f, RULE,
                                  people_place(people, first[j - i].person),
                                  people_place(people, first->person), "'%s'",
                                  lexicon_text(&s->texts,
                                               (uint32_t)first->key));
                break;
            }
    }
}

void fits_report(struct fits *s, const struct people *people,
                 struct findings *f)
{
    if (!findings_wants(f, RULE))
        return;
    if (s->kind_count == FITS_KINDS)
        findings_skip(f, RULE, "questions hold too many kinds of facts");
    report_same(s, people, f);
    matches_sort(&s->conditions);
    for (size_t i = 0, end; i < s->conditions.count; i = end) {
        end = matches_end(&s->conditions, i);
        report_kind(s, i, end, people, f);
    }
}

void fits_release(struct fits *s)
{
    lexicon_release(&s->facts);
    lexicon_release(&s->texts);
    free(s->values);
    matches_release(&s->conditions);
    matches_release(&s->asked);
}
