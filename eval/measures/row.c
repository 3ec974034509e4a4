#include "config.h"

#include "measures/row.h"

#include <math.h>

#include "json_write.h"
#include "number.h"

static void open_row(struct buf *out, const char *name)
{
    buf_puts(out, out->len > 0 ? ",\n{" : "\n{");
    json_write_member(out, "name", name);
}

void row_measure(const struct rows *rows, const char *name, struct text set,
                 double value, size_t n)
{
    struct buf *out = rows->measures;
    open_row(out, name);
    json_write_name(out, "set");
    if (set.text == NULL)
        buf_puts(out, "null");
    else
        json_write_string(out, set.text, set.len);
    number_member(out, "value", value);
    json_write_member_u64(out, "n", n);
    number_member(out, "low", NAN);
    number_member(out, "high", NAN);
    buf_putc(out, '}');
}

void row_absent(const struct rows *rows, const char *name, const char *needs)
{
    open_row(rows->absent, name);
    json_write_member(rows->absent, "needs", needs);
    buf_putc(rows->absent, '}');
}
