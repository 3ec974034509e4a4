#include "config.h"

#include "schema/pattern.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "schema/ecma.h"

struct pattern {
    pcre2_code *code; /* matches at the start of a text only */
    size_t len;       /* bytes it was written in */
    size_t width;     /* characters that one step may compare, in 64s */
    bool long_step;   /* or any number of them */
};

struct pattern_match {
    pcre2_match_data *data;
    pcre2_match_context *context;
};

/* The places where a search may begin, passed over one by one: each is a step
 * that counts. */
static const char anywhere[] = "(?s:.*?)";

/* Does what PCRE2 would do of itself, possessive repeats, without a step. */
#define OPTIONS                                                                \
    (PCRE2_UTF | PCRE2_NO_UTF_CHECK | PCRE2_MATCH_UNSET_BACKREF |              \
     PCRE2_NEVER_BACKSLASH_C | PCRE2_NO_AUTO_POSSESS)

/* NULL with the reason in `why`. */
static pcre2_code *compile(const struct buf *text, uint32_t more,
                           struct buf *why)
{
    int error;
    PCRE2_SIZE at;
    PCRE2_UCHAR message[200];
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)text->data, text->len,
                                     OPTIONS | more, &error, &at, NULL);
    if (code == NULL) {
        pcre2_get_error_message(error, message, sizeof message);
        buf_printf(why, "PCRE2 refuses it: %s", (const char *)message);
    }
    return code;
}

/* Compiles what was written for PCRE2 so that it can only match at the start:
 * as it is where it begins with '^', else with the search before it. */
static pcre2_code *compile_search(const struct buf *text, struct buf *why)
{
    uint32_t all;
    pcre2_code *code = compile(text, 0, why);
    if (code == NULL)
        return NULL;
    pcre2_pattern_info(code, PCRE2_INFO_ALLOPTIONS, &all);
    if (all & PCRE2_ANCHORED)
        return code;
    pcre2_code_free(code);
    struct buf search = BUF_EMPTY;
    buf_puts(&search, anywhere);
    buf_add(&search, text->data, text->len);
    code = compile(&search, PCRE2_ANCHORED, why);
    buf_release(&search);
    return code;
}

/* Why an expression with the right syntax is not compiled, or NULL. */
static const char *refused(const struct ecma *e)
{
    for (size_t i = 0; i < e->group_count; i++)
        if (e->groups[i].depth > PATTERN_NESTING)
            return "groups are too deep in one another";
    return e->refused != NULL ? e->refused : ecma_references_refused(e);
}

struct pattern *pattern_new(const char *text, size_t len, struct buf *why)
{
    struct pattern *p = NULL;
    struct ecma e;
    if (len > PATTERN_LONGEST) {
        buf_printf(why, "it is longer than %d bytes", PATTERN_LONGEST);
        return NULL;
    }
    const char *reason = ecma_read(&e, text, len) < 0 ? e.why : refused(&e);
    pcre2_code *code = NULL;
    if (reason != NULL)
        buf_puts(why, reason);
    else
        code = compile_search(&e.out, why);
    if (code != NULL) {
        p = xmalloc(1, sizeof *p);
        *p = (struct pattern){code, len, 1 + (e.longest + e.repeats) / 64,
                              e.long_step};
    }
    ecma_release(&e);
    return p;
}

bool pattern_valid(const char *text, size_t len)
{
    struct ecma e;
    if (len > PATTERN_LONGEST)
        return false;
    bool valid = ecma_read(&e, text, len) == 0;
    ecma_release(&e);
    return valid;
}

void pattern_free(struct pattern *p)
{
    if (p == NULL)
        return;
    pcre2_code_free(p->code);
    free(p);
}

struct pattern_match *pattern_match_new(void)
{
    struct pattern_match *m = xmalloc(1, sizeof *m);
    m->data = pcre2_match_data_create(1, NULL);
    m->context = pcre2_match_context_create(NULL);
    if (m->data == NULL || m->context == NULL)
        diag_out_of_memory();
    pcre2_set_heap_limit(m->context, PATTERN_HEAP / 1024);
    pcre2_set_depth_limit(m->context, UINT32_MAX);
    return m;
}

void pattern_match_free(struct pattern_match *m)
{
    if (m == NULL)
        return;
    pcre2_match_data_free(m->data);
    pcre2_match_context_free(m->context);
    free(m);
}

/* How many steps a search in so long a text may take. */
static uint32_t steps(const struct pattern *p, size_t len)
{
    uint64_t most = PATTERN_STEPS + (16 + (uint64_t)p->len) * len;
    if (most > PATTERN_STEPS_MOST)
        most = PATTERN_STEPS_MOST;
    most /= p->width * (p->long_step ? 1 + len / 256 : 1);
    return (uint32_t)most + 1;
}

int pattern_find(const struct pattern *p, struct pattern_match *m,
                 const char *text, size_t len)
{
    pcre2_set_match_limit(m->context, steps(p, len));
    int rc = pcre2_match(p->code, (PCRE2_SPTR)(text != NULL ? text : ""), len,
                         0, PCRE2_NO_UTF_CHECK, m->data, m->context);
    if (rc == PCRE2_ERROR_NOMEMORY)
        diag_out_of_memory();
    if (rc == PCRE2_ERROR_NOMATCH)
        return 0;
    return rc >= 0 ? 1 : -1; /* a limit */
}
