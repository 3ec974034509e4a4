#include "config.h"

#include "census.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static void add_fact(struct census *c, const struct json_member *m)
{
    if (m->escaped || c->fact_count == CENSUS_FACTS)
        return;
    struct census_fact *f = &c->facts[c->fact_count++];
    *f = (struct census_fact){.name = xstrndup(m->name, m->name_len)};
}

/* Names the facts, all that the first person has. */
static void name_facts(struct census *c, const struct json_scan *record)
{
    const struct json_member *facts = json_scan_find(record, "facts");
    if (facts == NULL || json_scan_check(&c->scratch, facts->value,
                                         facts->value_len) < 0)
        return;
    for (size_t i = 0; i < c->scratch.count; i++)
        add_fact(c, &c->scratch.members[i]);
}

static void grow(struct census *c)
{
    if (c->count < c->cap)
        return;
    c->cap = c->cap == 0 ? 1024 : 2 * c->cap;
    c->starts = xrealloc(c->starts, c->cap + 1, sizeof *c->starts);
    for (size_t i = 0; i < c->fact_count; i++)
        c->facts[i].of = xrealloc(c->facts[i].of, c->cap,
                                  sizeof *c->facts[i].of);
}

bool census_add(struct census *c, const struct record_head *head,
                const struct json_scan *record)
{
    if (c->count == CENSUS_PEOPLE)
        return false;
    if (c->count == 0)
        name_facts(c, record);
    grow(c);
    for (size_t i = 0; i < c->fact_count; i++) {
        struct census_fact *f = &c->facts[i];
        long number = STRATA_ABSENT;
        if (!f->dropped)
            number = strata_of(&f->values, &c->scratch, record, f->name);
        f->dropped = number < 0;
        f->of[c->count] = (uint16_t)number;
    }
    c->starts[c->count++] = c->ids.len;
    buf_add(&c->ids, head->id, head->id_len);
    c->starts[c->count] = c->ids.len;
    return true;
}

/* An id while they are sorted. */
struct named {
    const char *id;
    size_t len;
    uint32_t number;
};

static int by_id(const void *a, const void *b)
{
    const struct named *x = a, *y = b;
    size_t len = x->len < y->len ? x->len : y->len;
    int order = memcmp(x->id, y->id, len);
    return order != 0 ? order : (x->len > y->len) - (x->len < y->len);
}

uint32_t *census_by_id(const struct census *c)
{
    struct named *names = xmalloc(c->count + 1, sizeof *names);
    uint32_t *order = xmalloc(c->count + 1, sizeof *order);
    for (size_t i = 0; i < c->count; i++)
        names[i] = (struct named){c->ids.data + c->starts[i],
                                  c->starts[i + 1] - c->starts[i],
                                  (uint32_t)i};
    qsort(names, c->count, sizeof *names, by_id);
    for (size_t i = 0; i < c->count; i++)
        order[i] = names[i].number;
    free(names);
    return order;
}

const struct census_fact *census_find(const struct census *c,
                                      const char *name)
{
    for (size_t i = 0; i < c->fact_count; i++)
        if (!c->facts[i].dropped && strcmp(c->facts[i].name, name) == 0)
            return &c->facts[i];
    return NULL;
}

void census_release(struct census *c)
{
    for (size_t i = 0; i < c->fact_count; i++) {
        free(c->facts[i].name);
        strata_release(&c->facts[i].values);
        free(c->facts[i].of);
    }
    buf_release(&c->ids);
    free(c->starts);
    json_scan_release(&c->scratch);
    *c = (struct census){0};
}
