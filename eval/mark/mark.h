/* Is a reply right? By strict rules, or by MLLMU-Bench's; and what kind of
 * reply it is. palimpsest-marks(5) has all of it. */
#ifndef MARK_H
#define MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "exam/exam.h"
#include "mark/likeness.h"
#include "mark/marks.h"
#include "mark/naming.h"

enum mark_class {
    MARK_RIGHT,
    MARK_WRONG,   /* and fluent */
    MARK_REFUSED,
    MARK_EMPTY,
    MARK_UNPARSABLE,
    MARK_BROKEN,
    MARK_CLASSES
};

enum mark_rules { MARK_STRICT, MARK_MLLMU };

struct mark {
    enum mark_class class;
    bool correct;   /* by the rules asked for */
    bool value;     /* of open and cloze questions: the value is named, by the
                       strict rule */
    bool exact;     /* of open and cloze questions: all of the answer and no
                       more, in normal form */
    double rougeL_f, rougeL_recall; /* of open questions, else 0 */
    double bleu;
};

/* Memory for any number of replies, one a thread; starts as {0}. */
struct marker {
    struct naming naming;
    struct naming known;  /* what question and answer name */
    struct lexer lexer;
    struct items items;
    struct likeness likeness;
    struct buf text[2];
    const struct exam_question *asked; /* borrowed: whose values those are */
    uint32_t *named;      /* owned: values that question and answer name */
    size_t named_count, named_cap;
};

/* The mark of a reply, UTF-8, to a question (its index in the exam). */
struct mark mark_reply(struct marker *k, const struct marks *m, size_t question,
                       const char *reply, size_t len, enum mark_rules rules);

/* A class's name: "right", "wrong", "refused". */
const char *mark_class_name(enum mark_class class);

void mark_release(struct marker *k);

#endif
