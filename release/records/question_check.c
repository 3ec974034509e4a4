#include "config.h"

#include "question_check.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "asked.h"
#include "num.h"
#include "question_answer.h"
#include "question_links.h"
#include "question_sets.h"
#include "shape.h"
#include "words.h"

static void check_fact(const struct asked *a)
{
    char number[PERSON_NUMBER];
    const char *value = person_fact(a->person, a->fact, number);
    if (value == NULL) {
        asked_wrong(a, "question/fact", "'%s' is no fact of the person",
                    a->fact);
        asked_witness(a, "a fact of the person", a->fact);
    } else if (strcmp(value, a->spellings.value) != 0) {
        asked_wrong(a, "question/value",
                    "its value is '%s', the person's %s is '%s'",
                    a->spellings.value, a->fact, value);
        asked_witness(a, value, a->spellings.value);
    }
}

static void check_aliases(const struct asked *a)
{
    for (const cJSON *x = a->spellings.aliases->child; x != NULL;
         x = x->next) {
        const char *alias = x->valuestring;
        if (strcmp(alias, a->spellings.value) != 0)
            continue;
        asked_wrong(a, "question/alias", "the value is among its aliases");
        asked_witness(a, "other spellings", alias);
    }
}

/* The person's image of that id, or NULL. */
static const cJSON *find_image(const struct person *p, const char *id)
{
    const cJSON *i = p->images != NULL ? p->images->child : NULL;
    while (i != NULL && strcmp(shape_text(i, "id"), id) != 0)
        i = i->next;
    return i;
}

/* Eval asks of the portrait, test of another view, train of either a portrait
 * or a view made for it. */
static void check_role(const struct asked *a, const char *role)
{
    bool right;
    if (a->set == QUESTION_TEST)
        right = strcmp(role, "view") == 0;
    else
        right = strcmp(role, "portrait") == 0 ||
                (a->set != QUESTION_EVAL && strcmp(role, "train_view") == 0);
    if (right)
        return;
    asked_wrong(a, "question/role", "it is in the set %s and its image is a %s",
                question_set_name(a->set), role);
    asked_witness(a,
                  a->set == QUESTION_TEST   ? "view"
                  : a->set == QUESTION_EVAL ? "portrait"
                                            : "portrait or train_view",
                  role);
}

static void check_image(const struct asked *a)
{
    const char *id = shape_text(a->q, "image");
    const cJSON *image = id != NULL ? find_image(a->person, id) : NULL;
    if (image != NULL) {
        check_role(a, shape_text(image, "role"));
    } else if (id != NULL) {
        asked_wrong(a, "question/image",
                    "its image %s is none of the person's", id);
        asked_witness(a, "the id of an image of the person", id);
    }
}

static void wrong_name(const struct asked *a, const char *what)
{
    asked_wrong(a, "question/name", "%s", what);
    asked_witness(a,
                  a->image || a->probe ? "a text without the name"
                                       : a->person->name,
                  a->text);
}

static void check_name(const struct asked *a)
{
    bool named = words_in(a->text, a->person->name);
    if (a->image && named)
        wrong_name(a, "it asks of an image and names the person");
    if (a->probe && named)
        wrong_name(a, "it is a probe and names the person");
    if (!a->image && !a->probe && !named)
        wrong_name(a, "it asks without an image and does not name the person");
}

/* What comes behind "word_" in a wording, or NULL where that is not there. */
static const char *behind(const char *wording, const char *word)
{
    size_t len = strlen(word);
    if (wording == NULL || strncmp(wording, word, len) != 0 ||
        wording[len] != '_')
        return NULL;
    return wording + len + 1;
}

static bool is_number(const char *text)
{
    uint64_t number;
    return text != NULL && num_parse(text, 1, UINT32_MAX, &number);
}

/* A wording is named by fact, task, set and number; base has those of train; a
 * probe's by its kind and number. */
static void check_wording(const struct asked *a)
{
    const char *wording = shape_text(a->q, "wording");
    enum question_set set = a->set == QUESTION_BASE ? QUESTION_TRAIN : a->set;
    const char *rest = behind(wording, a->probe ? "probe" : a->fact);
    bool right;
    if (a->probe)
        right = is_number(behind(rest, "alias")) ||
                is_number(behind(rest, "reverse")) ||
                is_number(behind(rest, "two_hop"));
    else
        right = is_number(
            behind(behind(rest, a->task), question_set_name(set)));
    if (right)
        return;
    asked_wrong(a, "question/wording",
                "its wording '%s' is none of its fact, task and set", wording);
    struct buf expected = BUF_EMPTY;
    if (a->probe)
        buf_puts(&expected, "probe_KIND_NUMBER");
    else
        buf_printf(&expected, "%s_%s_%s_NUMBER", a->fact, a->task,
                   question_set_name(set));
    asked_witness(a, buf_string(&expected), wording);
    buf_release(&expected);
}

static void check_one(const struct asked *a)
{
    const char *held = spelling_held(&a->spellings, a->text);
    check_fact(a);
    check_aliases(a);
    check_name(a);
    check_image(a);
    check_wording(a);
    if (held != NULL) {
        asked_wrong(a, "question/leak", "its text holds the answer '%s'",
                    held);
        asked_witness(a, "a text without the answer", a->text);
    }
    question_answer_check(a);
}

void question_check(const struct person *p, struct findings *f,
                    unsigned char trained[DIGEST_BYTES])
{
    size_t count = (size_t)cJSON_GetArraySize(p->questions), i = 0;
    struct asked *all = xmalloc(count + 1, sizeof *all);
    for (const cJSON *q = p->questions->child; q != NULL; q = q->next) {
        asked_init(&all[i], p, q, f);
        check_one(&all[i++]);
    }
    question_links_check(all, count);
    question_sets_check(p, all, count, f, trained);
    free(all);
}
