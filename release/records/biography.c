#include "config.h"

#include "biography.h"

#include <string.h>

#include "shape.h"
#include "spelling.h"
#include "words.h"

static const char *const told[] = {
    "birth_date", "birth_place", "residence", "occupation", "employer",
    "education", "income", "height_cm", "health", "father_occupation",
    "mother_occupation", "hobby", "pet", "favourite_food", "favourite_place",
    NULL,
};

/* The first question that asks for the fact, or NULL. */
static const cJSON *find_question(const struct person *p, const char *fact)
{
    const cJSON *q = p->questions != NULL ? p->questions->child : NULL;
    while (q != NULL && strcmp(shape_text(q, "fact"), fact) != 0)
        q = q->next;
    return q;
}

/* True if the text holds the fact, or what it is called is not known. */
static bool holds(const char *text, const struct person *p, const char *fact)
{
    char number[PERSON_NUMBER];
    const char *value = person_fact(p, fact, number);
    if (words_in(text, value))
        return true;
    const cJSON *q = find_question(p, fact);
    if (q == NULL)
        return strcmp(fact, "birth_date") == 0 || strcmp(fact, "income") == 0;
    struct spelling_set spellings = {
        value, cJSON_GetObjectItemCaseSensitive(q, "aliases")};
    return spelling_held(&spellings, text) != NULL;
}

void biography_check(const struct person *p, struct findings *f)
{
    const char *text = shape_text(p->tree, "biography");
    size_t times = words_times(text, p->name);
    if (times != 1) {
        findings_add(f, "biography/name", p->place,
                     "its biography holds the name %zu times, not once",
                     times);
        findings_witness_u64(f, 1, times);
    }
    for (const char *const *fact = told; *fact != NULL; fact++) {
        char number[PERSON_NUMBER];
        if (holds(text, p, *fact))
            continue;
        findings_add(f, "biography/fact", p->place,
                     "its biography does not tell the %s of its facts",
                     *fact);
        findings_witness(f, person_fact(p, *fact, number), text);
    }
}
