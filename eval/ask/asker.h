/* Whoever answers: a built-in answerer, or a server. */
#ifndef ASKER_H
#define ASKER_H

#include <stdbool.h>

#include "ask/answerer.h"
#include "ask/asking.h"
#include "ask/client.h"
#include "ask/messages.h"
#include "exam/exam.h"
#include "exam/priors.h"

struct asker {
    const struct exam *exam;     /* borrowed */
    struct client *client;       /* borrowed, or NULL: an answerer */
    enum answerer_kind answerer;
    const struct priors *priors; /* borrowed */
    size_t question;             /* started, not yet taken; or EXAM_NONE */
};

/* As asking.h has them. */
bool asker_room(const struct asker *a);
int asker_start(struct asker *a, size_t question, const struct messages *m);
int asker_next(struct asker *a, struct reply *r);

/* Whether a reply takes long enough for what came before to be written first. */
bool asker_waits(const struct asker *a);

#endif
