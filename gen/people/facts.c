#include "config.h"

#include "facts.h"

#include <string.h>

const char *const fact_slots[] = {
    [FACT_GENDER] = "gender",
    [FACT_BIRTH_DATE] = "birth_date",
    [FACT_BIRTH_PLACE] = "birth_place",
    [FACT_RESIDENCE] = "residence",
    [FACT_OCCUPATION] = "occupation",
    [FACT_EMPLOYER] = "employer",
    [FACT_EDUCATION] = "education",
    [FACT_INCOME] = "income",
    [FACT_HEIGHT] = "height_cm",
    [FACT_HEALTH] = "health",
    [FACT_FATHER] = "father_occupation",
    [FACT_MOTHER] = "mother_occupation",
    [FACT_HOBBY] = "hobby",
    [FACT_PET] = "pet",
    [FACT_FOOD] = "favourite_food",
    [FACT_PLACE] = "favourite_place",
    [FACT_EMAIL] = "email",
    [FACT_PHONE] = "phone",
    [FACT_NAME] = "name",
    [SLOT_GIVEN] = "given",
    [SLOT_PERSON] = "person",
    [SLOT_PERSONS] = "person's",
    [SLOT_THEY] = "they",
    [SLOT_THEM] = "them",
    [SLOT_THEIR] = "their",
    [SLOT_THEIRS] = "theirs",
    [SLOT_THEMSELF] = "themself",
    [SLOT_GAP] = "gap",
    [SLOTS] = NULL,
};

const char *fact_name(enum fact fact)
{
    return fact_slots[fact];
}

enum fact_class fact_class(enum fact fact)
{
    switch (fact) {
    case FACT_GENDER:
        return FACT_NEVER_ASKED;
    case FACT_BIRTH_DATE:
    case FACT_EMAIL:
    case FACT_PHONE:
    case FACT_NAME:
        return FACT_UNIQUE;
    default:
        return FACT_SHARED;
    }
}

enum fact fact_parse(const char *name)
{
    for (int f = 0; f < FACTS; f++)
        if (strcmp(fact_slots[f], name) == 0)
            return (enum fact)f;
    return FACTS;
}
