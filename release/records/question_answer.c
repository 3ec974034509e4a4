#include "config.h"

#include "question_answer.h"

#include <string.h>

#include "asked.h"
#include "shape.h"
#include "words.h"

static void check_option(const struct asked *a, const cJSON *option)
{
    const char *text = option->valuestring;
    bool chosen = strcmp(option->string, a->answer) == 0;
    if (chosen && !spelling_is_one(&a->spellings, text)) {
        asked_wrong(a, "question/answer",
                    "option %s, the answer, is not the value",
                    option->string);
        asked_witness(a, a->spellings.value, text);
    }
    if (!chosen && spelling_held(&a->spellings, text) != NULL) {
        asked_wrong(a, "question/option-right",
                    "option %s is right, the answer is %s", option->string,
                    a->answer);
        asked_witness(a, "three options that are not right", text);
    }
    for (const cJSON *o = option->next; o != NULL; o = o->next) {
        if (strcmp(text, o->valuestring) != 0)
            continue;
        asked_wrong(a, "question/option-twice",
                    "options %s and %s are the same", option->string,
                    o->string);
        asked_witness(a, "four options that differ", text);
    }
}

static void check_choice(const struct asked *a)
{
    const cJSON *options =
        cJSON_GetObjectItemCaseSensitive(a->q, "options");
    for (const cJSON *o = options->child; o != NULL; o = o->next)
        check_option(a, o);
}

/* `member`: of a perturbed answer. */
static void check_repeated(const struct asked *a, const cJSON *p,
                           const char *member)
{
    const char *text = shape_text(p, member);
    for (const cJSON *o = p->next; o != NULL; o = o->next) {
        if (strcmp(text, shape_text(o, member)) != 0)
            continue;
        asked_wrong(a, "question/perturbed",
                    "the perturbed %s '%s' is there twice", member, text);
        asked_witness(a, "five that differ", text);
    }
}

/* `spoken`: the fact is spoken as its value is written, so that a wrong answer
 * holds its wrong value, too. */
static void check_one_perturbed(const struct asked *a, const cJSON *p,
                                bool spoken)
{
    const char *value = shape_text(p, "value");
    const char *answer = shape_text(p, "answer");
    const char *held = spelling_held(&a->spellings, answer);
    if (spelling_is_one(&a->spellings, value)) {
        asked_wrong(a, "question/perturbed", "a perturbed value is the value");
        asked_witness(a, "another value", value);
    }
    if (strcmp(answer, a->answer) == 0)
        asked_wrong(a, "question/perturbed",
                    "a perturbed answer is the answer");
    else if (held != NULL)
        asked_wrong(a, "question/perturbed",
                    "a perturbed answer holds '%s', which is true", held);
    if (held != NULL || strcmp(answer, a->answer) == 0)
        asked_witness(a, "an answer that is not true", answer);
    if (spoken && !words_in(answer, value)) {
        asked_wrong(a, "question/perturbed",
                    "a perturbed answer does not hold its value '%s'", value);
        asked_witness(a, value, answer);
    }
    check_repeated(a, p, "value");
    check_repeated(a, p, "answer");
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
    if (spelling_held(&a->spellings, a->answer) == NULL) {
        asked_wrong(a, "question/answer", "its answer does not hold the value");
        asked_witness(a, a->spellings.value, a->answer);
    }
    if (spelling_held(&a->spellings, paraphrase) == NULL) {
        asked_wrong(a, "question/paraphrase",
                    "its paraphrase does not hold the value");
        asked_witness(a, a->spellings.value, paraphrase);
    }
    if (strcmp(a->answer, paraphrase) == 0) {
        asked_wrong(a, "question/paraphrase", "its paraphrase is its answer");
        asked_witness(a, "another sentence", paraphrase);
    }
    check_perturbed(a);
}

static void check_cloze(const struct asked *a)
{
    if (!spelling_is_one(&a->spellings, a->answer)) {
        asked_wrong(a, "question/answer", "its answer is not the value");
        asked_witness(a, a->spellings.value, a->answer);
    }
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
