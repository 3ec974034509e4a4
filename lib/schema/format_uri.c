#include "config.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/format_parts.h"
#include "schema/uri.h"
#include "utf8.h"

static const char sub_delims[] = "!$&'()*+,;=";

/* Which characters beyond ASCII a text may have. */
enum beyond { NONE, IRI, IRI_QUERY };

bool format_is_ucschar(unsigned point)
{
    if (point < 0x10000)
        return (point >= 0xa0 && point <= 0xd7ff) ||
               (point >= 0xf900 && point <= 0xfdcf) ||
               (point >= 0xfdf0 && point <= 0xffef);
    return point <= 0xefffd && (point & 0xffff) <= 0xfffd &&
           (point < 0xe0000 || point >= 0xe1000);
}

bool format_is_private(unsigned point)
{
    return (point >= 0xe000 && point <= 0xf8ff) ||
           (point >= 0xf0000 && (point & 0xffff) <= 0xfffd);
}

/* The bytes of one character of a part of a URI: unreserved, escaped, one of
 * sub-delims or of `more`; 0 if it may not stand there. */
static size_t char_length(const char *at, size_t left, const char *more,
                          enum beyond beyond)
{
    if (ascii_is_alnum(*at) || ascii_is_in(*at, "-._~") ||
        ascii_is_in(*at, sub_delims) || ascii_is_in(*at, more))
        return 1;
    if (*at == '%')
        return left >= 3 && ascii_hex(at[1]) >= 0 && ascii_hex(at[2]) >= 0 ? 3
                                                                           : 0;
    if ((unsigned char)*at < 0x80 || beyond == NONE)
        return 0;
    size_t len = utf8_length(at, left);
    if (len == 0)
        return 0;
    uint32_t point = utf8_decode(at, &len);
    return format_is_ucschar(point) ||
                   (beyond == IRI_QUERY && format_is_private(point))
               ? len
               : 0;
}

static bool is_made_of(struct uri_part part, const char *more,
                       enum beyond beyond)
{
    for (size_t i = 0; i < part.len;) {
        size_t len = char_length(part.at + i, part.len - i, more, beyond);
        if (len == 0)
            return false;
        i += len;
    }
    return true;
}

/* The inside of "[...]". */
static bool is_ip_literal(const char *text, size_t len)
{
    if (len == 0 || !ascii_is_in(text[0], "vV"))
        return format_ipv6(text, len);
    size_t version = 1;
    while (version < len && ascii_hex(text[version]) >= 0)
        version++;
    if (version == 1 || version + 1 >= len || text[version] != '.')
        return false;
    struct uri_part rest = {text + version + 1, len - version - 1};
    return memchr(rest.at, '%', rest.len) == NULL &&
           is_made_of(rest, ":", NONE);
}

/* Where the port begins with its ':', or the end. */
static size_t host_length(const char *text, size_t len)
{
    size_t port = len;
    while (port > 0 && ascii_is_digit(text[port - 1]))
        port--;
    return port > 0 && text[port - 1] == ':' ? port - 1 : len;
}

static bool is_authority(struct uri_part part, enum beyond beyond)
{
    const char *at = part.at, *end = part.at + part.len;
    const char *mark = memchr(at, '@', part.len);
    if (mark != NULL) {
        struct uri_part user = {at, (size_t)(mark - at)};
        if (!is_made_of(user, ":", beyond))
            return false;
        at = mark + 1;
    }
    size_t host = host_length(at, (size_t)(end - at));
    if (host >= 2 && at[0] == '[' && at[host - 1] == ']')
        return is_ip_literal(at + 1, host - 2);
    return is_made_of((struct uri_part){at, host}, "", beyond);
}

/* A ':' in the first segment would make a scheme of it. */
static bool first_has_colon(struct uri_part path)
{
    for (size_t i = 0; i < path.len && path.at[i] != '/'; i++)
        if (path.at[i] == ':')
            return true;
    return false;
}

static bool is_reference(const char *text, size_t len, bool relative,
                         enum beyond beyond)
{
    struct uri u;
    uri_split(&u, text, len);
    if (u.scheme.at == NULL && !relative)
        return false;
    if (u.authority.at != NULL && !is_authority(u.authority, beyond))
        return false;
    if (u.scheme.at == NULL && u.authority.at == NULL &&
        first_has_colon(u.path))
        return false;
    enum beyond in_query = beyond == NONE ? NONE : IRI_QUERY;
    return is_made_of(u.path, ":@/", beyond) &&
           is_made_of(u.query, ":@/?", in_query) &&
           is_made_of(u.fragment, ":@/?", beyond);
}

bool format_uri(const char *text, size_t len)
{
    return is_reference(text, len, false, NONE);
}

bool format_uri_reference(const char *text, size_t len)
{
    return is_reference(text, len, true, NONE);
}

bool format_iri(const char *text, size_t len)
{
    return is_reference(text, len, false, IRI);
}

bool format_iri_reference(const char *text, size_t len)
{
    return is_reference(text, len, true, IRI);
}
