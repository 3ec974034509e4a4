/* schema_suite [--format] REMOTES FILE...: runs files of the official
 * JSON-Schema-Test-Suite, each an array of groups: a schema, and tests of data
 * that are valid by it or not. REMOTES stands for http://localhost:1234/. Of
 * each file prints "NAME PASSED OF", and before it the cases that failed. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"
#include "file.h"
#include "json_scan.h"
#include "schema/checker.h"

struct suite {
    const char *remotes;
    bool formats;
    unsigned passed, of; /* cases of the file under work */
};

static struct value member(struct value v, const char *name)
{
    struct value found = {v.tape, 0};
    value_member(v, name, strlen(name), &found);
    return found;
}

static void tell(struct value group, struct value test, const char *what)
{
    size_t one, two;
    const char *first = value_raw(member(group, "description"), &one);
    const char *second = value_raw(member(test, "description"), &two);
    printf("# %.*s: %.*s: %s\n", (int)one, first, (int)two, second, what);
}

/* Runs one case; `c` is NULL if its schema was refused, for that reason. */
static void run_test(struct suite *s, struct checker *c, struct value group,
                     struct value test, const char *why)
{
    size_t len;
    const char *data = value_text(member(test, "data"), &len);
    bool wanted = value_kind(member(test, "valid")) == JSON_TRUE;
    s->of++;
    if (c == NULL) {
        tell(group, test, why);
        return;
    }
    enum checker_verdict got = checker_check(c, data, len);
    if (got == (wanted ? CHECKER_VALID : CHECKER_INVALID))
        s->passed++;
    else
        tell(group, test, got == CHECKER_NO_END ? checker_reason(c)
                          : wanted ? "should be valid" : "should not be valid");
    if (got == CHECKER_INVALID) { /* both passes must agree */
        struct report r = {0};
        checker_report(c, &r);
        if (r.errors.count == 0)
            tell(group, test, "the report is empty");
        report_release(&r);
    }
}

static void run_group(struct suite *s, struct value group)
{
    struct schema schema;
    struct checker c;
    struct buf why = BUF_EMPTY;
    size_t len;
    const char *text = value_text(member(group, "schema"), &len);
    struct value tests = member(group, "tests"), test = tests;
    schema_init(&schema);
    schema_map(&schema, "http://localhost:1234/", s->remotes);
    int rc = schema_compile_text(&schema, "test:/schema", text, len,
                                 s->formats, &why);
    if (rc == 0)
        checker_init(&c, &schema);
    test.node++;
    for (size_t i = 0; i < tests.tape->nodes[tests.node].size; i++) {
        run_test(s, rc == 0 ? &c : NULL, group, test, buf_string(&why));
        test.node += test.tape->nodes[test.node].skip;
    }
    if (rc == 0)
        checker_release(&c);
    schema_release(&schema);
    buf_release(&why);
}

static int run_file(struct suite *s, const char *path)
{
    struct buf text = BUF_EMPTY;
    struct json_tape tape = {0};
    struct json_scan scan = {.tape = &tape};
    const char *name = strrchr(path, '/');
    int rc = file_read(path, (size_t)1 << 26, &text);
    if (rc == 0)
        rc = json_scan_check(&scan, text.data, text.len);
    s->passed = s->of = 0;
    struct value group = {&tape, 1};
    for (size_t i = 0; rc == 0 && i < tape.nodes[0].size; i++) {
        run_group(s, group);
        group.node += tape.nodes[group.node].skip;
    }
    printf("%s %u %u\n", name != NULL ? name + 1 : path, s->passed, s->of);
    json_scan_release(&scan);
    json_tape_release(&tape);
    buf_release(&text);
    return rc;
}

int main(int argc, char **argv)
{
    struct suite s = {0};
    int first = 1, status = EXIT_OK;
    diag_init(argv[0]);
    if (argc > 1 && strcmp(argv[1], "--format") == 0) {
        s.formats = true;
        first++;
    }
    if (argc <= first)
        return EXIT_USAGE;
    s.remotes = argv[first];
    for (int i = first + 1; i < argc; i++)
        if (run_file(&s, argv[i]) < 0) {
            diag("cannot read %s", argv[i]);
            status = EXIT_SYSTEM;
        }
    return status;
}
