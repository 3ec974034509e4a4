#include "config.h"

#include "report/study.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define ROLE_LIMIT 64 /* bytes of a role that are told apart */

static const char *const known_roles[] = {
    "forget", "test", "retain", "test_retain", "real", "stranger",
    "holdout", "tune"};
static const char *const known_tasks[] = {"choice", "open", "cloze"};

#define COUNT(list) (sizeof (list) / sizeof *(list))

/* The name of a set behind its first "_", "" if there is none. */
static const char *suffix(const char *set)
{
    const char *at = strchr(set, '_');
    return at != NULL ? at + 1 : "";
}

static const char *without_number(const char *set)
{
    static char role[ROLE_LIMIT];
    snprintf(role, sizeof role, "%s", set);
    size_t len = strlen(role);
    while (len > 0 && isdigit((unsigned char)role[len - 1]))
        len--;
    if (len > 0 && role[len] != '\0' && role[len - 1] == '_')
        role[len - 1] = '\0';
    return role;
}

const char *study_role(const struct scores *file, const char *set)
{
    if (strcmp(set, file->forget) == 0)
        return "forget";
    if (strncmp(set, "test_", 5) == 0)
        return strcmp(set + 5, suffix(file->forget)) == 0 ||
                       strcmp(set + 5, file->forget) == 0
                   ? "test"
                   : "test_retain";
    const char *role = without_number(set);
    return strcmp(role, "forget") == 0 ? set : role;
}

const char *study_metric(const char *task)
{
    return strcmp(task, "open") == 0 ? "value" : "accuracy";
}

const struct cell *study_cell(const struct run *run, const char *set,
                              const char *task, const char *modality,
                              const char *metric)
{
    for (size_t i = 0; i < run->cell_count; i++) {
        const struct cell *c = &run->cells[i];
        if (strcmp(c->set, set) == 0 && strcmp(c->task, task) == 0 &&
            strcmp(c->modality, modality) == 0 &&
            strcmp(c->metric, metric) == 0 && strcmp(c->slice, "all") == 0)
            return c;
    }
    return NULL;
}

/* How much a cell of that modality is wanted; 0 for not at all. */
static int rank_of(const char *modality)
{
    if (strcmp(modality, "both") == 0)
        return 3;
    return strcmp(modality, "text") == 0 ? 2 : 1;
}

const struct cell *study_headline(const struct scores *file,
                                  const struct run *run, const char *role,
                                  const char *task)
{
    const char *metric = study_metric(task);
    const struct cell *best = NULL;
    for (size_t i = 0; i < run->cell_count; i++) {
        const struct cell *c = &run->cells[i];
        if (c->value.text != NULL && strcmp(c->task, task) == 0 &&
            strcmp(c->metric, metric) == 0 && strcmp(c->slice, "all") == 0 &&
            strcmp(study_role(file, c->set), role) == 0 &&
            (best == NULL || rank_of(c->modality) > rank_of(best->modality)))
            best = c;
    }
    return best;
}

void study_add_name(const char ***list, size_t *count, const char *name)
{
    for (size_t i = 0; i < *count; i++)
        if (strcmp((*list)[i], name) == 0)
            return;
    *list = xrealloc(*list, *count + 2, sizeof **list);
    (*list)[(*count)++] = name;
    (*list)[*count] = NULL;
}

/* True if a file has a set of that role. */
static bool has_role(const struct study *s, const char *role)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++) {
            const struct run *run = &s->files[i].runs[k];
            for (size_t n = 0; n < run->cell_count; n++)
                if (strcmp(study_role(&s->files[i], run->cells[n].set),
                           role) == 0)
                    return true;
        }
    return false;
}

const char **study_roles(const struct study *s)
{
    const char **list = xcalloc(1, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < COUNT(known_roles); i++)
        if (has_role(s, known_roles[i]))
            study_add_name(&list, &count, known_roles[i]);
    return list;
}

static bool has_task(const struct study *s, const char *task)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++) {
            const struct run *run = &s->files[i].runs[k];
            for (size_t n = 0; n < run->cell_count; n++)
                if (strcmp(run->cells[n].task, task) == 0)
                    return true;
        }
    return false;
}

const char **study_tasks(const struct study *s)
{
    const char **list = xcalloc(1, sizeof *list);
    size_t count = 0;
    for (size_t i = 0; i < COUNT(known_tasks); i++)
        if (has_task(s, known_tasks[i]))
            study_add_name(&list, &count, known_tasks[i]);
    return list;
}

const struct run **study_shown(const struct scores *file, size_t *count)
{
    static const enum run_role order[] = {RUN_VANILLA, RUN_GOLD,
                                          RUN_UNLEARNED};
    const struct run **list = xcalloc(file->run_count + 1, sizeof *list);
    *count = 0;
    for (size_t r = 0; r < COUNT(order); r++)
        for (size_t i = 0; i < file->run_count; i++)
            if (file->runs[i].role == order[r] && file->runs[i].last)
                list[(*count)++] = &file->runs[i];
    return list;
}

bool study_has_steps(const struct study *s)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++)
            if (s->files[i].runs[k].step != SCORES_NO_STEP)
                return true;
    return false;
}

/* Appends "forget 5 %" for forget_05, else the set's name. */
static void put_forget(const char *forget, struct buf *out)
{
    char *end;
    const char *digits = suffix(forget);
    long percent = strtol(digits, &end, 10);
    if (strncmp(forget, "forget_", 7) == 0 && *digits != '\0' &&
        *end == '\0' && percent > 0 && percent < 100)
        buf_printf(out, "forget\xc2\xa0%ld\xc2\xa0%%", percent);
    else
        buf_puts(out, forget);
}

static bool same_rules(const struct study *s)
{
    for (size_t i = 1; i < s->count; i++)
        if (strcmp(s->files[i].rules, s->files[0].rules) != 0)
            return false;
    return true;
}

static bool same_root(const struct study *s)
{
    for (size_t i = 1; i < s->count; i++)
        if (strcmp(s->files[i].root, s->files[0].root) != 0)
            return false;
    return true;
}

/* The forget set; the rules and the release where files differ in them; and
 * what number the file has where nothing else tells it apart. */
static void name_files(struct study *s)
{
    bool rules = same_rules(s), root = same_root(s);
    for (size_t i = 0; i < s->count; i++) {
        struct buf label = BUF_EMPTY;
        put_forget(s->files[i].forget, &label);
        if (!rules)
            buf_printf(&label, ", rules %s", s->files[i].rules);
        if (!root)
            buf_printf(&label, ", release %.8s", s->files[i].root);
        for (size_t k = 0; k < i; k++)
            if (strcmp(s->labels[k], buf_string(&label)) == 0) {
                buf_printf(&label, ", file %zu", i + 1);
                break;
            }
        s->labels[i] = xstrndup(buf_string(&label), label.len);
        buf_release(&label);
    }
}

void study_finish(struct study *s)
{
    name_files(s);
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++) {
            struct run *run = &s->files[i].runs[k];
            run->colour = -1;
            if (run->role != RUN_UNLEARNED)
                continue;
            study_add_name(&s->methods, &s->method_count, run->method);
            for (size_t n = 0; n < s->method_count; n++)
                if (strcmp(s->methods[n], run->method) == 0)
                    run->colour = (int)n;
        }
}

void study_release(struct study *s)
{
    for (size_t i = 0; i < s->count; i++) {
        scores_release(&s->files[i]);
        free(s->labels[i]);
    }
    free(s->files);
    free(s->methods);
    *s = (struct study){0};
}
