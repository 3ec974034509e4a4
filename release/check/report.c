#include "config.h"

#include "report.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "json_write.h"
#include "record.h"

static const char *verdict(bool failed)
{
    return failed ? "fail" : "pass";
}

/* True if another version of Palimpsest says it made the release. */
static bool other_suite(const struct checking *c)
{
    return c->has_own && !manifest_is_ours(&c->own);
}

static const char *authentic_verdict(const struct checking *c)
{
    if (c->findings.failed[FINDINGS_AUTHENTIC])
        return "fail";
    return c->signature == SIGNATURE_AUTHENTIC ? "pass" : "not claimed";
}

static const char *splits_verdict(const struct checking *c)
{
    if (c->people.splits.with == 0 && !c->findings.failed[FINDINGS_SPLITS])
        return "not claimed";
    return verdict(c->findings.failed[FINDINGS_SPLITS]);
}

/* Schemas of another version are not made again, so that it is not claimed that
 * all files were: whoever lies about the version loses by it. */
static const char *files_verdict(const struct checking *c)
{
    if (c->findings.failed[FINDINGS_FILES] || c->findings.broken)
        return "fail";
    return other_suite(c) ? "not claimed" : "pass";
}

/* A rung that is only reached where somebody checked it. */
static const char *shown(bool failed, bool passed)
{
    return failed ? "fail" : passed ? "pass" : "not claimed";
}

/* The rungs in order, and what is known of each. */
static void rungs(const struct checking *c, const char *names[7],
                  const char *values[7])
{
    static const char *const all[7] = {
        "intact", "authentic", "splits re-derived", "files re-derived",
        "records regenerated", "seed not chosen by the publisher",
        "commitment dated by a third party"};
    for (int i = 0; i < 7; i++) {
        names[i] = all[i];
        values[i] = "not claimed";
    }
    values[0] = verdict(c->findings.failed[FINDINGS_INTACT]);
    values[1] = authentic_verdict(c);
    values[2] = splits_verdict(c);
    values[3] = files_verdict(c);
    values[5] = shown(c->findings.failed[FINDINGS_SEED] || c->seeding.late,
                      seeding_shows_seed(&c->seeding));
    values[6] = shown(c->findings.failed[FINDINGS_DATED],
                      seeding_shows_date(&c->seeding));
}

/* Why one rung is not claimed, where that can be said in a word. */
static void put_reason(const struct checking *c, int rung, struct buf *out)
{
    if (rung == 1)
        buf_printf(out, " (%s)", signature_name(c->signature));
    else if (rung == 3)
        buf_printf(out, " (schemas are of palimpsest %s)", c->own.suite);
    else if (rung == 4)
        buf_puts(out, " (see recipes/rebuild)");
}

void report_ladder(const struct checking *c, struct buf *out)
{
    const char *names[7], *values[7];
    rungs(c, names, values);
    for (int i = 0; i < 7; i++) {
        buf_printf(out, "%s%s %s", i > 0 ? ", " : "", names[i], values[i]);
        if (strcmp(values[i], "not claimed") == 0)
            put_reason(c, i, out);
    }
    buf_putc(out, '\n');
}

static void summarise_split(const struct splits *s, struct buf *out)
{
    if (!splits_used(s)) {
        buf_puts(out, "split      none\n");
        return;
    }
    buf_printf(out, "split      %s", splitrule_name(s->rule.kind));
    if (s->seed != NULL)
        buf_printf(out, ", seed '%s'", s->seed);
    if (s->rule.by[0] != '\0')
        buf_printf(out, ", by %s", s->rule.by);
    buf_puts(out, "\nsets       ");
    for (size_t i = 0; i < s->sets.count; i++)
        buf_printf(out, "%s%s %" PRIu64, i > 0 ? ", " : "",
                   s->sets.list[i].name, s->sets.list[i].count);
    buf_putc(out, '\n');
}

/* Where the seed of the split is from. False if that is not to be told. */
static bool describe_origin(const struct checking *c, struct buf *out)
{
    const struct seeding *s = &c->seeding;
    if (c->people.splits.seed == NULL || c->findings.broken ||
        c->findings.failed[FINDINGS_SEED])
        return false;
    seeding_describe(s, out);
    if (s->committed && !s->has_signature &&
        c->signature != SIGNATURE_UNSIGNED)
        buf_puts(out, ", commitment not signed");
    return true;
}

