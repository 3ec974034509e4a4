#include "config.h"

#include <string.h>

#include "schema/run.h"

/* A member of the object under work. */
struct member {
    const struct block *b;
    const struct step *s;
    size_t name, value; /* nodes */
    bool used;          /* some schema was applied to it */
    bool holds;
};

static void apply(struct machine *m, struct member *at, uint32_t block)
{
    at->used = true;
    at->holds &= run_child(m, at->b, at->s, block, at->value);
}

static const char *name_of(struct machine *m, const struct member *at,
                           size_t *len)
{
    struct value v = {m->tape, at->name};
    return value_string(v, &m->scratch, len);
}

/* Applies the schemas of the patterns that the name fits. */
static void apply_patterns(struct machine *m, const struct member_table *t,
                           struct member *at)
{
    const uint32_t *list = &m->program->lists[t->patterns];
    for (uint32_t i = 0; i < t->pattern_count; i++) {
        int found = run_find(m, list[2 * i], at->name);
        at->holds &= found >= 0;
        if (found > 0)
            apply(m, at, list[2 * i + 1]);
    }
}

/* Takes off the steps of looking for so many members. Returns false if there
 * are not so many left, which ends the run. */
static bool afford_search(struct machine *m, size_t members, size_t node)
{
    run_charge(m, members * (uint64_t)m->tape->nodes[node].size / 8);
    return m->steps > 0 || run_fault(m, MACHINE_TOO_LONG);
}

/* Tells which required members are not there. */
static bool tell_missing(struct machine *m, const struct block *b,
                         const struct step *s, const struct member_table *t,
                         size_t node)
{
    struct value object = {m->tape, node}, unused, name;
    if (m->report == NULL)
        return false;
    name = document_value(m->program->registry->documents[b->place.document],
                          t->required);
    size_t left = name.tape->nodes[name.node].size;
    if (!afford_search(m, left, node))
        return false;
    for (; left > 0; left--) {
        struct failure f = {.block = b, .step = s, .keyword = t->required,
                            .node = node};
        name.node++;
        f.name = value_string(name, &m->scratch, &f.name_len);
        if (!value_member(object, f.name, f.name_len, &unused))
            run_tell(m, &f);
    }
    return false;
}

/* The entry of a name, or NULL. Records mostly have their members in the order
 * of the schema: the one behind the last, `next`, is looked at first. */
static const struct member_entry *find_entry(const struct member_table *t,
                                             size_t next, const char *name,
                                             size_t len)
{
    if (next < t->count && t->entries[next].len == len &&
        memcmp(t->entries[next].name, name, len) == 0)
        return &t->entries[next];
    int64_t number = names_find(&t->names, name, len);
    return number >= 0 ? &t->entries[number] : NULL;
}

bool run_members(struct machine *m, const struct block *b,
                 const struct step *s, size_t node)
{
    const struct member_table *t = &m->program->tables[s->a];
    const struct json_node *nodes = m->tape->nodes;
    struct member at = {b, s, node + 1, node + 2, false, true};
    size_t count = nodes[node].size, needed = 0, next = 0;
    bool holds = true;
    size_t bytes = nodes[node + nodes[node].skip - 1].at - nodes[node].at;
    run_charge(m, (count + bytes / MACHINE_STEP_BYTES) *
                      (1 + (uint64_t)t->pattern_count));
    for (size_t i = 0; i < count; i++) {
        size_t len;
        const char *name = name_of(m, &at, &len);
        const struct member_entry *entry = find_entry(t, next, name, len);
        at.used = false;
        at.holds = true;
        if (entry != NULL) {
            next = (size_t)(entry - t->entries) + 1;
            needed += entry->needed;
            if (entry->block != PROGRAM_NONE)
                apply(m, &at, entry->block);
        }
        if (t->pattern_count > 0)
            apply_patterns(m, t, &at);
        if (!at.used && t->rest != PROGRAM_NONE)
            apply(m, &at, t->rest);
        if (at.used)
            marks_set(m, i);
        holds &= at.holds;
        if (!at.holds && (m->report == NULL || m->fault != MACHINE_FINE))
            return false;
        at.name = at.value + nodes[at.value].skip;
        at.value = at.name + 1;
    }
    return needed == t->needed_count ? holds : tell_missing(m, b, s, t, node);
}

bool run_names(struct machine *m, const struct block *b, const struct step *s,
               size_t node)
{
    const struct json_node *nodes = m->tape->nodes;
    size_t name = node + 1;
    bool holds = true;
    for (size_t i = 0; i < nodes[node].size; i++) {
        holds &= run_child(m, b, s, s->a, name);
        if (!holds && (m->report == NULL || m->fault != MACHINE_FINE))
            return false;
        name += 1 + nodes[name + 1].skip;
    }
    return holds;
}

bool run_other_members(struct machine *m, const struct block *b,
                       const struct step *s, size_t node)
{
    const struct json_node *nodes = m->tape->nodes;
    size_t value = node + 2;
    bool holds = true;
    run_charge(m, nodes[node].size);
    for (size_t i = 0; i < nodes[node].size; i++) {
        if (!marks_has(m, i)) {
            holds &= run_child(m, b, s, s->a, value);
            if (!holds && (m->report == NULL || m->fault != MACHINE_FINE))
                return false;
            marks_set(m, i);
        }
        value += nodes[value].skip + 1;
    }
    return holds;
}

/* Tells which of the names that one demands are not there. */
static bool has_needed(struct machine *m, const struct block *b,
                       const struct step *s, const struct dependency *d,
                       size_t node)
{
    struct value object = {m->tape, node}, unused;
    bool holds = true;
    if (!afford_search(m, d->needed_count, node))
        return false;
    for (uint32_t i = 0; i < d->needed_count; i++) {
        const struct string *name =
            &m->program->strings[m->program->lists[d->needed + i]];
        struct failure f = {.block = b, .step = s, .keyword = d->node,
                            .node = node, .name = name->text,
                            .name_len = name->len};
        if (value_member(object, name->text, name->len, &unused))
            continue;
        holds = run_tell(m, &f);
        if (m->report == NULL)
            return false;
    }
    return holds;
}

bool run_dependent(struct machine *m, const struct block *b,
                   const struct step *s, size_t node)
{
    const struct dependency *d = &m->program->dependencies[s->a];
    struct value object = {m->tape, node}, unused;
    bool holds = true;
    run_charge(m, s->b);
    if (!afford_search(m, s->b, node))
        return false;
    for (uint32_t i = 0; i < s->b; i++, d++) {
        if (!value_member(object, d->name, d->len, &unused))
            continue;
        if (d->block != PROGRAM_NONE)
            holds &= run_inner(m, b, s, d->block, node);
        else
            holds &= has_needed(m, b, s, d, node);
        if (!holds && (m->report == NULL || m->fault != MACHINE_FINE))
            return false;
    }
    return holds;
}
