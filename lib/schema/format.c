#include "config.h"

#include "schema/format.h"

#include <string.h>

#include "schema/ascii.h"
#include "schema/format_parts.h"
#include "schema/pattern.h"
#include "schema/pointer.h"

enum format {
    DATE_TIME,
    DATE,
    TIME,
    DURATION,
    EMAIL,
    IDN_EMAIL,
    HOSTNAME,
    IDN_HOSTNAME,
    IPV4,
    IPV6,
    URI,
    URI_REFERENCE,
    IRI,
    IRI_REFERENCE,
    UUID,
    URI_TEMPLATE,
    JSON_POINTER,
    RELATIVE_JSON_POINTER,
    REGEX,
    FORMATS
};

static const char *const names[FORMATS] = {
    [DATE_TIME] = "date-time",
    [DATE] = "date",
    [TIME] = "time",
    [DURATION] = "duration",
    [EMAIL] = "email",
    [IDN_EMAIL] = "idn-email",
    [HOSTNAME] = "hostname",
    [IDN_HOSTNAME] = "idn-hostname",
    [IPV4] = "ipv4",
    [IPV6] = "ipv6",
    [URI] = "uri",
    [URI_REFERENCE] = "uri-reference",
    [IRI] = "iri",
    [IRI_REFERENCE] = "iri-reference",
    [UUID] = "uuid",
    [URI_TEMPLATE] = "uri-template",
    [JSON_POINTER] = "json-pointer",
    [RELATIVE_JSON_POINTER] = "relative-json-pointer",
    [REGEX] = "regex",
};

int format_find(const char *name, size_t len)
{
    for (int i = 0; i < FORMATS; i++)
        if (strlen(names[i]) == len && memcmp(names[i], name, len) == 0)
            return i;
    return -1;
}

const char *format_name(int format)
{
    return format >= 0 && format < FORMATS ? names[format] : NULL;
}

bool format_uuid(const char *text, size_t len)
{
    if (len != 36)
        return false;
    for (size_t i = 0; i < len; i++) {
        bool dash = i == 8 || i == 13 || i == 18 || i == 23;
        if (dash ? text[i] != '-' : ascii_hex(text[i]) < 0)
            return false;
    }
    return true;
}

/* Digits, with no 0 before others: how many, or 0. */
static size_t integer_length(const char *text, size_t len)
{
    size_t digits = ascii_digits(text, len);
    return digits > 1 && text[0] == '0' ? 0 : digits;
}

/* Levels up, elements on or back, and what is there, or its name. */
bool format_relative_pointer(const char *text, size_t len)
{
    size_t at = integer_length(text, len);
    if (at == 0)
        return false;
    if (at < len && ascii_is_in(text[at], "+-")) {
        size_t digits = integer_length(text + at + 1, len - at - 1);
        if (digits == 0)
            return false;
        at += 1 + digits;
    }
    if (at + 1 == len && text[at] == '#')
        return true;
    return pointer_valid(text + at, len - at);
}

bool format_check(int format, const char *text, size_t len)
{
    switch ((enum format)format) {
    case DATE_TIME:
        return format_date_time(text, len);
    case DATE:
        return format_date(text, len);
    case TIME:
        return format_time(text, len);
    case DURATION:
        return format_duration(text, len);
    case EMAIL:
        return format_email(text, len);
    case IDN_EMAIL:
        return format_idn_email(text, len);
    case HOSTNAME:
        return format_hostname(text, len);
    case IDN_HOSTNAME:
        return format_idn_hostname(text, len);
    case IPV4:
        return format_ipv4(text, len);
    case IPV6:
        return format_ipv6(text, len);
    case URI:
        return format_uri(text, len);
    case URI_REFERENCE:
        return format_uri_reference(text, len);
    case IRI:
        return format_iri(text, len);
    case IRI_REFERENCE:
        return format_iri_reference(text, len);
    case UUID:
        return format_uuid(text, len);
    case URI_TEMPLATE:
        return format_uri_template(text, len);
    case JSON_POINTER:
        return pointer_valid(text, len);
    case RELATIVE_JSON_POINTER:
        return format_relative_pointer(text, len);
    case REGEX:
        return pattern_valid(text, len);
    case FORMATS:
        break;
    }
    return true;
}
