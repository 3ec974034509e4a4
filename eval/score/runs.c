#include "config.h"

#include "runs.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "measures/utility.h"

int runs_add(struct runs *r, enum run_role role, const char *operand)
{
    r->list = xrealloc(r->list, r->count + 1, sizeof *r->list);
    struct run *new = &r->list[r->count++];
    if (run_init(new, role, operand) < 0) {
        diag("'%s' is no name of a run and a file", operand);
        return -1;
    }
    for (size_t i = 0; i + 1 < r->count; i++)
        if (strcmp(r->list[i].name, new->name) == 0) {
            diag("two runs are called '%s': name them, as NAME=FILE",
                 new->name);
            return -1;
        }
    return 0;
}

enum exit_status runs_read(struct runs *r, const struct exam *e,
                           enum progress_mode progress)
{
    enum exit_status status = EXIT_OK;
    struct progress p;
    progress_start(&p, progress, "logs", r->count);
    for (size_t i = 0; i < r->count && status == EXIT_OK; i++) {
        status = run_read(&r->list[i], e);
        progress_step(&p);
    }
    progress_end(&p);
    return status;
}

/* The run of that name, or without one the only unlearned run, or NULL. */
static struct run *run_called(struct runs *r, const char *name, size_t len)
{
    struct run *found = NULL;
    for (size_t i = 0; i < r->count; i++) {
        struct run *run = &r->list[i];
        if (name != NULL && strlen(run->name) == len &&
            memcmp(run->name, name, len) == 0)
            return run;
        if (name != NULL || run->role != RUN_UNLEARNED)
            continue;
        if (found != NULL)
            return NULL;
        found = run;
    }
    return found;
}

enum exit_status runs_utility(struct runs *r, const char *operand)
{
    size_t len;
    const char *name = run_given_name(operand, &len);
    struct run *run = run_called(r, name, len);
    if (run == NULL) {
        diag("'%s': whose figures? name a run, as NAME=FILE", operand);
        return EXIT_USAGE;
    }
    return utility_read(name != NULL ? operand + len + 1 : operand,
                        &run->utility);
}

void runs_release(struct runs *r)
{
    for (size_t i = 0; i < r->count; i++)
        run_release(&r->list[i]);
    free(r->list);
    *r = (struct runs){0};
}
