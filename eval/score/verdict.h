/* What a judge said of answers, palimpsest/verdict/1 (palimpsest-answers(5)):
 * found by question and answer, whoever gave it. A verdict of another release,
 * or on a question that it does not ask, is refused, and so are two that differ
 * on one answer. */
#ifndef VERDICT_H
#define VERDICT_H

#include <stddef.h>

#include "diag.h"
#include "digest.h"
#include "exam/exam.h"

#define VERDICT_MOST 10 /* the highest score */

struct verdict {
    size_t question; /* index */
    unsigned char answer[DIGEST_BYTES]; /* SHA-256 of the reply */
    int score;          /* 0 to VERDICT_MOST, or -1 for none that is valid */
    const char *file;   /* borrowed: where it stands */
    uint64_t line;      /* from 1 */
};

/* Starts as {0}. */
struct verdicts {
    struct verdict *list; /* owned: by question and answer, once sorted */
    size_t count, cap;
};

/* Reads files, whose names are borrowed. Returns EXIT_OK, or what to exit with
 * (told); either way it ends with verdicts_release(). */
enum exit_status verdicts_read(struct verdicts *v, const struct exam *e,
                               char **files, size_t count);

/* The verdict on a reply to a question, or NULL. */
const struct verdict *verdicts_find(const struct verdicts *v, size_t question,
                                    struct text reply);

void verdicts_release(struct verdicts *v);

#endif
