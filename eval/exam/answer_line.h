/* One line of a log of answers: what its JSON holds. */
#ifndef ANSWER_LINE_H
#define ANSWER_LINE_H

#include "buf.h"
#include "exam/answers.h"
#include "schema/value.h"

/* Texts are as they stand in the line, escapes and all, and die with it. */
struct answer_line {
    struct text id, question, release; /* the latter two in hexadecimal */
    struct value model, prompt;        /* objects */
    struct text model_name, prompt_sha256;
    struct value shots; /* an array, if has_shots */
    bool has_shots;
    struct answer answer; /* what it has is in the pool */
};

/* Reads a line by its index; what lasts goes to the pool. Returns NULL, or a
 * static text that says what is wrong. */
const char *answer_line_read(struct answer_line *line,
                             const struct json_tape *tape, struct pool *pool,
                             struct buf *scratch);

/* A string member without its escapes, in the pool; none if it is null or not
 * there. */
struct text answer_line_text(struct value object, const char *name,
                             struct pool *pool, struct buf *scratch);

/* A count of tokens, a member up to 2^53; -1 if it is none or not there. */
int64_t answer_line_count(struct value object, const char *name);

#endif
