#include "config.h"

#include "person.h"

#include <string.h>

#include "num.h"

#define TRIES 10000  /* draws of a value before giving up */
#define YEAR_NOW 2025 /* people are as old as on its first day */

void person_init(struct person *p, const struct world *w)
{
    *p = (struct person){.world = w};
    person_clear(p);
}

void person_clear(struct person *p)
{
    p->gender = p->tradition = p->age = -1;
    for (int fact = 0; fact < FACTS; fact++) {
        p->value[fact] = -1;
        buf_clear(&p->text[fact]);
        buf_clear(&p->spoken[fact]);
    }
    for (int slot = 0; slot < SLOTS; slot++)
        p->words[slot] = (struct template_value){"", 0, ""};
}

int person_age(const char *birth_date)
{
    uint64_t year, month, day;
    if (strlen(birth_date) != 10 ||
        !num_parse_bytes(birth_date, 4, 1, 9999, &year))
        return -1;
    const char *m = birth_date + (birth_date[5] == '0' ? 6 : 5);
    const char *d = birth_date + (birth_date[8] == '0' ? 9 : 8);
    if (!num_parse_bytes(m, (size_t)(birth_date + 7 - m), 1, 12, &month) ||
        !num_parse(d, 1, 31, &day) || year > YEAR_NOW)
        return -1;
    bool birthday_over = month == 1 && day == 1;
    return (int)(YEAR_NOW - year) - (birthday_over ? 0 : 1);
}

static void set_words(struct person *p, enum fact fact, const char *article)
{
    p->words[fact] = (struct template_value){p->spoken[fact].data,
                                             p->spoken[fact].len, article};
}

void person_set(struct person *p, enum fact fact, int value)
{
    const struct world_value *v = &p->world->tables[fact].values[value];
    p->value[fact] = value;
    p->words[fact] = v->spoken;
    buf_clear(&p->text[fact]);
    buf_add(&p->text[fact], v->text, v->len + 1);
}

void person_set_text(struct person *p, enum fact fact, const char *text)
{
    int value = world_find(p->world, fact, text);
    if (value >= 0) {
        person_set(p, fact, value);
        return;
    }
    p->value[fact] = -1;
    buf_clear(&p->text[fact]);
    buf_add(&p->text[fact], text, strlen(text) + 1);
    buf_clear(&p->spoken[fact]);
    forms_render(&p->world->forms, fact, 0, text, &p->spoken[fact]);
    set_words(p, fact, "");
    if (fact == FACT_BIRTH_DATE)
        p->age = person_age(text);
}

void person_set_name(struct person *p, const char *given, const char *full)
{
    buf_clear(&p->given);
    buf_puts(&p->given, given);
    p->words[SLOT_GIVEN] =
        (struct template_value){p->given.data, p->given.len, ""};
    person_set_text(p, FACT_NAME, full);
    if (p->tradition < 0)
        p->tradition = names_tradition_of(&p->world->names, full);
}

void person_set_gender(struct person *p, int gender)
{
    const struct tsv *t = &p->world->genders;
    p->gender = gender;
    size_t row = gender >= 0 ? (size_t)gender : t->rows - 1;
    for (int i = 0; i < 5; i++) {
        const char *word = tsv_cell(t, row, (size_t)(GENDER_THEY + i));
        p->words[SLOT_THEY + i] =
            (struct template_value){word, strlen(word), ""};
    }
}

bool person_plural(const struct person *p)
{
    const struct tsv *t = &p->world->genders;
    size_t row = p->gender >= 0 ? (size_t)p->gender : t->rows - 1;
    return strcmp(tsv_cell(t, row, GENDER_VERB), "plural") == 0;
}

/* Years above the least age, kept inside the tables' range. */
static int age_row(const struct person *p)
{
    if (p->age < WORLD_AGE_MIN)
        return 0;
    return p->age > WORLD_AGE_MAX ? WORLD_AGES - 1 : p->age - WORLD_AGE_MIN;
}

static const struct domain *income_domain(const struct person *p)
{
    const struct world *w = p->world;
    if (p->value[FACT_RESIDENCE] < 0 || p->value[FACT_OCCUPATION] < 0)
        return &w->all[FACT_INCOME];
    int currency = w->city[p->value[FACT_RESIDENCE]].currency;
    int band = world_occupation_band(w, p->value[FACT_OCCUPATION]);
    return &w->income[currency][band][age_row(p)];
}

static const struct domain *residence_domain(const struct person *p)
{
    const struct world *w = p->world;
    if (p->value[FACT_BIRTH_PLACE] < 0)
        return &w->all[FACT_RESIDENCE];
    return &w->residence[w->city[p->value[FACT_BIRTH_PLACE]].region];
}

static const struct domain *occupation_domain(const struct person *p)
{
    const struct world *w = p->world;
    if (p->age < 0 || p->value[FACT_EDUCATION] < 0)
        return &w->all[FACT_OCCUPATION];
    int level = world_school_level(w, p->value[FACT_EDUCATION]);
    return &w->occupation[age_row(p)][level];
}

const struct domain *person_domain(const struct person *p, enum fact fact)
{
    const struct world *w = p->world;
    switch (fact) {
    case FACT_BIRTH_PLACE:
        return p->tradition >= 0 ? &w->births[p->tradition] : &w->all[fact];
    case FACT_RESIDENCE:
        return residence_domain(p);
    case FACT_EDUCATION:
        return p->age >= 0 ? &w->education[age_row(p)] : &w->all[fact];
    case FACT_OCCUPATION:
        return occupation_domain(p);
    case FACT_INCOME:
        return income_domain(p);
    case FACT_HEIGHT:
        return p->gender >= 0 ? &w->height[p->gender] : &w->all[fact];
    case FACT_HEALTH:
        return p->age >= 0 ? &w->health_by_age[age_row(p)] : &w->all[fact];
    default:
        return w->all[fact].count > 0 ? &w->all[fact] : NULL;
    }
}

bool person_excludes(const struct person *p, enum fact fact, int value)
{
    return (fact == FACT_RESIDENCE && value == p->value[FACT_BIRTH_PLACE]) ||
           (fact == FACT_MOTHER && value == p->value[FACT_FATHER]) ||
           conflicts_with(&p->world->conflicts, fact, value, p->value);
}

int person_draw(const struct person *p, enum fact fact, struct rng *r)
{
    const struct domain *d = person_domain(p, fact);
    if (d == NULL || d->count == 0)
        return -1;
    for (int tries = 0; tries < TRIES; tries++) {
        int value = d->items[rng_below(r, d->count)];
        if (!person_excludes(p, fact, value))
            return value;
    }
    return -1;
}

void person_release(struct person *p)
{
    for (int fact = 0; fact < FACTS; fact++) {
        buf_release(&p->text[fact]);
        buf_release(&p->spoken[fact]);
    }
    buf_release(&p->given);
}
