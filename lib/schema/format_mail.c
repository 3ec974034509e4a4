#include "config.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/format_parts.h"

#define LOCAL_LONGEST 64   /* bytes before the '@' */
#define DOMAIN_LONGEST 255 /* and behind it */

static bool is_beyond_ascii(char c)
{
    return (unsigned char)c >= 0x80;
}

/* Words of atext with a dot between them. */
static bool is_dot_string(const char *text, size_t len, bool beyond)
{
    bool word = false; /* some of it was seen since the last dot */
    for (size_t i = 0; i < len; i++) {
        if (text[i] == '.') {
            if (!word)
                return false;
            word = false;
        } else if (ascii_is_alnum(text[i]) ||
                   ascii_is_in(text[i], "!#$%&'*+-/=?^_`{|}~") ||
                   (beyond && is_beyond_ascii(text[i]))) {
            word = true;
        } else {
            return false;
        }
    }
    return word;
}

static bool is_quoted_string(const char *text, size_t len, bool beyond)
{
    if (len < 2 || text[0] != '"' || text[len - 1] != '"')
        return false;
    for (size_t i = 1; i < len - 1; i++) {
        if (text[i] == '\\') {
            i++;
            if (i == len - 1 || text[i] < ' ' || text[i] > '~')
                return false;
        } else if (text[i] == '"' || !((text[i] >= ' ' && text[i] <= '~') ||
                                       (beyond && is_beyond_ascii(text[i])))) {
            return false;
        }
    }
    return true;
}

/* "[...]": the address of a machine. */
static bool is_literal(const char *text, size_t len)
{
    static const char six[] = "IPv6:";
    size_t tag = sizeof six - 1;
    if (len < 2 || text[0] != '[' || text[len - 1] != ']')
        return false;
    text++;
    len -= 2;
    if (len > tag && ascii_same(text, tag, six, tag))
        return format_ipv6(text + tag, len - tag);
    return format_ipv4(text, len);
}

/* The '@' is the last one: a domain has none, what is quoted may. */
static bool is_mailbox(const char *text, size_t len, bool beyond)
{
    size_t local = len;
    while (local > 0 && text[local - 1] != '@')
        local--;
    if (local < 2)
        return false;
    const char *domain = text + local;
    size_t domain_len = len - local;
    local--;
    if (local > LOCAL_LONGEST || domain_len > DOMAIN_LONGEST)
        return false;
    if (!is_dot_string(text, local, beyond) &&
        !is_quoted_string(text, local, beyond))
        return false;
    return is_literal(domain, domain_len) ||
           format_is_ldh(domain, domain_len) ||
           (beyond && format_idn_domain(domain, domain_len));
}

bool format_email(const char *text, size_t len)
{
    return is_mailbox(text, len, false);
}

bool format_idn_email(const char *text, size_t len)
{
    return is_mailbox(text, len, true);
}
