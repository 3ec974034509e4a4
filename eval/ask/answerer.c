#include "config.h"

#include "ask/answerer.h"

#include <string.h>

static const char *const names[ANSWERER_KINDS] = {"prior", "random",
                                                  "familiar", "oracle"};

enum answerer_kind answerer_parse(const char *name)
{
    int kind = 0;
    while (kind < ANSWERER_KINDS && strcmp(name, names[kind]) != 0)
        kind++;
    return (enum answerer_kind)kind;
}

const char *answerer_name(enum answerer_kind kind)
{
    return names[kind];
}

/* The letter chosen, 0 for A. */
static unsigned choose(enum answerer_kind kind, const struct priors *p,
                       const struct exam_question *q)
{
    switch (kind) {
    case ANSWERER_PRIOR:
        return prior_choice(p, q);
    case ANSWERER_FAMILIAR:
        return familiar_choice(p, q);
    default:
        return prior_draw(q);
    }
}

void answerer_answer(enum answerer_kind kind, const struct priors *p,
                     const struct exam_question *q, struct buf *out)
{
    if (kind == ANSWERER_ORACLE)
        buf_add(out, q->answer.text, q->answer.len);
    else if (q->task == EXAM_CHOICE)
        buf_putc(out, (char)('A' + choose(kind, p, q)));
    else if (kind == ANSWERER_RANDOM)
        prior_random(p, q, out);
    else
        prior_answer(p, q, out);
}
