#include "config.h"

#include "ask/asker.h"

bool asker_room(const struct asker *a)
{
    return a->client != NULL ? client_room(a->client)
                             : a->question == EXAM_NONE;
}

int asker_start(struct asker *a, size_t question, const struct messages *m)
{
    if (a->client != NULL)
        return client_start(a->client, question, m);
    a->question = question; /* an answerer looks at it itself */
    return 0;
}

int asker_next(struct asker *a, struct reply *r)
{
    if (a->client != NULL)
        return client_next(a->client, r);
    if (a->question == EXAM_NONE)
        return 0;
    reply_clear(r);
    r->question = a->question;
    r->tries = 1;
    answerer_answer(a->answerer, a->priors, &a->exam->questions[r->question],
                    &r->response);
    a->question = EXAM_NONE;
    return 1;
}

bool asker_waits(const struct asker *a)
{
    return a->client != NULL;
}
