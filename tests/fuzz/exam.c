/* A line that is read as a person of an exam: what is kept of questions lies in
 * their bytes or is a text of its own, and answers can be made of it. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "exam/exam.h"
#include "exam/priors.h"
#include "exam/reading.h"
#include "json_scan.h"
#include "target.h"

/* Looks at each byte of a text. */
static void look(struct text text)
{
    struct text copy = {text.text, text.len};
    if (text.len > 0 && tally_order(text, copy) != 0)
        abort();
}

static void answer(const struct exam *e, size_t retain)
{
    struct priors p;
    struct buf out = BUF_EMPTY;
    priors_init(&p, e, retain);
    for (size_t i = 0; i < e->question_count; i++) {
        const struct exam_question *q = &e->questions[i];
        for (size_t o = 0; o < EXAM_OPTIONS && q->task == EXAM_CHOICE; o++)
            look(q->options[o]);
        for (size_t a = 0; a < q->alias_count; a++)
            look(q->aliases[a]);
        if (q->task != EXAM_CHOICE) {
            prior_answer(&p, q, &out);
            prior_random(&p, q, &out);
        } else if (prior_choice(&p, q) >= EXAM_OPTIONS ||
                   familiar_choice(&p, q) >= EXAM_OPTIONS) {
            abort();
        }
    }
    buf_release(&out);
    priors_release(&p);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct exam_set sets[] = {{{"retain_95", 9}, 0, EXAM_EVAL, 1}};
    struct exam e = {.sets = sets, .set_count = 1, .group_count = 1};
    struct reading r = {.exam = &e, .depth = (enum exam_depth)(size % 3)};
    struct json_scan scan = {.tape = &r.tape};
    struct record_head head;
    if (json_scan_check(&scan, (const char *)data, size) == 0 &&
        scan.is_object && record_head(&scan, &head) == NULL) {
        const char *reason = reading_person(&r, &head);
        if (e.person_count != 1 || (reason != NULL && r.id[0] == '\0'))
            abort();
        answer(&e, 0);
    }
    json_scan_release(&scan);
    reading_release(&r);
    e.sets = NULL;
    exam_close(&e);
    return 0;
}
