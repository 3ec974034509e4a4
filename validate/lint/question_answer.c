#include "config.h"

#include "lint/question_answer.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <strings.h>

#include "words.h"

/* What sort of thing an option is, as far as its spelling tells. */
enum kind { KIND_ADDRESS, KIND_NUMBER, KIND_PLACE, KIND_WORDS };

static const char *const kinds[] = {
    "an address", "a number", "a place with its country", "words",
};

static enum kind kind_of(const char *text)
{
    if (strchr(text, '@') != NULL)
        return KIND_ADDRESS;
    if (strpbrk(text, "0123456789") != NULL)
        return KIND_NUMBER;
    return strchr(text, ',') != NULL ? KIND_PLACE : KIND_WORDS;
}

/* Two options that are both right: one is the other, or is the value, too. */
static void check_alone(const struct person *p, const struct asked *a,
                        struct findings *f)
{
    const char *right = asked_option(a, a->right);
    for (int i = 0; i < (int)a->option_count; i++) {
        const char *option = asked_option(a, i);
        if (i == a->right)
            continue;
        if (strcasecmp(option, right) == 0 ||
            (*a->value != '\0' && asked_is_value(a, option))) {
            findings_add(f, "answer-twice", p->place, "%s: '%s' and '%s'",
                         a->id, right, option);
            return;
        }
    }
}

static void check_kinds(const struct person *p, const struct asked *a,
                        struct findings *f)
{
    const char *first = asked_option(a, 0);
    for (int i = 1; i < (int)a->option_count; i++) {
        const char *option = asked_option(a, i);
        if (kind_of(option) != kind_of(first)) {
            findings_add(f, "option-kinds", p->place,
                         "%s: '%s' is %s, '%s' %s", a->id, first,
                         kinds[kind_of(first)], option, kinds[kind_of(option)]);
            return;
        }
    }
}

static void check_choice(const struct person *p, const struct asked *a,
                         struct findings *f)
{
    check_kinds(p, a, f);
    if (a->right < 0)
        findings_add(f, "answer-absent", p->place, "%s: '%s'", a->id,
                     a->answer);
    else
        check_alone(p, a, f);
}

/* True if the question holds a wrong option, too: "a cat or a dog?" */
static bool names_others(const struct asked *a)
{
    for (int i = 0; i < (int)a->option_count; i++)
        if (i != a->right && words_in(a->question, asked_option(a, i)))
            return true;
    return false;
}

/* Does the question say what it asks for? */
static void check_given(const struct person *p, const struct asked *a,
                        struct findings *f)
{
    const cJSON *alias;
    const char *given = NULL;
    const char *truth = asked_truth(a);
    if (words_in(a->question, a->value))
        given = a->value;
    else if (a->task != ASKED_OPEN && words_in(a->question, truth))
        given = truth;
    cJSON_ArrayForEach(alias, a->aliases)
        if (given == NULL && cJSON_IsString(alias) &&
            words_in(a->question, alias->valuestring))
            given = alias->valuestring;
    if (given != NULL && !names_others(a))
        findings_add(f, "answer-given", p->place, "%s: '%s'", a->id, given);
}

/* True if an answer in a sentence holds the value or another spelling. */
static bool states_value(const struct asked *a)
{
    const cJSON *alias;
    if (words_in(a->answer, a->value))
        return true;
    cJSON_ArrayForEach(alias, a->aliases)
        if (cJSON_IsString(alias) && words_in(a->answer, alias->valuestring))
            return true;
    return false;
}

/* The fact as a question states it as its value: in `number` if it is one. */
static const char *fact_of(const struct person *p, const char *fact,
                           char number[32])
{
    if (strcmp(fact, "name") == 0)
        return p->name;
    const cJSON *m = cJSON_GetObjectItemCaseSensitive(p->facts, fact);
    if (cJSON_IsString(m))
        return m->valuestring;
    if (!cJSON_IsNumber(m))
        return NULL;
    snprintf(number, 32, "%.15g", m->valuedouble);
    return number;
}

/* Can it be answered from the record, and is it answered so? */
static void check_founded(const struct person *p, const struct asked *a,
                          struct findings *f)
{
    char number[32];
    const char *truth = asked_truth(a);
    if (*a->fact == '\0' || *a->value == '\0')
        return;
    const char *fact = fact_of(p, a->fact, number);
    if (fact == NULL)
        findings_add(f, "answer-unfounded", p->place,
                     "%s: the record does not state '%s'", a->id, a->fact);
    else if (strcmp(fact, a->value) != 0)
        findings_add(f, "answer-unfounded", p->place,
                     "%s: the value is '%s', the record states '%s'", a->id,
                     a->value, fact);
    else if (a->task == ASKED_OPEN && !states_value(a))
        findings_add(f, "answer-unfounded", p->place,
                     "%s: '%s' does not state '%s'", a->id, a->answer,
                     a->value);
    else if (a->task == ASKED_CHOICE && a->right >= 0 &&
             !asked_is_value(a, truth))
        findings_add(f, "answer-unfounded", p->place, "%s: '%s' is not '%s'",
                     a->id, truth, a->value);
}

/* How many gaps, of two underscores or more, a text has. */
static size_t gaps(const char *text)
{
    size_t count = 0;
    while ((text = strstr(text, "__")) != NULL) {
        count++;
        text += strspn(text, "_");
    }
    return count;
}

/* True if text begins or ends with a blank or ends in a mark that belongs to
 * the sentence around it, or holds two blanks. */
static bool ragged(const char *text)
{
    size_t len = strlen(text);
    return len == 0 || text[0] == ' ' || strchr(" .,;:!?", text[len - 1]) ||
           strstr(text, "  ") != NULL;
}

static void check_cloze(const struct person *p, const struct asked *a,
                        struct findings *f)
{
    if (gaps(a->question) != 1)
        findings_add(f, "cloze-gap", p->place, "%s: '%s' has %zu", a->id,
                     a->question, gaps(a->question));
    if (ragged(a->answer) ||
        (*a->value != '\0' && !asked_is_value(a, a->answer)))
        findings_add(f, "cloze-form", p->place, "%s: '%s'", a->id, a->answer);
}

void question_answer_check(const struct person *p, const struct asked *a,
                           struct findings *f)
{
    if (a->task == ASKED_CHOICE)
        check_choice(p, a, f);
    if (a->task == ASKED_CLOZE)
        check_cloze(p, a, f);
    check_given(p, a, f);
    check_founded(p, a, f);
}