static void summarise_release(const struct checking *c, struct buf *out)
{
    const struct people *p = &c->people;
    struct buf origin = BUF_EMPTY;
    buf_printf(out, "release    %s, %s@%s\nmade by    palimpsest %s",
               c->folder, c->own.edition.name, c->own.edition.version,
               c->own.suite);
    if (other_suite(c))
        buf_puts(out, ", this is " PACKAGE_VERSION ": schemas not re-derived");
    buf_printf(out, "\nsignature  %s\npeople     ",
               signature_name(c->signature));
    for (int k = 0; k <= RECORD_STRANGER; k++)
        buf_printf(out, "%s%" PRIu64 " %s", k > 0 ? ", " : "", p->kinds[k],
                   record_kind_name((enum record_kind)k));
    if (p->removed > 0)
        buf_printf(out, "; %" PRIu64 " removed", p->removed);
    buf_puts(out, "\nquestions  ");
    for (int s = 0; s < QUESTION_SETS; s++)
        buf_printf(out, "%s%" PRIu64 " %s", s > 0 ? ", " : "",
                   p->questions[s], question_set_name((enum question_set)s));
    buf_printf(out, "\nimages     %" PRIu64 "\nfiles      %zu, %" PRIu64
                    " bytes\n",
               p->images, c->tree.paths.count, c->bytes);
    summarise_split(&p->splits, out);
    if (describe_origin(c, &origin))
        buf_printf(out, "origin     %s\n", buf_string(&origin));
    buf_release(&origin);
}

void report_summary(const struct checking *c, struct buf *out)
{
    if (c->findings.count == 0)
        summarise_release(c, out);
    if (c->since.verdict != SINCE_NOT_ASKED)
        since_summary(&c->since, out);
}

static void write_text_or_null(struct buf *out, const char *name,
                               const char *text)
{
    json_write_name(out, name);
    if (text != NULL)
        json_write_text(out, text);
    else
        buf_puts(out, "null");
}

static void write_origin(const struct checking *c, struct buf *out)
{
    struct buf text = BUF_EMPTY;
    bool told = describe_origin(c, &text);
    write_text_or_null(out, "origin", told ? buf_string(&text) : NULL);
    buf_release(&text);
}

static void write_failure(const struct finding *f, struct buf *out)
{
    buf_putc(out, '{');
    write_text_or_null(out, "file", f->file);
    json_write_name(out, "line");
    if (f->line > 0)
        buf_put_u64(out, f->line);
    else
        buf_puts(out, "null");
    write_text_or_null(out, "id", f->id);
    json_write_member(out, "rule", f->rule);
    json_write_member(out, "what", f->what);
    write_text_or_null(out, "expected", f->expected);
    write_text_or_null(out, "found", f->found);
    buf_putc(out, '}');
}

void report_json(const struct checking *c, struct buf *out)
{
    const char *names[7], *values[7];
    const struct findings *f = &c->findings;
    size_t kept = f->count < FINDINGS_CAP ? f->count : FINDINGS_CAP;
    rungs(c, names, values);
    buf_putc(out, '{');
    char *folder = xstrndup(c->folder, strlen(c->folder));
    diag_tame(folder);
    json_write_member(out, "release", folder);
    free(folder);
    json_write_member(out, "verdict", verdict(f->count > 0));
    write_text_or_null(out, "made_by", c->has_own ? c->own.suite : NULL);
    json_write_member(out, "checked_by", PACKAGE_VERSION);
    json_write_member(out, "signature", signature_name(c->signature));
    json_write_name(out, "rungs");
    buf_putc(out, '{');
    for (int i = 0; i < 7; i++)
        json_write_member(out, names[i], values[i]);
    buf_putc(out, '}');
    write_origin(c, out);
    json_write_member_u64(out, "count", f->count);
    json_write_name(out, "failures");
    buf_putc(out, '[');
    for (size_t i = 0; i < kept; i++) {
        if (i > 0)
            buf_putc(out, ',');
        write_failure(&f->kept[i], out);
    }
    buf_puts(out, "],\"since\":");
    if (c->since.verdict == SINCE_NOT_ASKED) {
        buf_puts(out, "null");
        return;
    }
    buf_putc(out, '{');
    since_write(&c->since, out);
    json_write_name(out, "list");
    buf_putc(out, '[');
}

void report_json_end(const struct checking *c, struct buf *out)
{
    buf_puts(out, c->since.verdict == SINCE_NOT_ASKED ? "}\n" : "]}}\n");
}
