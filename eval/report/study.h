/* All scores files of one report together: what each is called, which methods
 * there are, what a set stands for, and the cell that a figure wants. */
#ifndef STUDY_H
#define STUDY_H

#include <stddef.h>

#include "report/scores.h"

#define STUDY_FILES 64 /* at most */

struct study {
    struct scores *files; /* owned, in the order of the command line */
    size_t count;
    char *labels[STUDY_FILES]; /* owned: what tells a file from the others */
    const char **methods;      /* owned list of borrowed names, by colour */
    size_t method_count;
};

/* Names files and methods, once all files are read. */
void study_finish(struct study *s);

/* What a set is to a file: "forget", "retain", "test", "test_retain", "real" and
 * so on; of others the name without the number at its end. Valid until the next
 * call. */
const char *study_role(const struct scores *file, const char *set);

/* The metric that stands for a task. */
const char *study_metric(const char *task);

/* The cell of all questions of that set, or NULL. */
const struct cell *study_cell(const struct run *run, const char *set,
                              const char *task, const char *modality,
                              const char *metric);

/* The cell that stands for a task in the set of that role: of both modalities
 * if there is one, else of text, else of images. NULL if there is none with a
 * value. */
const struct cell *study_headline(const struct scores *file,
                                  const struct run *run, const char *role,
                                  const char *task);

/* The roles of sets that occur in any file, and the tasks, those that figures
 * show, in a fixed order. Lists of borrowed names that end in NULL; the caller
 * frees the list. */
const char **study_roles(const struct study *s);
const char **study_tasks(const struct study *s);

/* Adds a name to a list that ends in NULL, unless it is there; both start as
 * NULL and 0. */
void study_add_name(const char ***list, size_t *count, const char *name);

/* The runs of a file that are the last of their methods, those first that others
 * are held against; how many in *count. The caller frees the list. */
const struct run **study_shown(const struct scores *file, size_t *count);

/* True if any run has a step. */
bool study_has_steps(const struct study *s);

void study_release(struct study *s);

#endif
