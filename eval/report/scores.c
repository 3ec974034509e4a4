#include "config.h"

#include "report/scores.h"

#include <stdlib.h>

const struct run *scores_run(const struct scores *s, enum run_role role)
{
    for (size_t i = 0; i < s->run_count; i++)
        if (s->runs[i].role == role)
            return &s->runs[i];
    return NULL;
}

static void release_run(struct run *r)
{
    free(r->replies);
    free(r->cells);
    free(r->parts);
    free(r->signals);
    free(r->measures);
    free(r->absent);
    free(r->utility);
}

void scores_release(struct scores *s)
{
    for (size_t i = 0; i < s->run_count; i++)
        release_run(&s->runs[i]);
    free(s->runs);
    free(s->differences);
    free(s->store);
    *s = (struct scores){0};
}
