#include "config.h"

#include "measuring.h"

#include <stdlib.h>

#include "alloc.h"
#include "measures/measures.h"

/* What measures see of a run's replies; the caller frees them. */
static struct measured_reply *replies_of(const struct exam *e,
                                         const struct run *r)
{
    struct measured_reply *list =
        xcalloc(e->question_count + 1, sizeof *list);
    for (size_t i = 0; i < e->question_count; i++) {
        const struct reply *reply = &r->replies[i];
        if (!reply->answered)
            continue;
        list[i].answered = true;
        list[i].right =
            reply_score(reply,
                        score_metric_main(e->questions[i].task)) == 1;
        list[i].rouge = reply->mark.rougeL_f;
        list[i].recall = reply->mark.rougeL_recall;
    }
    return list;
}

/* The answers of the first gold run that is another, or NULL. */
static const struct answer *reference_of(const struct book *b,
                                         const struct run *r)
{
    for (size_t i = 0; i < b->run_count; i++)
        if (b->runs[i].role == RUN_GOLD && &b->runs[i] != r)
            return b->runs[i].answers.list;
    return NULL;
}

void measuring_book(struct book *b)
{
    for (size_t i = 0; i < b->run_count; i++) {
        struct run *r = &b->runs[i];
        struct measured_reply *replies = replies_of(b->exam, r);
        struct measured m = {b->exam, &b->sides, r->answers.list, replies};
        struct rows rows = {&r->measures, &r->absent};
        measures_add(&m, reference_of(b, r), &rows);
        free(replies);
    }
}
