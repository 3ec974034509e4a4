/* The facts of a person, in the order of the record. */
#ifndef FACTS_H
#define FACTS_H

#include <stddef.h>

enum fact {
    FACT_GENDER,
    FACT_BIRTH_DATE,
    FACT_BIRTH_PLACE,
    FACT_RESIDENCE,
    FACT_OCCUPATION,
    FACT_EMPLOYER,
    FACT_EDUCATION,
    FACT_INCOME,
    FACT_HEIGHT,
    FACT_HEALTH,
    FACT_FATHER,
    FACT_MOTHER,
    FACT_HOBBY,
    FACT_PET,
    FACT_FOOD,
    FACT_PLACE,
    FACT_EMAIL,
    FACT_PHONE,
    FACT_NAME, /* not among the record's facts, but asked of pictures */
    FACTS
};

enum fact_class {
    FACT_NEVER_ASKED,
    FACT_SHARED, /* many people hold the same value */
    FACT_UNIQUE  /* a value belongs to one person, as a rule */
};

/* The fact's name in records and file names. */
const char *fact_name(enum fact fact);

/* Whether and how it is asked about. */
enum fact_class fact_class(enum fact fact);

/* The fact of that name, or FACTS. */
enum fact fact_parse(const char *name);

/* The names of all facts, ended by NULL: the slots of templates are these,
 * then the further slots of enum fact_slot. */
extern const char *const fact_slots[];

/* Slots of sentence templates behind the facts themselves. */
enum fact_slot {
    SLOT_GIVEN = FACTS,
    SLOT_PERSON,     /* the full name, or "the person in this picture" */
    SLOT_PERSONS,    /* its possessive */
    SLOT_THEY,
    SLOT_THEM,
    SLOT_THEIR,
    SLOT_THEIRS,
    SLOT_THEMSELF,
    SLOT_GAP,        /* the blank of a cloze text */
    SLOTS
};

#endif
