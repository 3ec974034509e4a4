#include "config.h"

#include "number.h"

#include <math.h>

#include "json_write.h"

void number_add(struct buf *out, double number)
{
    if (!isfinite(number))
        buf_puts(out, "null");
    else
        buf_printf(out, "%.9g", number == 0 ? 0 : number);
}

void number_member(struct buf *out, const char *name, double number)
{
    json_write_name(out, name);
    number_add(out, number);
}
