#include "config.h"

#include "lint/splits.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "num.h"

#define SET_NAME 32 /* bytes of the name of a set or rule, at most */
#define CLASS_NAME 4096 /* bytes of the name of a class, about */

/* Adds the name of a set and a blank. */
static void put_set(struct splits *g, const char *set)
{
    if (set == NULL || set[0] == '\0' || strlen(set) > SET_NAME ||
        strchr(set, ' ') != NULL)
        return;
    if (g->sets.count == SPLITS_SETS &&
        lexicon_find(&g->sets, set) == LEXICON_NONE)
        return;
    lexicon_put(&g->sets, set);
    buf_puts(&g->name, set);
    buf_putc(&g->name, ' ');
}

void splits_add(struct splits *g, const struct person *p)
{
    const cJSON *set;
    const char *rule = person_text(p->split, "rule");
    buf_clear(&g->name);
    if (rule != NULL && strlen(rule) <= SET_NAME && strchr(rule, ' ') == NULL)
        buf_puts(&g->name, rule);
    buf_putc(&g->name, ' ');
    cJSON_ArrayForEach(set, p->sets)
        if (g->name.len < CLASS_NAME)
            put_set(g, cJSON_GetStringValue(set));
    buf_printf(&g->name, "%d", (int)p->kind);
    const char *name = buf_string(&g->name);
    if (g->names.count == SPLITS_CLASSES &&
        lexicon_find(&g->names, name) == LEXICON_NONE)
        return;
    struct splits_class *class = &g->classes[lexicon_put(&g->names, name)];
    if (class->count++ == 0)
        class->first = p->number;
}

/* A class while it is looked at. */
struct look {
    const struct splits *g;
    struct findings *f;
    const struct people *people;
    const char *name; /* "rule set set kind" */
    const struct splits_class *class;
};

/* True if the class is in the set. */
static bool in(const struct look *l, const char *set)
{
    char wanted[128];
    int len = snprintf(wanted, sizeof wanted, " %s ", set);
    return len > 0 && (size_t)len < sizeof wanted &&
           strstr(l->name, wanted) != NULL;
}

/* True if the class is in any set whose name starts so. */
static bool in_any(const struct look *l, const char *start)
{
    char wanted[128];
    int len = snprintf(wanted, sizeof wanted, " %s", start);
    return len > 0 && (size_t)len < sizeof wanted &&
           strstr(l->name, wanted) != NULL;
}

static void tell(const struct look *l, const char *code, const char *witness)
{
    struct diag_place place = people_place(l->people, l->class->first);
    if (l->class->count == 1)
        findings_add(l->f, code, place, "%s", witness);
    else
        findings_add(l->f, code, place, "%s, and %llu more people", witness,
                     (unsigned long long)l->class->count - 1);
}

/* The percentage of "forget_05", or 0 if it is no such set. */
static unsigned percent_of(const char *set)
{
    static const char start[] = "forget_";
    uint64_t percent = 0;
    if (strncmp(set, start, sizeof start - 1) != 0)
        return 0;
    set += sizeof start - 1;
    set += set[0] == '0';
    return num_parse(set, 1, 99, &percent) ? (unsigned)percent : 0;
}

/* True for a rule that does not nest what is forgotten. */
static bool is_nested(const struct look *l)
{
    return strncmp(l->name, "sha256-disjoint/", 16) != 0 &&
           strncmp(l->name, "sha256-sequence/", 16) != 0;
}

/* What the class is in besides one set to forget. */
static void look_at_forget(const struct look *l, const char *set)
{
    char retain[16], witness[128];
    unsigned percent = percent_of(set);
    snprintf(retain, sizeof retain, "retain_%02u", 100 - percent);
    bool forgotten = in(l, set), retained = in(l, retain);
    bool held = in_any(l, "holdout_") || in_any(l, "tune_");
    if (forgotten && (retained || held)) {
        snprintf(witness, sizeof witness, "%s and %s", set,
                 retained ? retain : "held out");
        tell(l, "split-overlap", witness);
    }
    if (!forgotten && !retained && !held) {
        snprintf(witness, sizeof witness, "neither %s nor %s", set, retain);
        tell(l, "split-complement", witness);
    }
    for (size_t i = 0; forgotten && is_nested(l) && i < l->g->sets.count; i++) {
        const char *larger = lexicon_text(&l->g->sets, (uint32_t)i);
        if (percent_of(larger) > percent && !in(l, larger)) {
            snprintf(witness, sizeof witness, "%s and not %s", set, larger);
            tell(l, "split-nest", witness);
        }
    }
}

/* A sequence of requests: all of "retain" are never forgotten. */
static void look_at_requests(const struct look *l)
{
    bool asked = in_any(l, "request_"), retained = in(l, "retain");
    bool held = in_any(l, "holdout_") || in_any(l, "tune_");
    if (asked && (retained || held))
        tell(l, "split-overlap", retained ? "a request and retain"
                                          : "a request and held out");
    if (!asked && !retained && !held)
        tell(l, "split-complement", "neither a request nor retain");
}

static void look_at_fictitious(const struct look *l)
{
    bool requests = false;
    for (size_t i = 0; i < l->g->sets.count; i++) {
        const char *set = lexicon_text(&l->g->sets, (uint32_t)i);
        if (percent_of(set) > 0)
            look_at_forget(l, set);
        requests |= strncmp(set, "request_", 8) == 0;
    }
    if (requests)
        look_at_requests(l);
}

static void look_at(const struct look *l, enum record_kind kind)
{
    const char *sets = strchr(l->name, ' ') + 1;
    if (strchr(sets, ' ') == NULL) {
        tell(l, "split-missing", "no split");
        return;
    }
    if (kind == RECORD_FICTITIOUS) {
        look_at_fictitious(l);
        return;
    }
    if (in_any(l, "forget") || in_any(l, "retain") || in_any(l, "request_"))
        tell(l, "split-kind", record_kind_name(kind));
}

void splits_end(struct splits *g, const struct people *people,
                struct findings *f)
{
    for (size_t i = 0; g->sets.count > 0 && i < g->names.count; i++) {
        const struct splits_class *class = &g->classes[i];
        struct look l = {g, f, people, lexicon_text(&g->names, (uint32_t)i),
                         class};
        look_at(&l, people_kind(people, class->first));
    }
}

void splits_release(struct splits *g)
{
    lexicon_release(&g->names);
    lexicon_release(&g->sets);
    buf_release(&g->name);
}
