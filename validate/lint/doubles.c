#include "config.h"

#include "lint/doubles.h"

#include <string.h>

#include "lint/spoken.h"

/* Adds a person under the day and one trait, which is compared as names are. */
static void add(struct doubles *g, const struct person *p, const char *born,
                const char *what, const char *trait)
{
    buf_clear(&g->key);
    buf_printf(&g->key, "%s %s %s", born, what, trait);
    matches_add(&g->traits, matches_key(0, g->key.data, g->key.len), p->number,
                p->kind == RECORD_CELEBRITY);
}

void doubles_add(struct doubles *g, const struct person *p)
{
    const char *born = person_text(p->facts, "birth_date");
    const char *occupation = person_text(p->facts, "occupation");
    if (born == NULL)
        return;
    if (occupation != NULL) {
        spoken_write(occupation, &g->spoken);
        add(g, p, born, "occupation", buf_string(&g->spoken));
    }
    if (p->name != NULL) {
        spoken_write(p->name, &g->spoken);
        const char *name = buf_string(&g->spoken);
        const char *last = strrchr(name, ' ');
        add(g, p, born, "name", last != NULL ? last + 1 : name);
    }
}

/* Tells of the made-up people among those who share a trait, if one of these is
 * a celebrity. */
static void look(const struct matches *m, size_t from, size_t end,
                 const struct people *people, struct findings *f)
{
    size_t real = from;
    while (real < end && m->list[real].tag == 0)
        real++;
    for (size_t i = from; i < end && real < end; i++)
        if (m->list[i].tag == 0)
            findings_add_pair(f, "celebrity-close",
                              people_place(people, m->list[i].person),
                              people_place(people, m->list[real].person),
                              "born the same day, and the same name or "
                              "occupation");
}

void doubles_end(struct doubles *g, const struct people *people,
                 struct findings *f)
{
    matches_sort(&g->traits);
    for (size_t i = 0, end; i < g->traits.count; i = end) {
        end = matches_end(&g->traits, i);
        look(&g->traits, i, end, people, f);
    }
}

void doubles_release(struct doubles *g)
{
    matches_release(&g->traits);
    buf_release(&g->spoken);
    buf_release(&g->key);
}
