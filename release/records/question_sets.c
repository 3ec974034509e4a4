#include "config.h"

#include "question_sets.h"

#include <stdlib.h>
#include <string.h>

#include "question_counts.h"

static int by_fact(const void *a, const void *b)
{
    const struct asked *x = a, *y = b;
    int order = strcmp(x->fact, y->fact);
    if (order == 0)
        order = (int)x->set - (int)y->set;
    if (order == 0)
        order = strcmp(x->task, y->task);
    if (order == 0)
        order = (int)x->image - (int)y->image;
    return order != 0 ? order : strcmp(x->id, y->id);
}

static int by_text(const void *a, const void *b)
{
    const struct asked *x = a, *y = b;
    int order = strcmp(x->text, y->text);
    if (order == 0)
        order = (int)x->set - (int)y->set;
    return order != 0 ? order : strcmp(x->id, y->id);
}

static void tell_aliases(const struct asked *first, const struct asked *a)
{
    char *expected = cJSON_PrintUnformatted(first->spellings.aliases);
    char *found = cJSON_PrintUnformatted(a->spellings.aliases);
    asked_wrong(a, "question/spellings",
                "its aliases are not those of question %s", first->id);
    asked_witness(a, expected, found);
    cJSON_free(expected);
    cJSON_free(found);
}

/* A fact has one set of spellings, wherever it is asked. */
static void check_spellings(const struct asked *first, const struct asked *a)
{
    if (!cJSON_Compare(first->spellings.aliases, a->spellings.aliases,
                       true))
        tell_aliases(first, a);
}

static bool is_option(const struct asked *a, const char *text)
{
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(a->q, "options");
    for (const cJSON *o = options->child; o != NULL; o = o->next)
        if (strcmp(o->valuestring, text) == 0)
            return true;
    return false;
}

/* All choices of a fact are among the same options, in any order. */
static void check_options(const struct asked *first, const struct asked *a)
{
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(a->q, "options");
    for (const cJSON *o = options->child; o != NULL; o = o->next)
        if (!is_option(first, o->valuestring)) {
            asked_wrong(a, "question/options",
                        "option %s is none of question %s", o->string,
                        first->id);
            asked_witness(a, "the same four options", o->valuestring);
            return;
        }
}

/* Questions of one fact. */
static void check_fact(const struct asked *all, size_t count)
{
    const struct asked *choice = NULL;
    for (size_t i = 0; i < count; i++) {
        const struct asked *a = &all[i], *before = i > 0 ? a - 1 : NULL;
        check_spellings(all, a);
        if (strcmp(a->task, "choice") == 0) {
            if (choice == NULL)
                choice = a;
            check_options(choice, a);
        }
        if (before != NULL && !a->probe && before->image == a->image &&
            before->set == a->set &&
            strcmp(before->task, a->task) == 0) {
            asked_wrong(a, "question/again",
                        "question %s asks the same in this set", before->id);
            asked_witness(a, "one question of a fact, task and modality",
                          before->id);
        }
    }
}

static void check_facts(struct asked *all, size_t count)
{
    qsort(all, count, sizeof *all, by_fact);
    for (size_t from = 0, to; from < count; from = to) {
        to = from + 1;
        while (to < count && strcmp(all[to].fact, all[from].fact) == 0)
            to++;
        check_fact(all + from, to - from);
    }
}

/* No text of one set is in another: what is trained on is not what is asked. */
static void check_texts(struct asked *all, size_t count)
{
    qsort(all, count, sizeof *all, by_text);
    for (size_t i = 1; i < count; i++)
        if (strcmp(all[i].text, all[i - 1].text) == 0 &&
            all[i].set != all[i - 1].set) {
            asked_wrong(&all[i], "question/reused",
                        "its text is that of question %s, of another set",
                        all[i - 1].id);
            asked_witness(&all[i], "a text of no other set", all[i].text);
        }
}

/* Hashes what the train questions ask, which are in the order of facts. */
static void hash_trained(const struct asked *all, size_t count,
                         unsigned char trained[DIGEST_BYTES])
{
    struct digest_stream s;
    digest_start(&s);
    for (size_t i = 0; i < count; i++) {
        if (all[i].set != QUESTION_TRAIN)
            continue;
        digest_more(&s, all[i].fact, strlen(all[i].fact) + 1);
        digest_more(&s, all[i].task, strlen(all[i].task) + 1);
        digest_more(&s, all[i].image ? "i" : "t", 1);
    }
    digest_end(&s, trained);
}

void question_sets_check(const struct person *p, struct asked *all,
                         size_t count, struct findings *f,
                         unsigned char trained[DIGEST_BYTES])
{
    check_facts(all, count);
    hash_trained(all, count, trained);
    check_texts(all, count);
    question_counts_check(p, all, count, f);
}
