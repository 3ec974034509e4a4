#include "config.h"

#include "report/format.h"

#include <stdio.h>
#include <string.h>

#define MINUS "\xe2\x88\x92"

void format_percent(struct buf *out, struct number n)
{
    if (n.text == NULL) {
        buf_puts(out, FORMAT_NONE);
        return;
    }
    char digits[32];
    snprintf(digits, sizeof digits, "%.1f", 100 * n.value);
    if (digits[0] == '-')
        buf_puts(out, strcmp(digits, "-0.0") == 0 ? "" : MINUS);
    buf_puts(out, digits[0] == '-' ? digits + 1 : digits);
}

void format_interval(struct buf *out, struct number low, struct number high)
{
    if (low.text == NULL || high.text == NULL)
        return;
    format_percent(out, low);
    buf_puts(out, " to ");
    format_percent(out, high);
}

void format_points(struct buf *out, double value)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%.1f", 100 * value);
    if (strcmp(digits, "0.0") == 0 || strcmp(digits, "-0.0") == 0)
        buf_puts(out, "0.0");
    else if (digits[0] == '-')
        buf_printf(out, MINUS "%s", digits + 1);
    else
        buf_printf(out, "+%s", digits);
}

void format_count(struct buf *out, struct number n)
{
    char digits[32];
    if (n.text == NULL) {
        buf_puts(out, FORMAT_NONE);
        return;
    }
    int len = snprintf(digits, sizeof digits, "%.0f", n.value);
    for (int i = 0; i < len; i++) {
        if (i > 0 && (len - i) % 3 == 0 && digits[i - 1] != '-')
            buf_putc(out, ',');
        buf_putc(out, digits[i]);
    }
}

void format_value(struct buf *out, struct number n, bool share)
{
    if (n.text == NULL || share)
        format_percent(out, n);
    else
        buf_printf(out, "%.4g", n.value);
}

void format_p(struct buf *out, struct number n)
{
    if (n.text == NULL)
        buf_puts(out, FORMAT_NONE);
    else if (n.value < 0.001)
        buf_puts(out, "< 0.001");
    else
        buf_printf(out, "%.3f", n.value);
}
