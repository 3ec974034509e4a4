#include "config.h"

#include "runs.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

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

/* Tells how many of the questions that are asked have no answer. */
static void tell_missing(const struct run *r, const struct exam *e,
                         const unsigned char *asked)
{
    size_t missing = 0, all = 0;
    for (size_t i = 0; i < e->question_count; i++) {
        all += asked[i];
        missing += asked[i] && !r->answers.list[i].present;
    }
    if (missing > 0)
        diag_at((struct diag_place){r->path, 0, NULL},
                "no answer to %zu of %zu questions", missing, all);
}

enum exit_status runs_read(struct runs *r, const struct exam *e,
                           const unsigned char *asked, bool quiet)
{
    enum exit_status status = EXIT_OK;
    for (size_t i = 0; i < r->count && status == EXIT_OK; i++) {
        status = run_read(&r->list[i], e);
        if (status == EXIT_OK && !quiet)
            tell_missing(&r->list[i], e, asked);
    }
    return status;
}

void runs_release(struct runs *r)
{
    for (size_t i = 0; i < r->count; i++)
        run_release(&r->list[i]);
    free(r->list);
    *r = (struct runs){0};
}
