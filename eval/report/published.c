#include "config.h"

#include "report/published.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "file.h"

#define MEASURE "measure "

static enum exit_status read_table(struct csv *c, const char *folder,
                                   const char *name)
{
    char *path = file_join(folder, name);
    enum exit_status status = csv_read(c, path);
    free(path);
    return status;
}

enum exit_status published_read(struct published *p, const char *folder)
{
    *p = (struct published){.mllmu = {0}};
    int rc = tsv_read(&p->names, folder, "names.tsv",
                      "sort theirs ours unit");
    if (rc == 0)
        rc = tsv_check_keys(&p->names, 1 | 2);
    if (rc < 0)
        return rc == TSV_BAD ? EXIT_DATA : EXIT_SYSTEM;
    enum exit_status status = read_table(&p->mllmu, folder, "mllmu.csv");
    if (status == EXIT_OK)
        status = read_table(&p->pebench, folder, "pebench.csv");
    return status;
}

/* A column of the row of names.tsv for that sort and name, or NULL. */
static const char *name_of(const struct published *p, const char *sort,
                           const char *theirs, size_t column)
{
    for (size_t i = 0; i < p->names.rows; i++)
        if (strcmp(tsv_cell(&p->names, i, 0), sort) == 0 &&
            strcmp(tsv_cell(&p->names, i, 1), theirs) == 0)
            return tsv_cell(&p->names, i, column);
    return NULL;
}

/* What they call so is called here. */
static const char *ours_of(const struct published *p, const char *sort,
                           const char *theirs)
{
    const char *ours = name_of(p, sort, theirs, 2);
    return ours != NULL ? ours : theirs;
}

bool published_percent(const struct published *p, const char *metric)
{
    const char *unit = name_of(p, "metric", metric, 3);
    return unit != NULL && strcmp(unit, "percent") == 0;
}

/* True if a list "a,b" has the name, letter case aside. */
static bool lists(const char *list, const char *name)
{
    size_t len = strlen(name);
    while (*list != '\0') {
        size_t size = strcspn(list, ",");
        if (size == len && strncasecmp(list, name, len) == 0)
            return true;
        list += size + (list[size] == ',');
    }
    return false;
}

static bool is_method(const struct run *run, const char *ours)
{
    if (strcmp(ours, "@vanilla") == 0)
        return run->role == RUN_VANILLA;
    if (strcmp(ours, "@gold") == 0)
        return run->role == RUN_GOLD;
    return run->role == RUN_UNLEARNED && run->last &&
           lists(ours, run->method);
}

/* True if the file's forget set is of so many per cent. */
static bool is_percent(const struct scores *file, const char *percent)
{
    const char *at = strrchr(file->forget, '_');
    return *percent == '\0' ||
           (at != NULL && atoi(at + 1) == atoi(percent));
}

static bool find_measure(const struct run *run, const char *name,
                         struct number *value)
{
    for (size_t i = 0; i < run->measure_count; i++)
        if (strcmp(run->measures[i].name, name) == 0 &&
            run->measures[i].value.text != NULL) {
            *value = run->measures[i].value;
            return true;
        }
    return false;
}

/* The cell of "TASK METRIC" in a set and modality as they call them. */
static bool find_cell(const struct published *p, const struct scores *file,
                      const struct run *run,
                      const struct published_match *match, const char *cell,
                      struct number *value)
{
    const char *role = ours_of(p, "split", match->split);
    const char *modality = ours_of(p, "modality", match->modality);
    const char *blank = strchr(cell, ' ');
    for (size_t i = 0; blank != NULL && i < run->cell_count; i++) {
        const struct cell *c = &run->cells[i];
        if (strncmp(c->task, cell, (size_t)(blank - cell)) == 0 &&
            c->task[blank - cell] == '\0' &&
            strcmp(c->metric, blank + 1) == 0 &&
            strcmp(c->modality, modality) == 0 &&
            strcmp(c->slice, "all") == 0 && c->value.text != NULL &&
            strcmp(study_role(file, c->set), role) == 0) {
            *value = c->value;
            return true;
        }
    }
    return false;
}

bool published_find(const struct published *p, const struct study *study,
                    const struct published_match *match,
                    struct number *value)
{
    const char *method = ours_of(p, "method", match->method);
    const char *metric = name_of(p, "metric", match->metric, 2);
    for (size_t i = 0; metric != NULL && i < study->count; i++) {
        const struct scores *file = &study->files[i];
        for (size_t k = 0; k < file->run_count; k++) {
            const struct run *run = &file->runs[k];
            if (!is_method(run, method) || !is_percent(file, match->percent))
                continue;
            if (strncmp(metric, MEASURE, strlen(MEASURE)) == 0
                    ? find_measure(run, metric + strlen(MEASURE), value)
                    : find_cell(p, file, run, match, metric, value))
                return true;
        }
    }
    return false;
}

void published_release(struct published *p)
{
    csv_release(&p->mllmu);
    csv_release(&p->pebench);
    tsv_release(&p->names);
}
