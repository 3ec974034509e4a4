#include "config.h"

#include "schema/count.h"

#include <stdio.h>
#include <stdlib.h>

#include "schema/decimal.h"

uint32_t count_read(struct value v)
{
    char text[16];
    size_t len;
    if (value_kind(v) != JSON_NUMBER)
        return 0;
    const char *number = value_raw(v, &len);
    int most = snprintf(text, sizeof text, "%u", (unsigned)COUNT_MOST);
    if (decimal_compare(number, len, text, (size_t)most) >= 0)
        return COUNT_MOST;
    if (decimal_compare(number, len, "1", 1) < 0)
        return 0;
    uint32_t low = 1, high = COUNT_MOST; /* low <= number < high */
    while (high - low > 1) {
        uint32_t middle = low + (high - low) / 2;
        int size = snprintf(text, sizeof text, "%u", (unsigned)middle);
        if (decimal_compare(number, len, text, (size_t)size) >= 0)
            low = middle;
        else
            high = middle;
    }
    return low;
}
