#include "config.h"

#include "lint/finding.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_write.h"

#define WITNESS_LIMIT 1024 /* bytes */

/* The rule, or NULL if it is not enabled. */
static struct rule *wanted(const struct findings *f, const char *code)
{
    struct rule *rule = rules_find(f->rules, code, strlen(code));
    return rule != NULL && rule->enabled ? rule : NULL;
}

bool findings_wants(const struct findings *f, const char *code)
{
    return wanted(f, code) != NULL;
}

uint64_t findings_budget(const struct findings *f, const char *code)
{
    const struct rule *rule = rules_find(f->rules, code, strlen(code));
    return rule != NULL ? rule->budget : RULES_UNLIMITED;
}

static void write_out(struct findings *f, const struct buf *text)
{
    if (!f->broken && out_write(f->out, text->data, text->len) < 0)
        f->broken = true;
}

/* A copy of a name or text that may stand in a line. */
static char *tamed(const char *text)
{
    char *copy = xstrndup(text, strlen(text));
    diag_tame(copy);
    return copy;
}

static void put_tamed(struct buf *b, const char *text)
{
    char *copy = tamed(text);
    buf_puts(b, copy);
    free(copy);
}

/* "FILE:LINE: id: " as far as there is any of it. */
static void put_place(struct buf *b, struct diag_place place)
{
    if (place.file != NULL) {
        put_tamed(b, place.file);
        if (place.line > 0)
            buf_printf(b, ":%" PRIu64, place.line);
        buf_puts(b, ": ");
    }
    if (place.id != NULL) {
        put_tamed(b, place.id);
        buf_puts(b, ": ");
    }
}

static void json_text(struct buf *b, const char *name, const char *text)
{
    if (text == NULL)
        return;
    char *copy = tamed(text);
    json_write_member(b, name, copy);
    free(copy);
}

static void json_place(struct buf *b, struct diag_place place)
{
    json_text(b, "file", place.file);
    if (place.line > 0)
        json_write_member_u64(b, "line", place.line);
    json_text(b, "id", place.id);
}

static void put_line(struct buf *b, const struct rule *rule,
                     struct diag_place place, const struct diag_place *other,
                     const char *witness)
{
    put_place(b, place);
    buf_printf(b, "%s: %s", rule->code, rule->sentence);
    if (witness[0] != '\0') {
        buf_puts(b, ": ");
        put_tamed(b, witness);
    }
    if (other != NULL) {
        buf_puts(b, " (");
        put_place(b, *other);
        b->len -= 2; /* ": " */
        buf_putc(b, ')');
    }
    buf_putc(b, '\n');
}

static void put_object(struct buf *b, const struct rule *rule,
                       struct diag_place place, const struct diag_place *other,
                       const char *witness)
{
    buf_putc(b, '{');
    json_write_member(b, "rule", rule->code);
    json_write_member(b, "severity", rules_severity(rule->severity));
    json_place(b, place);
    json_write_member(b, "sentence", rule->sentence);
    json_text(b, "witness", witness);
    if (other != NULL) {
        json_write_name(b, "other");
        buf_putc(b, '{');
        json_place(b, *other);
        buf_putc(b, '}');
    }
    buf_puts(b, "}\n");
}

/* Counts a finding and, if it is among the first of its rule, tells it. */
static void add(struct findings *f, const char *code, struct diag_place place,
                const struct diag_place *other, const char *witness)
{
    struct rule *rule = wanted(f, code);
    if (rule == NULL) {
        if (rules_find(f->rules, code, strlen(code)) == NULL && !f->broken) {
            diag("rules.tsv lacks the rule '%s'", code);
            f->broken = true;
        }
        return;
    }
    if (rule->severity == SEVERITY_ERROR)
        f->errors++;
    else
        f->warnings++;
    if (rule->found++ >= f->limit && f->limit > 0)
        return;
    buf_clear(&f->text);
    if (f->json)
        put_object(&f->text, rule, place, other, witness);
    else
        put_line(&f->text, rule, place, other, witness);
    write_out(f, &f->text);
}

void findings_add(struct findings *f, const char *code,
                  struct diag_place place, const char *format, ...)
{
    char witness[WITNESS_LIMIT];
    va_list args;
    va_start(args, format);
    vsnprintf(witness, sizeof witness, format, args);
    va_end(args);
    add(f, code, place, NULL, witness);
}

void findings_add_pair(struct findings *f, const char *code,
                       struct diag_place place, struct diag_place other,
                       const char *format, ...)
{
    char witness[WITNESS_LIMIT];
    va_list args;
    va_start(args, format);
    vsnprintf(witness, sizeof witness, format, args);
    va_end(args);
    add(f, code, place, &other, witness);
}

