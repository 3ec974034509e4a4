/* A line that is read as an answer: what is there can be read again. */
#include "config.h"

#include <math.h>
#include <stdlib.h>

#include "exam/answer_line.h"
#include "json_scan.h"
#include "target.h"

static void check(const struct answer *a)
{
    for (size_t i = 0; i < a->scored_count; i++) {
        const struct answer_scored *s = &a->scored[i];
        if (answer_scored(a, s->kind) != s)
            abort();
        for (size_t t = 0; t < s->tokens; t++)
            if (!isfinite(s->logprob[t]) ||
                (s->var != NULL && !isfinite(s->var[t])))
                abort();
    }
    if (!a->present || a->response.text == NULL)
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct json_tape tape = {0};
    struct json_scan scan = {.tape = &tape};
    struct pool pool = {0};
    struct buf scratch = BUF_EMPTY;
    struct answer_line line;
    if (json_scan_check(&scan, (const char *)data, size) == 0 &&
        answer_line_read(&line, &tape, &pool, &scratch) == NULL)
        check(&line.answer);
    json_scan_release(&scan);
    json_tape_release(&tape);
    pool_release(&pool);
    buf_release(&scratch);
    return 0;
}
