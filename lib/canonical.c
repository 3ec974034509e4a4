#include "config.h"

#include "canonical.h"

#include <stdbool.h>
#include <stdint.h>

#include "num.h"

/* Bytes in a string that are looked at. */
static const bool special[256] = {
    ['"'] = true, ['\\'] = true, [0x7f] = true, [0xc2] = true};

/* Walks over the string whose opening quote is at *at. */
static const char *check_string(const char **at)
{
    for (const char *p = *at + 1;; p++) {
        while (!special[(unsigned char)*p])
            p++;
        unsigned char c = (unsigned char)*p;
        *at = p;
        if (c == '"') {
            *at = p + 1;
            return NULL;
        }
        if (c == '\\') {
            p++;
            if (*p != '"' && *p != '\\')
                return "a needless escape or a control character";
        } else if (c == 0x7f || (unsigned char)p[1] < 0xa0) {
            return "a control character";
        }
    }
}

static const char *check_number(const char **at, const char *end)
{
    const char *p = *at;
    bool negative = *p == '-';
    if (negative)
        p++;
    const char *digits = p;
    while (p < end && *p >= '0' && *p <= '9')
        p++;
    if (p < end && (*p == '.' || *p == 'e' || *p == 'E'))
        return "a number that is not spelled as a whole number";
    uint64_t value;
    if (!num_parse_bytes(digits, (size_t)(p - digits), 0, CANONICAL_MAX,
                         &value))
        return "a number beyond 2^53";
    if (negative && value == 0)
        return "a minus zero";
    *at = p;
    return NULL;
}

const char *canonical_check(const char *text, size_t len, size_t *column)
{
    const char *at = text, *end = text + len, *reason = NULL;
    while (at < end && reason == NULL) {
        char c = *at;
        if (c == '"')
            reason = check_string(&at);
        else if (c == '-' || (c >= '0' && c <= '9'))
            reason = check_number(&at, end);
        else if (c == ' ' || c == '\t' || c == '\r' || c == '\n')
            reason = "blanks outside a string";
        else
            at++;
    }
    *column = (size_t)(at - text) + 1;
    return reason;
}
