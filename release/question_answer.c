#include "config.h"

#include "question_answer.h"

#include <string.h>

#include "asked.h"
#include "question_shape.h"
#include "shape.h"
#include "words.h"

static void check_option(const struct asked *a, const cJSON *option)
{
    const char *text = option->valuestring;
    bool chosen = strcmp(option->string, a->answer) == 0;
    if (chosen && !spelling_is_one(&a->spellings, text))
        asked_wrong(a, "option %s, the answer, is not the value",
                    option->string);
    if (!chosen && spelling_held(&a->spellings, text) != NULL)
        asked_wrong(a, "option %s is right, the answer is %s",
                    option->string, a->answer);
    if (strlen(text) > QUESTION_SHAPE_OPTION)
        asked_wrong(a, "option %s is longer than %d bytes", option->string,
                    QUESTION_SHAPE_OPTION);
    for (const cJSON *o = option->next; o != NULL; o = o->next)
        if (strcmp(text, o->valuestring) == 0)
            asked_wrong(a, "options %s and %s are the same", option->string,
                        o->string);
}

static void check_choice(const struct asked *a)
{
    const cJSON *options =
        cJSON_GetObjectItemCaseSensitive(a->q, "options");
    for (const cJSON *o = options->child; o != NULL; o = o->next)
        check_option(a, o);
}

/* `spoken`: the fact is spoken as its value is written, so that a wrong answer
 * holds its wrong value, too. */
static void check_one_perturbed(const struct asked *a, const cJSON *p,
                                bool spoken)
{
    const char *value = shape_text(p, "value");
    const char *answer = shape_text(p, "answer");
    const char *held = spelling_held(&a->spellings, answer);
    if (spelling_is_one(&a->spellings, value))
        asked_wrong(a, "a perturbed value is the value");
    if (strcmp(answer, a->answer) == 0)
        asked_wrong(a, "a perturbed answer is the answer");
    else if (held != NULL)
        asked_wrong(a, "a perturbed answer holds '%s', which is true", held);
    if (spoken && !words_in(answer, value))
        asked_wrong(a, "a perturbed answer does not hold its value '%s'",
                    value);
    for (const cJSON *o = p->next; o != NULL; o = o->next) {
        if (strcmp(value, shape_text(o, "value")) == 0)
            asked_wrong(a, "the perturbed value '%s' is there twice", value);
        if (strcmp(answer, shape_text(o, "answer")) == 0)
            asked_wrong(a, "the perturbed answer '%s' is there twice",
                        answer);
    }
}

static void check_perturbed(const struct asked *a)
{
    const cJSON *all = cJSON_GetObjectItemCaseSensitive(a->q, "perturbed");
    bool spoken = words_in(a->answer, a->spellings.value);
    for (const cJSON *p = all->child; p != NULL; p = p->next)
        check_one_perturbed(a, p, spoken);
}

static void check_open(const struct asked *a)
{
    const char *paraphrase = shape_text(a->q, "paraphrase");
    if (spelling_held(&a->spellings, a->answer) == NULL)
        asked_wrong(a, "its answer does not hold the value");
    if (spelling_held(&a->spellings, paraphrase) == NULL)
        asked_wrong(a, "its paraphrase does not hold the value");
    if (strcmp(a->answer, paraphrase) == 0)
        asked_wrong(a, "its paraphrase is its answer");
    check_perturbed(a);
}

/* How many gaps: runs of underscores but for single ones; -1 if one of them
 * is not "____". */
static int count_gaps(const char *text)
{
    int gaps = 0;
    for (; *text != '\0'; text++) {
        size_t run = strspn(text, "_");
        if (run < 2)
            continue;
        if (run != 4)
            return -1;
        gaps++;
        text += run - 1;
    }
    return gaps;
}

static void check_cloze(const struct asked *a)
{
    if (count_gaps(a->text) != 1)
        asked_wrong(a, "its text does not have one gap ____");
    if (!spelling_is_one(&a->spellings, a->answer))
        asked_wrong(a, "its answer is not the value");
}


void question_answer_check(const struct asked *a)
{
    if (strcmp(a->task, "choice") == 0)
        check_choice(a);
    else if (strcmp(a->task, "open") == 0)
        check_open(a);
    else
        check_cloze(a);
}
