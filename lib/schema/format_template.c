#include "config.h"

#include "schema/ascii.h"
#include "schema/format_parts.h"
#include "utf8.h"

/* Moves over %XX; false if that is not there. */
static bool skip_escape(const char **at, const char *end)
{
    if (end - *at < 3 || **at != '%' || ascii_hex((*at)[1]) < 0 ||
        ascii_hex((*at)[2]) < 0)
        return false;
    *at += 3;
    return true;
}

static bool skip_variable_char(const char **at, const char *end)
{
    if (*at < end && (ascii_is_alnum(**at) || **at == '_')) {
        (*at)++;
        return true;
    }
    return skip_escape(at, end);
}

/* A name, which may have single dots inside. */
static bool skip_name(const char **at, const char *end)
{
    if (!skip_variable_char(at, end))
        return false;
    for (;;) {
        const char *behind = *at;
        if (behind < end && *behind == '.')
            behind++;
        if (!skip_variable_char(&behind, end))
            return true;
        *at = behind;
    }
}

/* "*", or ":" and a number from 1 to 9999; nothing will do. */
static bool skip_modifier(const char **at, const char *end)
{
    if (*at < end && **at == '*') {
        (*at)++;
    } else if (*at < end && **at == ':') {
        (*at)++;
        size_t digits = ascii_digits(*at, (size_t)(end - *at));
        if (digits == 0 || digits > 4 || **at == '0')
            return false;
        *at += digits;
    }
    return true;
}

/* Behind '{'. */
static bool skip_expression(const char **at, const char *end)
{
    if (*at < end && ascii_is_in(**at, "+#./;?&=,!@|"))
        (*at)++;
    for (;;) {
        if (!skip_name(at, end) || !skip_modifier(at, end) || *at == end)
            return false;
        char c = *(*at)++;
        if (c != ',')
            return c == '}';
    }
}

static bool skip_literal(const char **at, const char *end)
{
    if (**at == '%')
        return skip_escape(at, end);
    size_t len = utf8_length(*at, (size_t)(end - *at));
    if (len == 0)
        return false;
    uint32_t point = utf8_decode(*at, &len);
    bool good = point < 0x80
                    ? point > ' ' && point < 0x7f &&
                          !ascii_is_in((char)point, "\"<>\\^`|}")
                    : format_is_ucschar(point) || format_is_private(point);
    *at += len;
    return good;
}

bool format_uri_template(const char *text, size_t len)
{
    const char *at = text, *end = text + len;
    while (at < end) {
        bool good;
        if (*at == '{') {
            at++;
            good = skip_expression(&at, end);
        } else {
            good = skip_literal(&at, end);
        }
        if (!good)
            return false;
    }
    return true;
}
