/* What marks are made by: of each question of a release the spellings that are
 * right, of each fact all values that the release knows, in all spellings, and
 * the phrases by which models refuse. palimpsest-marks(5) has the rules. */
#ifndef MARKS_H
#define MARKS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "exam/exam.h"
#include "mark/terms.h"
#include "mark/values.h"

/* The values of a question: of a choice one an option, of others those that are
 * right. */
struct marks_key {
    size_t first, count; /* in `given` */
};

/* Starts as {0}; once open it does not change, and threads may share it. */
struct marks {
    const struct exam *exam; /* borrowed */
    struct terms terms;
    struct values values;
    struct marks_key *keys; /* owned: by question */
    uint32_t *given;        /* owned: values */
    size_t given_count, given_cap;
    bool *parts;            /* owned: by fact, whether a value is its words in
                               order, with others between them */
    struct tsv refusals;    /* owned: their phrases */
    size_t refusal;         /* the fact whose values they are */
};

/* Reads templates/marks/ and templates/refusals/, and makes the tables for an
 * exam, which must outlive them. Returns EXIT_OK, or what to exit with (told);
 * either way it ends with marks_close(). */
enum exit_status marks_open(struct marks *m, const struct exam *e);

/* The values of a question. */
const uint32_t *marks_given(const struct marks *m, size_t question,
                            size_t *count);

void marks_close(struct marks *m);

#endif
