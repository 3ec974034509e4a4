#include "config.h"

#include "lint/lint.h"

enum exit_status lint_open(struct lint *l)
{
    *l = (struct lint){0};
    return floors_open(&l->floors);
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
    identity_add(&l->identity, p);
    floors_add(&l->floors, p);
    questions_add(&l->questions, p, f);
    return 0;
}

enum exit_status lint_end(struct lint *l, struct findings *f)
{
    identity_end(&l->identity, &l->people, f);
    floors_end(&l->floors, f);
    questions_end(&l->questions, &l->people, f);
    return EXIT_OK;
}

void lint_close(struct lint *l)
{
    identity_release(&l->identity);
    floors_release(&l->floors);
    questions_release(&l->questions);
    people_release(&l->people);
}
