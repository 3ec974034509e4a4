#include "config.h"

#include "lint/identity.h"

#include <string.h>

void identity_add(struct identity *g, const struct person *p)
{
    matches_add(&g->ids, matches_key(0, p->id, strlen(p->id)), p->number, 0);
    if (p->name == NULL)
        return;
    uint32_t name = lexicon_put(&g->spoken, p->name);
    matches_add(&g->names, name, p->number, name);
}

static void find_ids(struct identity *g, const struct people *people,
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

static void find_names(struct identity *g, const struct people *people,
                       struct findings *f)
{
    matches_sort(&g->names);
    for (size_t i = 0, end; i < g->names.count; i = end) {
        end = matches_end(&g->names, i);
        const struct match *first = &g->names.list[i];
        for (size_t k = i + 1; k < end; k++)
            findings_add_pair(
                f, "name-twice",
                people_place(people, g->names.list[k].person),
                people_place(people, first->person), "%s",
                lexicon_text(&g->spoken, first->tag));
    }
}

void identity_end(struct identity *g, const struct people *people,
                  struct findings *f)
{
    find_ids(g, people, f);
    find_names(g, people, f);
}

void identity_release(struct identity *g)
{
    matches_release(&g->ids);
    matches_release(&g->names);
    lexicon_release(&g->spoken);
}
