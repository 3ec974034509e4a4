/* A pattern, a byte that is no UTF-8, and a text that it is searched for in:
 * what the reader lets through PCRE2 takes, but for what it cannot do. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "schema/pattern.h"
#include "target.h"
#include "utf8.h"

/* What PCRE2 may say of an expression that was written for it. */
static bool is_known(const char *why)
{
    static const char by[] = "PCRE2 refuses it";
    return strncmp(why, by, sizeof by - 1) != 0 ||
           strstr(why, "lookbehind") != NULL ||
           strstr(why, "too large") != NULL ||
           strstr(why, "too long") != NULL ||
           strstr(why, "too complicated") != NULL;
}

static void search(const struct pattern *p, const char *text, size_t len)
{
    struct pattern_match *m = pattern_match_new();
    pattern_match_refill(m);
    int first = pattern_find(p, m, text, len);
    if (first < -1 || first > 1 || first != pattern_find(p, m, text, len))
        abort();
    pattern_match_free(m);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data;
    const char *mark = memchr(text, 0xff, size);
    size_t len = mark != NULL ? (size_t)(mark - text) : size;
    struct buf why = BUF_EMPTY;
    struct pattern *p = pattern_new(text, len, &why);
    if ((p == NULL) != (why.len > 0) ||
        (p != NULL && !pattern_valid(text, len)))
        abort();
    if (p == NULL && !is_known(buf_string(&why)))
        abort();
    if (p != NULL && mark != NULL && utf8_valid(mark + 1, size - len - 1))
        search(p, mark + 1, size - len - 1);
    pattern_free(p);
    buf_release(&why);
    return 0;
}
