#include "config.h"

#include "report/scores.h"

#include <stdlib.h>
#include <string.h>

#include "file.h"
#include "report/scores_fill.h"
#include "schema/checker.h"

const struct run *scores_run(const struct scores *s, enum run_role role)
{
    for (size_t i = 0; i < s->run_count; i++)
        if (s->runs[i].role == role)
            return &s->runs[i];
    return NULL;
}

static enum exit_status refuse(const char *path, const char *where,
                               const char *why)
{
    diag_at((struct diag_place){path, 0, NULL}, "%s%s%s", where,
            where[0] != '\0' ? ": " : "", why);
    return EXIT_DATA;
}

/* Tells the first thing that is wrong with the file. */
static enum exit_status tell(struct checker *c, const char *path,
                             enum checker_verdict verdict)
{
    struct report report = {0};
    enum exit_status status = EXIT_DATA;
    if (verdict == CHECKER_NO_JSON)
        return refuse(path, "is not JSON", c->scan.reason);
    if (verdict == CHECKER_NO_END)
        return refuse(path, "", checker_reason(c));
    checker_report(c, &report);
    for (size_t i = 0; i < report.errors.count && i < REPORT_MOST; i++)
        if (!report.errors.list[i].hidden) {
            status = refuse(path, report.errors.list[i].instance.text,
                            report.errors.list[i].text.text);
            break;
        }
    report_release(&report);
    return status;
}

static enum exit_status read_text(struct scores *s, const struct schema *schema,
                                  const struct buf *file)
{
    struct checker c;
    enum exit_status status = EXIT_OK;
    checker_init(&c, schema);
    enum checker_verdict verdict = checker_check(&c, file->data, file->len);
    if (verdict == CHECKER_VALID)
        scores_fill(s, &c.tape, file->len);
    else
        status = tell(&c, s->path, verdict);
    checker_release(&c);
    return status;
}

enum exit_status scores_read(struct scores *s, const char *path,
                             const struct schema *schema)
{
    struct buf file = BUF_EMPTY;
    *s = (struct scores){.path = path};
    int rc = file_read_named(path, SCORES_LIMIT, &file);
    enum exit_status status = EXIT_SYSTEM;
    if (rc < 0)
        diag_errno("cannot read %s", path);
    else if (file.len == 0)
        status = refuse(path, "", "is empty");
    else
        status = read_text(s, schema, &file);
    buf_release(&file);
    return status;
}

static void release_run(struct run *r)
{
    free(r->replies);
    free(r->cells);
    free(r->parts);
    free(r->signals);
    free(r->measures);
    free(r->absent);
    free(r->utility);
}

void scores_release(struct scores *s)
{
    for (size_t i = 0; i < s->run_count; i++)
        release_run(&s->runs[i]);
    free(s->runs);
    free(s->differences);
    free(s->store);
    *s = (struct scores){0};
}
