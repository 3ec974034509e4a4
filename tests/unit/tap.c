#include "config.h"

#include "tap.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static unsigned count, failed;

bool tap_ok(bool passed, const char *format, ...)
{
    va_list args;
    count++;
    failed += !passed;
    printf("%s %u - ", passed ? "ok" : "not ok", count);
    va_start(args, format);
    vprintf(format, args);
    va_end(args);
    putchar('\n');
    return passed;
}

bool tap_same(const char *got, size_t len, const char *wanted,
              const char *name)
{
    bool same = len == strlen(wanted) && memcmp(got, wanted, len) == 0;
    tap_ok(same, "%s", name);
    if (!same)
        printf("# got    %.*s\n# wanted %s\n", (int)len, got, wanted);
    return same;
}

int tap_done(void)
{
    printf("1..%u\n", count);
    return failed > 0;
}
