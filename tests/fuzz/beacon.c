/* What a beacon says of itself and answers, and what is made of it: a chain, an
 * answer, a commitment or a reveal. What is read is written again as it was. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "beacon.h"
#include "commit.h"
#include "reveal.h"
#include "target.h"

static void as_answer(const struct beacon_chain *c, const char *text,
                      size_t size)
{
    struct beacon_answer a;
    unsigned char message[DIGEST_BYTES];
    if (beacon_read_answer(&a, c, text, size) == NULL) {
        if (a.round == 0 || a.round > BEACON_ROUNDS)
            abort();
        beacon_message(c, &a, message);
    }
}

static void as_chain(const char *text, size_t size)
{
    struct beacon_chain c, again;
    struct buf out = BUF_EMPTY;
    if (beacon_read_chain(&c, text, size) == NULL) {
        beacon_write_chain(&c, &out);
        if (beacon_read_chain(&again, out.data, out.len) != NULL ||
            memcmp(c.hash, again.hash, sizeof c.hash) != 0)
            abort();
        as_answer(&c, text, size);
    }
    buf_release(&out);
}

/* The text may be a reveal, or an answer, behind its commitment. */
static void as_commit(const char *text, size_t size)
{
    const char *lf = size > 0 ? memchr(text, '\n', size) : NULL;
    size_t len = lf != NULL ? (size_t)(lf - text) + 1 : size;
    struct commit c;
    struct beacon_answer a;
    struct buf out = BUF_EMPTY;
    if (commit_read(&c, text, len) == NULL) {
        commit_write(&c, &out);
        if (out.len != len || memcmp(out.data, text, len) != 0)
            abort();
        reveal_read(&a, &c, text + len, size - len);
        as_answer(&c.chain, text + len, size - len);
    }
    commit_release(&c);
    buf_release(&out);
}

/* Chains of both kinds, whose keys are of no account here. */
static void as_answers(const char *text, size_t size)
{
    static const struct beacon_scheme kinds[] = {
        {"bls-unchained-g1-rfc9380", 96, 48, false},
        {"pedersen-bls-chained", 48, 96, true},
    };
    for (int i = 0; i < 2; i++) {
        struct beacon_chain c = {.scheme = &kinds[i], .period = 3};
        as_answer(&c, text, size);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    as_answers(text, size);
    as_chain(text, size);
    as_commit(text, size);
    return 0;
}
