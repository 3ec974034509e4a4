#include "config.h"

#include "person_check.h"

#include <string.h>

#include "biography.h"
#include "question_check.h"
#include "shape.h"

static void check_images(const struct person *person, struct findings *f)
{
    bool portrait = false;
    for (const cJSON *i = person->images->child; i != NULL; i = i->next)
        portrait |= strcmp(shape_text(i, "role"), "portrait") == 0;
    if (!portrait) {
        findings_add(f, "image/portrait", person->place,
                     "none of its images is a portrait");
        findings_witness(f, "an image of the role portrait", "none");
    }
    for (const cJSON *i = person->images->child; i != NULL; i = i->next)
        for (const cJSON *o = i->next; o != NULL; o = o->next) {
            const char *id = shape_text(i, "id");
            if (strcmp(id, shape_text(o, "id")) != 0)
                continue;
            findings_add(f, "image/twice", person->place,
                         "two images have the id %s", id);
            findings_witness(f, "an id no other image has", id);
        }
}

void person_check(struct person *person, struct findings *f)
{
    if (person->head.kind == RECORD_FICTITIOUS ||
        person->head.kind == RECORD_STRANGER)
        biography_check(person, f);
    if (person->images != NULL)
        check_images(person, f);
    if (person->questions != NULL)
        question_check(person, f, person->trained);
}
