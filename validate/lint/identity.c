#include "config.h"

#include "lint/identity.h"

#include <string.h>

void identity_add(struct identity *g, const struct person *p)
{
    matches_add(&g->ids, matches_key(0, p->id, strlen(p->id)), p->number, 0);
}

void identity_end(struct identity *g, const struct people *people,
                  struct findings *f)
{
    matches_sort(&g->ids);
    for (size_t i = 0, end; i < g->ids.count; i = end) {
        end = matches_end(&g->ids, i);
        const char *id = people_id(people, g->ids.list[i].person);
        for (size_t k = i + 1; k < end; k++) {
            uint32_t other = g->ids.list[k].person;
            if (strcmp(people_id(people, other), id) == 0)
                findings_add_pair(f, "id-twice", people_place(people, other),
                                  people_place(people, g->ids.list[i].person),
                                  "%s", id);
        }
    }
}

void identity_release(struct identity *g)
{
    matches_release(&g->ids);
}
