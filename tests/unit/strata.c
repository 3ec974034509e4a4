#include "config.h"

#include "strata.h"

#include <stdio.h>
#include <string.h>

#include "buf.h"
#include "tap.h"

/* The stratum of a person with these facts, by `field`. */
static long stratum(struct strata *s, const char *facts, const char *field)
{
    struct buf line = BUF_EMPTY;
    struct json_scan scan = {0}, scratch = {0};
    buf_printf(&line, "{\"id\":\"x\",\"facts\":%s}", facts);
    long number = STRATA_ABSENT - 100;
    if (json_scan_check(&scan, line.data, line.len) == 0)
        number = strata_of(s, &scratch, &scan, field);
    json_scan_release(&scan);
    json_scan_release(&scratch);
    buf_release(&line);
    return number;
}

static void values(void)
{
    struct strata s = {0};
    tap_ok(stratum(&s, "{\"a\":\"x\",\"b\":1}", "a") == 0, "a first value");
    tap_ok(stratum(&s, "{\"a\":\"y\"}", "a") == 1, "a second");
    tap_ok(stratum(&s, "{\"a\":\"x\"}", "a") == 0, "the first again");
    tap_ok(stratum(&s, "{\"a\":170}", "a") == 2, "a whole number");
    tap_ok(stratum(&s, "{\"a\":-3}", "a") == 3, "one below 0");
    tap_ok(stratum(&s, "{\"a\":\"170\"}", "a") == 4,
           "a string of digits is another value");
    static const char *const none[] = {
        "{\"b\":1}", "{}",           "[]",         "7",           "null",
        "{\"a\":[]}", "{\"a\":null}", "{\"a\":1.5}", "{\"a\":1e3}",
        "{\"a\":true}", "{\"a\":{\"a\":1}}"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        tap_ok(stratum(&s, none[i], "a") == STRATA_ABSENT,
               "%s has no value to stratify by", none[i]);
    tap_ok(s.count == 5, "these are no strata");
    strata_release(&s);
}

static void many(void)
{
    struct strata s = {0};
    char text[32];
    long wrong = 0;
    for (int round = 0; round < 2; round++)
        for (long i = 0; i < STRATA_LIMIT; i++) {
            int len = snprintf(text, sizeof text, "%ld", i * 7);
            wrong += strata_number(&s, text, (size_t)len) != i;
        }
    tap_ok(wrong == 0, "65536 values have 65536 numbers");
    tap_ok(strata_number(&s, "another", 7) == STRATA_FULL,
           "one more is one too many");
    strata_release(&s);
}

int main(void)
{
    values();
    many();
    return tap_done();
}
