#include "config.h"

#include "schema/bound.h"

#include "schema/decimal.h"

bool bound_small(const char *text, size_t len, int64_t *value)
{
    int64_t number = 0;
    size_t at = len > 0 && text[0] == '-';
    if (len - at > 17)
        return false;
    for (size_t i = at; i < len; i++) {
        if (text[i] < '0' || text[i] > '9')
            return false;
        number = 10 * number + (text[i] - '0');
    }
    *value = at > 0 ? -number : number;
    return true;
}

int bound_compare(const char *text, size_t len, const struct bound *b)
{
    int64_t value;
    if (b->small && bound_small(text, len, &value))
        return (value > b->value) - (value < b->value);
    return decimal_compare(text, len, b->text, b->len);
}

int bound_divides(const char *text, size_t len, const struct bound *b)
{
    int64_t value;
    if (b->small && b->value != 0 && bound_small(text, len, &value))
        return value % b->value == 0;
    return decimal_multiple_of(text, len, b->text, b->len);
}
