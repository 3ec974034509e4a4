#include "config.h"

#include "num.h"

#include <string.h>

bool num_parse_bytes(const char *text, size_t len, uint64_t min, uint64_t max,
                     uint64_t *value)
{
    if (len == 0 || (len > 1 && text[0] == '0'))
        return false;
    uint64_t sum = 0;
    for (size_t i = 0; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        uint64_t digit = (uint64_t)(text[i] - '0');
        if (sum > (UINT64_MAX - digit) / 10)
            return false;
        sum = sum * 10 + digit;
    }
    if (sum < min || sum > max)
        return false;
    *value = sum;
    return true;
}

bool num_parse(const char *text, uint64_t min, uint64_t max, uint64_t *value)
{
    return num_parse_bytes(text, strlen(text), min, max, value);
}

bool num_parse_decimal(const char *text, unsigned places, uint64_t max,
                       uint64_t *value)
{
    const char *point = strchr(text, '.');
    size_t whole = point != NULL ? (size_t)(point - text) : strlen(text);
    uint64_t sum = 0;
    if (!num_parse_bytes(text, whole, 0, max, &sum))
        return false;
    size_t behind = point != NULL ? strlen(point + 1) : 0;
    if (behind > places || (point != NULL && behind == 0))
        return false;
    for (unsigned i = 0; i < places; i++) {
        char c = i < behind ? point[1 + i] : '0';
        if (c < '0' || c > '9')
            return false;
        uint64_t digit = (uint64_t)(c - '0');
        if (sum > (UINT64_MAX - digit) / 10)
            return false;
        sum = sum * 10 + digit;
    }
    if (sum > max)
        return false;
    *value = sum;
    return true;
}

bool num_parse_range(const char *text, uint64_t max, uint64_t *first,
                     uint64_t *last)
{
    const char *dash = strchr(text, '-');
    if (dash == NULL)
        return false;
    return num_parse_bytes(text, (size_t)(dash - text), 1, max, first) &&
           num_parse(dash + 1, *first, max, last);
}
