#include "config.h"

#include "question_check.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "question_links.h"
#include "shape.h"
#include "spelling.h"
#include "words.h"

/* One question under check. */
struct asked {
    const struct person *person;
    struct findings *findings;
    const cJSON *q;
    struct spelling_set spellings;
    const char *text;   /* the question's text */
    const char *answer;
    bool image, probe;  /* modality, set */
};

static void wrong(const struct asked *a, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

static void wrong(const struct asked *a, const char *format, ...)
{
    char text[512];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    findings_add(a->findings, FINDINGS_INTACT, a->person->place,
                 "question %s: %s", shape_text(a->q, "id"), text);
}

/* A fact as questions write it: the person's name, text, or a decimal. */
static const char *fact_value(const struct person *p, const char *fact,
                              char number[32])
{
    if (strcmp(fact, "name") == 0)
        return p->name;
    const cJSON *value = cJSON_GetObjectItemCaseSensitive(p->facts, fact);
    if (cJSON_IsString(value))
        return value->valuestring;
    if (!cJSON_IsNumber(value))
        return NULL;
    snprintf(number, 32, "%" PRId64, (int64_t)value->valuedouble);
    return number;
}

static bool is_unique_fact(const char *fact)
{
    return strcmp(fact, "name") == 0 || strcmp(fact, "birth_date") == 0 ||
           strcmp(fact, "email") == 0 || strcmp(fact, "phone") == 0;
}

static void check_fact(const struct asked *a)
{
    char number[32];
    const char *fact = shape_text(a->q, "fact");
    const char *value = fact_value(a->person, fact, number);
    if (strcmp(fact, "gender") == 0)
        wrong(a, "it asks for the gender");
    else if (value == NULL)
        wrong(a, "'%s' is no fact of the person", fact);
    else if (strcmp(value, a->spellings.value) != 0)
        wrong(a, "its value is '%s', the person's %s is '%s'",
              a->spellings.value, fact, value);
    if (is_unique_fact(fact) && a->person->head.kind != RECORD_CELEBRITY &&
        strcmp(shape_text(a->q, "task"), "choice") == 0)
        wrong(a, "it is a choice among values of '%s', which are unique",
              fact);
}

static void check_aliases(const struct asked *a)
{
    for (const cJSON *x = a->spellings.aliases->child; x != NULL;
         x = x->next) {
        if (strcmp(x->valuestring, a->spellings.value) == 0)
            wrong(a, "the value is among its aliases");
        for (const cJSON *y = x->next; y != NULL; y = y->next)
            if (strcmp(x->valuestring, y->valuestring) == 0)
                wrong(a, "the alias '%s' is there twice", x->valuestring);
    }
}

static void check_choice(const struct asked *a)
{
    const cJSON *options =
        cJSON_GetObjectItemCaseSensitive(a->q, "options");
    for (const cJSON *o = options->child; o != NULL; o = o->next) {
        bool right = spelling_is_one(&a->spellings, o->valuestring);
        bool chosen = strcmp(o->string, a->answer) == 0;
        if (chosen && !right)
            wrong(a, "option %s, the answer, is not the value", o->string);
        if (right && !chosen)
            wrong(a, "option %s is right, the answer is %s", o->string,
                  a->answer);
        for (const cJSON *p = o->next; p != NULL; p = p->next)
            if (strcmp(o->valuestring, p->valuestring) == 0)
                wrong(a, "options %s and %s are the same", o->string,
                      p->string);
    }
}

static void check_perturbed(const struct asked *a)
{
    const cJSON *all = cJSON_GetObjectItemCaseSensitive(a->q, "perturbed");
    for (const cJSON *p = all->child; p != NULL; p = p->next) {
        const char *value = shape_text(p, "value");
        if (spelling_is_one(&a->spellings, value))
            wrong(a, "a perturbed value is the value");
        if (strcmp(shape_text(p, "answer"), a->answer) == 0)
            wrong(a, "a perturbed answer is the answer");
        for (const cJSON *o = p->next; o != NULL; o = o->next)
            if (strcmp(value, shape_text(o, "value")) == 0)
                wrong(a, "the perturbed value '%s' is there twice", value);
    }
}

static void check_open(const struct asked *a)
{
    if (spelling_held(&a->spellings, a->answer) == NULL)
        wrong(a, "its answer does not hold the value");
    if (spelling_held(&a->spellings, shape_text(a->q, "paraphrase")) == NULL)
        wrong(a, "its paraphrase does not hold the value");
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
        wrong(a, "its text does not have one gap ____");
    if (!spelling_is_one(&a->spellings, a->answer))
        wrong(a, "its answer is not the value");
}

static bool has_image(const struct person *p, const char *id)
{
    const cJSON *i = p->images != NULL ? p->images->child : NULL;
    for (; i != NULL; i = i->next)
        if (strcmp(shape_text(i, "id"), id) == 0)
            return true;
    return false;
}

static void check_modality(const struct asked *a)
{
    const char *image = shape_text(a->q, "image");
    bool named = words_in(a->text, a->person->name);
    if (a->image && named)
        wrong(a, "it asks of an image and names the person");
    if (!a->image && !a->probe && !named)
        wrong(a, "it asks without an image and does not name the person");
    if (a->image && image == NULL)
        wrong(a, "it asks of an image and has none");
    if (!a->image && image != NULL)
        wrong(a, "it has an image and does not ask of it");
    if (image != NULL && !has_image(a->person, image))
        wrong(a, "its image %s is none of the person's", image);
}

static void check_one(const struct asked *a)
{
    const char *task = shape_text(a->q, "task");
    const char *held = spelling_held(&a->spellings, a->text);
    check_fact(a);
    check_aliases(a);
    check_modality(a);
    if (held != NULL)
        wrong(a, "its text holds the answer '%s'", held);
    if (strcmp(task, "choice") == 0)
        check_choice(a);
    else if (strcmp(task, "open") == 0)
        check_open(a);
    else
        check_cloze(a);
}

void question_check(const struct person *p, struct findings *f)
{
    if (p->questions == NULL)
        return;
    for (const cJSON *q = p->questions->child; q != NULL; q = q->next) {
        struct asked a = {
            .person = p, .findings = f, .q = q,
            .spellings = {shape_text(q, "value"),
                          cJSON_GetObjectItemCaseSensitive(q, "aliases")},
            .text = shape_text(q, "question"),
            .answer = shape_text(q, "answer"),
            .image = strcmp(shape_text(q, "modality"), "image") == 0,
            .probe = strcmp(shape_text(q, "set"), "probe") == 0};
        check_one(&a);
    }
    question_links_check(p, f);
}
