#include "config.h"

#include "ask/asking.h"

void reply_clear(struct reply *r)
{
    buf_clear(&r->response);
    buf_clear(&r->finish);
    buf_clear(&r->reported);
    buf_clear(&r->fingerprint);
    buf_clear(&r->scored);
    r->failed = r->fatal = r->lettered = false;
    r->prompt_tokens = r->completion_tokens = -1;
    r->ms = 0;
    r->tries = 0;
}

void reply_release(struct reply *r)
{
    buf_release(&r->response);
    buf_release(&r->finish);
    buf_release(&r->reported);
    buf_release(&r->fingerprint);
    buf_release(&r->scored);
    *r = (struct reply){0};
}
