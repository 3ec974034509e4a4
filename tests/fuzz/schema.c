/* The first line is a schema, the others are texts. What the quick run says of a
 * text the run with a report says, too; what is reported has places that are
 * pointers; and the negation of the schema says the opposite. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "schema/checker.h"
#include "schema/pointer.h"
#include "target.h"

static void check_units(const struct report_units *units)
{
    for (size_t i = 0; i < units->count && i < REPORT_MOST; i++) {
        const struct report_unit *u = &units->list[i];
        if (!pointer_valid(u->keyword.text, u->keyword.len) ||
            !pointer_valid(u->instance.text, u->instance.len) ||
            u->text.len == 0)
            abort();
    }
}

static void check_text(struct checker *c, struct checker *opposite,
                       const char *text, size_t len)
{
    struct report report = {.noting = true};
    enum checker_verdict verdict = checker_check(c, text, len);
    if (verdict == CHECKER_VALID || verdict == CHECKER_INVALID) {
        checker_report(c, &report);
        if ((verdict == CHECKER_INVALID || c->machine.fault == MACHINE_FINE) &&
            (report.errors.count > 0) != (verdict == CHECKER_INVALID))
            abort();
        check_units(&report.errors);
        check_units(&report.notes);
        if (opposite != NULL) {
            enum checker_verdict other = checker_check(opposite, text, len);
            if (other != CHECKER_NO_END && other == verdict)
                abort();
        }
    }
    report_release(&report);
}

/* Compiles `text` between `before` and `after`. Returns 0 or -1. */
static int compile_as(struct schema *s, const char *before, const char *text,
                      size_t len, const char *after)
{
    struct buf whole = BUF_EMPTY, why = BUF_EMPTY;
    schema_init(s);
    buf_puts(&whole, before);
    buf_add(&whole, text, len);
    buf_puts(&whole, after);
    int rc = schema_compile_text(s, "test:/schema", buf_string(&whole),
                                 whole.len, true, &why);
    if (rc < 0 && why.len == 0)
        abort();
    buf_release(&whole);
    buf_release(&why);
    return rc;
}

static void run(const char *schema, size_t len, const char *texts,
                const char *end)
{
    struct schema plain, negated;
    struct checker c, opposite;
    int rc = compile_as(&plain, "", schema, len, "");
    int negation = compile_as(&negated, "{\"not\":", schema, len, "}");
    if (rc == 0)
        checker_init(&c, &plain);
    if (negation == 0)
        checker_init(&opposite, &negated);
    while (rc == 0 && texts < end) {
        const char *stop = memchr(texts, '\n', (size_t)(end - texts));
        if (stop == NULL)
            stop = end;
        check_text(&c, negation == 0 ? &opposite : NULL, texts,
                   (size_t)(stop - texts));
        texts = stop + 1;
    }
    if (rc == 0)
        checker_release(&c);
    if (negation == 0)
        checker_release(&opposite);
    schema_release(&plain);
    schema_release(&negated);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *text = (const char *)data, *end = text + size;
    const char *stop = size > 0 ? memchr(text, '\n', size) : NULL;
    if (stop != NULL)
        run(text, (size_t)(stop - text), stop + 1, end);
    return 0;
}
