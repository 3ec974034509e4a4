/* What servers of chats answer mlask: the first byte says who reads the rest.
 * What was read without complaint is there, and what is written of it is JSON.
 */
#include "config.h"

#include "ask/chat_reply.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "ask/judge_prompt.h"
#include "ask/scored.h"
#include "target.h"

static void check(bool good)
{
    if (!good)
        abort();
}

static void check_json(const struct buf *text)
{
    struct json_scan scan = {0};
    check(json_scan_check(&scan, text->data, text->len) == 0);
    json_scan_release(&scan);
}

static void read_chat(struct chat_reader *c, const struct buf *body)
{
    struct reply r = {0};
    reply_clear(&r);
    if (chat_reply_read(c, body, true, &r) == NULL) {
        check(r.response.len == 0 ||
              memchr(r.response.data, '\0', r.response.len) == NULL);
        for (int i = 0; i < EXAM_OPTIONS && r.lettered; i++)
            check(r.letters[i] <= 0 && !isnan(r.letters[i]));
        check(r.prompt_tokens >= -1 && r.completion_tokens >= -1);
    }
    reply_release(&r);
}

static void read_scored(struct chat_reader *c, const struct buf *body)
{
    const struct text answer = {"She is a nurse.", 15};
    const struct exam_question q = {
        .task = EXAM_OPEN, .answer = answer, .paraphrase = answer};
    struct buf out = BUF_EMPTY;
    if (scored_reply(c, body, &q, &out) == NULL)
        check_json(&out);
    buf_release(&out);
}

static void read_verdict(struct chat_reader *c, const struct buf *body)
{
    const struct judge_prompt p = {.least = 1, .most = JUDGE_MOST};
    struct buf reason = BUF_EMPTY;
    unsigned score = 0;
    if (judge_prompt_read(&p, c, body, &score, &reason) == NULL)
        check(score >= 1 && score <= JUDGE_MOST);
    buf_release(&reason);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct chat_reader c = {.tape = {.count = 0}};
    if (size == 0)
        return 0;
    struct buf body = {.data = (char *)data + 1, .len = size - 1}, text = {0};
    switch (data[0]) {
    case 'c':
        read_chat(&c, &body);
        break;
    case 's':
        read_scored(&c, &body);
        break;
    case 'j':
        read_verdict(&c, &body);
        break;
    default:
        chat_reply_reason(&c, &body, &text);
        check(text.len > 0);
        check(memchr(text.data, '\n', text.len) == NULL);
        buf_release(&text);
    }
    chat_reader_release(&c);
    return 0;
}
