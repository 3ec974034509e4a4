#include "config.h"

#include "lint/lint.h"

#include "lint/contacts.h"
#include "lint/encoding.h"
#include "lint/identifiers.h"
#include "lint/language.h"
#include "lint/privacy.h"
#include "lint/reserved.h"

enum exit_status lint_open(struct lint *l, const char *consumer)
{
    *l = (struct lint){0};
    int status = vocabulary_read(&l->vocabulary);
    if (status == EXIT_OK)
        status = namesakes_open(&l->namesakes);
    if (status == EXIT_OK)
        status = pronouns_read(&l->pronouns);
    if (status == EXIT_OK)
        status = units_read(&l->units);
    if (status == EXIT_OK)
        status = floors_open(&l->floors);
    if (status == EXIT_OK)
        status = consumer_open(&l->consumer, consumer);
    return (enum exit_status)status;
}

/* Looks at each text of a person. */
static void look_at_texts(struct lint *l, const struct person *p,
                          struct findings *f)
{
    texts_read(&l->texts, p);
    encoding_look(&l->texts, f);
    language_look(&l->texts, &l->vocabulary, f);
    pronouns_look(&l->pronouns, p, &l->texts, &l->vocabulary, f);
    contacts_look(&l->texts, &l->vocabulary, f);
    identifiers_look(&l->texts, f);
    reserved_look(&l->texts, &l->vocabulary, f);
}

int lint_add(struct lint *l, struct person *p, struct findings *f)
{
    int64_t number = people_add(&l->people, p->place, p->kind);
    if (number < 0) {
        diag_at(p->place, "there are more than %d people", PEOPLE_LIMIT);
        return -1;
    }
    p->number = (uint32_t)number;
    f->people++;
    look_at_texts(l, p, f);
    units_look(&l->units, p, &l->people, f);
    privacy_look(p, f);
    identity_add(&l->identity, p);
    namesakes_add(&l->namesakes, p);
    doubles_add(&l->doubles, p);
    likeness_add(&l->likeness, p);
    splits_add(&l->splits, p);
    parts_add(&l->parts, p);
    floors_add(&l->floors, p);
    questions_add(&l->questions, p, f);
    consumer_check(&l->consumer, p, f);
    return 0;
}

enum exit_status lint_end(struct lint *l, struct findings *f)
{
    identity_end(&l->identity, &l->people, f);
    namesakes_end(&l->namesakes, &l->people, f);
    doubles_end(&l->doubles, &l->people, f);
    likeness_end(&l->likeness, &l->people, f);
    splits_end(&l->splits, &l->people, f);
    parts_end(&l->parts, &l->people, f);
    floors_end(&l->floors, f);
    questions_end(&l->questions, &l->people, f);
    return EXIT_OK;
}

void lint_close(struct lint *l)
{
    identity_release(&l->identity);
    namesakes_release(&l->namesakes);
    doubles_release(&l->doubles);
    likeness_release(&l->likeness);
    splits_release(&l->splits);
    pronouns_release(&l->pronouns);
    units_release(&l->units);
    texts_release(&l->texts);
    vocabulary_release(&l->vocabulary);
    floors_release(&l->floors);
    questions_release(&l->questions);
    consumer_release(&l->consumer);
    people_release(&l->people);
}
