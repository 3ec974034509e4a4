/* A base, a line end, and a reference: what is resolved keeps the right parts,
 * is resolved once and for all, and is a URI where the two were right. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "schema/format.h"
#include "schema/pointer.h"
#include "schema/uri.h"
#include "target.h"
#include "utf8.h"

static bool has(const char *format, const char *text, size_t len)
{
    return format_check(format_find(format, strlen(format)), text, len);
}

static bool same(struct uri_part a, struct uri_part b)
{
    return (a.at == NULL) == (b.at == NULL) && a.len == b.len &&
           (a.len == 0 || memcmp(a.at, b.at, a.len) == 0);
}

static void resolve(const char *base, size_t base_len, const char *ref,
                    size_t ref_len)
{
    struct buf once = BUF_EMPTY, twice = BUF_EMPTY, thrice = BUF_EMPTY;
    struct uri b, r, u;
    uri_split(&b, base, base_len);
    uri_split(&r, ref, ref_len);
    uri_resolve(&once, base, base_len, ref, ref_len);
    uri_split(&u, buf_string(&once), once.len);
    if (b.scheme.at != NULL) {
        if (!same(u.scheme, r.scheme.at != NULL ? r.scheme : b.scheme) ||
            !same(u.fragment, r.fragment))
            abort();
        uri_resolve(&twice, base, base_len, once.data, once.len);
        uri_resolve(&thrice, base, base_len, twice.data, twice.len);
        if (twice.len != thrice.len ||
            memcmp(twice.data, thrice.data, twice.len) != 0)
            abort();
        if (has("uri", base, base_len) && has("uri-reference", ref, ref_len) &&
            !has("uri", once.data, once.len))
            abort();
    }
    buf_release(&once);
    buf_release(&twice);
    buf_release(&thrice);
}

/* What was escaped comes back. */
static void escape(const char *text, size_t len)
{
    struct buf escaped = BUF_EMPTY, back = BUF_EMPTY;
    uri_add_fragment(&escaped, text, len);
    if (uri_decode(&back, buf_string(&escaped), escaped.len) < 0 ||
        back.len != len || memcmp(buf_string(&back), text, len) != 0)
        abort();
    buf_clear(&escaped);
    buf_clear(&back);
    pointer_add(&escaped, text, len);
    const char *at = escaped.data, *end = at + escaped.len;
    if (!pointer_valid(at, escaped.len) || pointer_next(&at, end, &back) != 1 ||
        at != end || back.len != len ||
        memcmp(buf_string(&back), text, len) != 0)
        abort();
    buf_release(&escaped);
    buf_release(&back);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data, *end = text + size;
    const char *ref = memchr(text, '\n', size);
    if (!utf8_valid(text, size))
        return 0;
    escape(text, size);
    if (ref != NULL)
        resolve(text, (size_t)(ref - text), ref + 1, (size_t)(end - ref - 1));
    return 0;
}
