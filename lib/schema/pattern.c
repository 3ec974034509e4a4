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
    uint64_t left; /* steps that long searches may still take */
};

/* The places where a search may begin, passed over one by one: each is a step
 * that counts. */
static const char anywhere[] = "(?s:.*?)";

/* Does what PCRE2 would do of itself, possessive repeats, without a step. */
#define OPTIONS                                                                \
    (PCRE2_ANCHORED | PCRE2_UTF | PCRE2_NO_UTF_CHECK |                         \
     PCRE2_MATCH_UNSET_BACKREF | PCRE2_NEVER_BACKSLASH_C |                     \
     PCRE2_NO_AUTO_POSSESS)

/* NULL with the reason in `why`. (PCRE2's own guess whether an expression is
 * anchored is not asked: 10.42 is wrong of /(?:c|^){0}a/.) */
static pcre2_code *compile(const struct ecma *e, struct buf *why)
{
    struct buf text = BUF_EMPTY;
    int error;
    PCRE2_SIZE at;
    PCRE2_UCHAR message[200];
    if (!e->anchored)
        buf_puts(&text, anywhere);
    buf_add(&text, e->out.data, e->out.len);
    pcre2_code *code = pcre2_compile((PCRE2_SPTR)text.data, text.len, OPTIONS,
                                     &error, &at, NULL);
    if (code == NULL) {
        pcre2_get_error_message(error, message, sizeof message);
        buf_printf(why, "PCRE2 refuses it: %s", (const char *)message);
    }
    buf_release(&text);
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
        code = compile(&e, why);
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
    m->left = UINT64_MAX;
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

void pattern_match_refill(struct pattern_match *m)
{
    m->left = PATTERN_REFILL;
}

/* How many steps a search may take: `few`, and more for each byte. */
static uint32_t steps(const struct pattern *p, size_t few, size_t a_byte,
                      size_t len)
{
    uint64_t most = few + (uint64_t)a_byte * len;
    if (most > PATTERN_STEPS_MOST)
        most = PATTERN_STEPS_MOST;
    most /= p->width * (p->long_step ? 1 + len / 256 : 1);
    return (uint32_t)most + 1;
}

/* PCRE2 does not say how many steps it took: a search is tried with few, which
 * are free, and once more with all that it may take. */
int pattern_find(const struct pattern *p, struct pattern_match *m,
                 const char *text, size_t len)
{
    PCRE2_SPTR at = (PCRE2_SPTR)(text != NULL ? text : "");
    uint32_t most = steps(p, PATTERN_STEPS, 16 + p->len, len);
    pcre2_set_match_limit(m->context, steps(p, PATTERN_FREE, 16, len));
    int rc = pcre2_match(p->code, at, len, 0, PCRE2_NO_UTF_CHECK, m->data,
                         m->context);
    if (rc == PCRE2_ERROR_MATCHLIMIT && m->left >= most) {
        m->left -= most;
        pcre2_set_match_limit(m->context, most);
        rc = pcre2_match(p->code, at, len, 0, PCRE2_NO_UTF_CHECK, m->data,
                         m->context);
    }
    if (rc == PCRE2_ERROR_NOMEMORY)
        diag_out_of_memory();
    if (rc == PCRE2_ERROR_NOMATCH)
        return 0;
    return rc >= 0 ? 1 : -1; /* a limit */
}