/* A number of hundredths, without zeros behind it. */
static void put_hundredths(struct buf *b, uint64_t number)
{
    buf_put_u64(b, number / 100);
    if (number % 100 != 0)
        buf_printf(b, number % 10 != 0 ? ".%02u" : ".%u",
                   (unsigned)(number % 10 != 0 ? number % 100
                                               : number % 100 / 10));
}

void findings_figure(struct findings *f, const char *code, const char *of,
                     uint64_t hundredths)
{
    const struct rule *rule = wanted(f, code);
    if (rule == NULL)
        return;
    struct buf *b = &f->figures;
    if (!f->json) {
        buf_printf(b, "%s: ", code);
        put_tamed(b, of);
        buf_puts(b, ": ");
        put_hundredths(b, hundredths);
        if (rule->unit[0] != '\0')
            buf_printf(b, " %s", rule->unit);
        buf_putc(b, '\n');
        return;
    }
    if (b->len > 0)
        buf_putc(b, ',');
    buf_putc(b, '{');
    json_write_member(b, "rule", code);
    json_text(b, "of", of);
    json_write_name(b, "value");
    put_hundredths(b, hundredths);
    if (rule->unit[0] != '\0')
        json_write_member(b, "unit", rule->unit);
    buf_putc(b, '}');
}

void findings_skip(struct findings *f, const char *code, const char *why)
{
    struct rule *rule = wanted(f, code);
    if (rule != NULL && rule->skipped == NULL)
        rule->skipped = tamed(why);
}

void findings_leave(struct findings *f, const char *code, const char *why)
{
    struct rule *rule = wanted(f, code);
    findings_skip(f, code, why);
    if (rule != NULL)
        rule->enabled = false;
}

/* "CODE: and N more", and "CODE: not looked at: why". */
static void put_rest(const struct findings *f, struct buf *b, bool brief)
{
    for (size_t i = 0; i < f->rules->count; i++) {
        const struct rule *rule = &f->rules->list[i];
        if (f->limit > 0 && rule->found > f->limit)
            buf_printf(b, "%s: and %" PRIu64 " more\n", rule->code,
                       rule->found - f->limit);
    }
    for (size_t i = 0; i < f->rules->count && !brief; i++) {
        const struct rule *rule = &f->rules->list[i];
        if (rule->skipped != NULL)
            buf_printf(b, "%s: not looked at: %s\n", rule->code,
                       rule->skipped);
    }
}

static void put_sums(const struct findings *f, struct buf *b)
{
    buf_printf(b, "%" PRIu64 " %s, %" PRIu64 " %s, %" PRIu64 " %s\n",
               f->people, f->people == 1 ? "person" : "people", f->errors,
               f->errors == 1 ? "error" : "errors", f->warnings,
               f->warnings == 1 ? "warning" : "warnings");
}

/* The summary as an object: sums, findings a rule, figures, rules left out. */
static void put_summary(const struct findings *f, struct buf *b)
{
    buf_puts(b, "{\"summary\":{");
    json_write_member_u64(b, "people", f->people);
    json_write_member_u64(b, "errors", f->errors);
    json_write_member_u64(b, "warnings", f->warnings);
    buf_puts(b, ",\"found\":{");
    for (size_t i = 0; i < f->rules->count; i++)
        if (f->rules->list[i].found > 0)
            json_write_member_u64(b, f->rules->list[i].code,
                                  f->rules->list[i].found);
    buf_puts(b, "},\"skipped\":{");
    for (size_t i = 0; i < f->rules->count; i++)
        if (f->rules->list[i].skipped != NULL)
            json_write_member(b, f->rules->list[i].code,
                              f->rules->list[i].skipped);
    buf_puts(b, "},\"figures\":[");
    buf_add(b, f->figures.data, f->figures.len);
    buf_puts(b, "]}}\n");
}

void findings_cut(struct findings *f)
{
    struct buf text = BUF_EMPTY;
    if (!f->json)
        put_rest(f, &text, true);
    write_out(f, &text);
    buf_release(&text);
}

void findings_end(struct findings *f, bool brief)
{
    struct buf text = BUF_EMPTY;
    if (f->json) {
        put_summary(f, &text);
    } else {
        put_rest(f, &text, brief);
        if (!brief) {
            buf_add(&text, f->figures.data, f->figures.len);
            put_sums(f, &text);
        }
    }
    write_out(f, &text);
    buf_release(&text);
}

enum exit_status findings_status(const struct findings *f)
{
    if (f->broken)
        return EXIT_SYSTEM;
    return f->errors > 0 ? EXIT_DATA : EXIT_OK;
}

void findings_release(struct findings *f)
{
    buf_release(&f->figures);
    buf_release(&f->text);
}
