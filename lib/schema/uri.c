#include "config.h"

#include "schema/uri.h"

#include <string.h>

#include "schema/ascii.h"
#include "utf8.h"

/* The length of a scheme at the start of the text, its ':' not counted, or 0
 * if there is none. */
static size_t scheme_length(const char *text, size_t len)
{
    if (len == 0 || !ascii_is_letter(text[0]))
        return 0;
    for (size_t i = 1; i < len; i++) {
        char c = text[i];
        if (c == ':')
            return i;
        if (!ascii_is_alnum(c) && !ascii_is_in(c, "+-."))
            return 0;
    }
    return 0;
}

/* The bytes from `at` to the first of `marks`, or to the end. */
static struct uri_part part_until(const char *at, const char *end,
                                  const char *marks)
{
    const char *stop = at;
    while (stop < end && !ascii_is_in(*stop, marks))
        stop++;
    return (struct uri_part){at, (size_t)(stop - at)};
}

void uri_split(struct uri *u, const char *text, size_t len)
{
    const char *at = text, *end = text + len;
    *u = (struct uri){0};
    size_t scheme = scheme_length(text, len);
    if (scheme > 0) {
        u->scheme = (struct uri_part){text, scheme};
        at += scheme + 1;
    }
    if (end - at >= 2 && at[0] == '/' && at[1] == '/') {
        u->authority = part_until(at + 2, end, "/?#");
        at = u->authority.at + u->authority.len;
    }
    u->path = part_until(at, end, "?#");
    at = u->path.at + u->path.len;
    if (at < end && *at == '?') {
        u->query = part_until(at + 1, end, "#");
        at = u->query.at + u->query.len;
    }
    if (at < end)
        u->fragment = (struct uri_part){at + 1, (size_t)(end - at - 1)};
}

/* True if `len` bytes at `at` are the segment `dots` and stand before a '/' or
 * the end. */
static bool is_dots(const char *at, const char *end, const char *dots)
{
    size_t len = strlen(dots);
    return (size_t)(end - at) >= len && memcmp(at, dots, len) == 0 &&
           (at + len == end || at[len] == '/');
}

/* Drops the last segment behind `start` and the '/' before it. */
static void drop_segment(struct buf *out, size_t start)
{
    while (out->len > start && out->data[out->len - 1] != '/')
        out->len--;
    if (out->len > start)
        out->len--;
}

/* Section 5.2.4: appends a path without its segments "." and "..". */
static void add_segments(struct buf *out, const char *at, size_t len)
{
    const char *end = at + len;
    size_t start = out->len;
    while (at < end) {
        if (is_dots(at, end, ".") || is_dots(at, end, "..")) {
            at += is_dots(at, end, ".") ? 1 : 2;
            at += at < end; /* the '/' behind */
        } else if (is_dots(at, end, "/.")) {
            at += 2;
            if (at == end)
                buf_putc(out, '/');
        } else if (is_dots(at, end, "/..")) {
            at += 3;
            drop_segment(out, start);
            if (at == end)
                buf_putc(out, '/');
        } else {
            struct uri_part rest = part_until(at + 1, end, "/");
            buf_add(out, at, rest.len + 1);
            at = rest.at + rest.len;
        }
    }
}

/* The same behind a scheme, and an authority if there is one: without, a path
 * that begins with an empty segment would be taken for an authority. */
static void add_path(struct buf *out, bool authority, const char *at,
                     size_t len)
{
    struct buf path = BUF_EMPTY;
    add_segments(&path, at, len);
    if (!authority && path.len >= 2 && memcmp(path.data, "//", 2) == 0)
        buf_puts(out, "/.");
    buf_add(out, path.data, path.len);
    buf_release(&path);
}

/* Section 5.2.3: the reference's path behind the base's directory. */
static void add_merged(struct buf *out, const struct uri *base,
                       struct uri_part path)
{
    struct buf merged = BUF_EMPTY;
    size_t keep = base->path.len;
    while (keep > 0 && base->path.at[keep - 1] != '/')
        keep--;
    if (base->authority.at != NULL && base->path.len == 0)
        buf_putc(&merged, '/');
    buf_add(&merged, base->path.at, keep);
    buf_add(&merged, path.at, path.len);
    add_path(out, base->authority.at != NULL, buf_string(&merged), merged.len);
    buf_release(&merged);
}

static void add_part(struct buf *out, const char *before, struct uri_part part)
{
    if (part.at == NULL)
        return;
    buf_puts(out, before);
    buf_add(out, part.at, part.len);
}

/* Scheme and authority. */
static void add_head(struct buf *out, struct uri_part scheme,
                     struct uri_part authority)
{
    add_part(out, "", scheme);
    if (scheme.at != NULL)
        buf_putc(out, ':');
    add_part(out, "//", authority);
}

/* A reference with neither scheme nor authority, behind the base's. */
static void add_relative(struct buf *out, const struct uri *base,
                         const struct uri *ref)
{
    add_head(out, base->scheme, base->authority);
    if (ref->path.len == 0) {
        buf_add(out, base->path.at, base->path.len);
        add_part(out, "?", ref->query.at != NULL ? ref->query : base->query);
        return;
    }
    if (ref->path.at[0] == '/')
        add_path(out, base->authority.at != NULL, ref->path.at, ref->path.len);
    else
        add_merged(out, base, ref->path);
    add_part(out, "?", ref->query);
}

void uri_resolve(struct buf *out, const char *base, size_t base_len,
                 const char *ref, size_t ref_len)
{
    struct uri b, r;
    uri_split(&b, base, base_len);
    uri_split(&r, ref, ref_len);
    if (r.scheme.at != NULL || r.authority.at != NULL) {
        add_head(out, r.scheme.at != NULL ? r.scheme : b.scheme, r.authority);
        add_path(out, r.authority.at != NULL, r.path.at, r.path.len);
        add_part(out, "?", r.query);
    } else {
        add_relative(out, &b, &r);
    }
    add_part(out, "#", r.fragment);
}

int uri_decode(struct buf *out, const char *text, size_t len)
{
    size_t start = out->len;
    for (size_t i = 0; i < len; i++) {
        int high = -1, low = -1;
        if (text[i] != '%') {
            buf_putc(out, text[i]);
            continue;
        }
        if (len - i >= 3) {
            high = ascii_hex(text[i + 1]);
            low = ascii_hex(text[i + 2]);
        }
        if (high < 0 || low < 0)
            goto refuse;
        buf_putc(out, (char)(high << 4 | low));
        i += 2;
    }
    if (utf8_valid(buf_string(out) + start, out->len - start))
        return 0;
refuse:
    out->len = start;
    return -1;
}

void uri_add_fragment(struct buf *out, const char *text, size_t len)
{
    static const char plain[] = "-._~!$&'()*+,;=:@/?";
    for (size_t i = 0; i < len; i++) {
        char c = text[i];
        if (ascii_is_alnum(c) || ascii_is_in(c, plain))
            buf_putc(out, c);
        else
            buf_printf(out, "%%%02X", (unsigned char)c);
    }
}
