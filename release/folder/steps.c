#include "config.h"

#include "steps.h"

#include <string.h>

#include "file.h"
#include "json_scan.h"
#include "json_write.h"
#include "seed.h"
#include "shape.h"

#define LIMIT ((size_t)1 << 20) /* bytes in a file of steps */
#define MOST 256                /* steps, and options of one */
#define VERSION_LIMIT 96        /* bytes */

static const struct shape_member shape[] = {
    {"tool", SHAPE_ID},
    {"version", SHAPE_TEXT},
    {"options", SHAPE_ARRAY},
    {"templates", SHAPE_HEX | SHAPE_NULL},
    {NULL, 0},
};

static void begin_step(struct buf *out, const char *tool, const char *version)
{
    if (out->len > 0 && out->data[out->len - 1] == '}')
        buf_putc(out, ',');
    buf_putc(out, '{');
    json_write_member(out, "tool", tool);
    json_write_member(out, "version", version);
    json_write_name(out, "options");
    buf_putc(out, '[');
}

static void add_option(struct buf *out, const char *text)
{
    if (out->data[out->len - 1] != '[')
        buf_putc(out, ',');
    json_write_text(out, text);
}

static void add_number(struct buf *out, const char *option, uint64_t number)
{
    struct buf digits = BUF_EMPTY;
    buf_put_u64(&digits, number);
    add_option(out, option);
    add_option(out, buf_string(&digits));
    buf_release(&digits);
}

static void end_step(struct buf *out, const char *templates)
{
    buf_putc(out, ']');
    json_write_name(out, "templates");
    if (templates != NULL)
        json_write_text(out, templates);
    else
        buf_puts(out, "null");
    buf_putc(out, '}');
}

/* A seed is an option, too: none may be longer or hold anything else. */
static bool is_option(const cJSON *o)
{
    return cJSON_IsString(o) &&
           (o->valuestring[0] == '\0' ||
            seed_valid(o->valuestring, strlen(o->valuestring)));
}

/* As a program prints it. */
static bool is_version(const char *text)
{
    static const char may[] = "abcdefghijklmnopqrstuvwxyz0123456789"
                              "ABCDEFGHIJKLMNOPQRSTUVWXYZ.+~_-";
    size_t len = strspn(text, may);
    return len > 0 && len <= VERSION_LIMIT && text[len] == '\0' &&
           strchr(".+~_-", text[0]) == NULL;
}

/* Whether a step is as schema/manifest.json says: 0, or -1 (in `why`). */
static int check_step(const cJSON *s, struct buf *why)
{
    const cJSON *options = cJSON_GetObjectItemCaseSensitive(s, "options");
    if (shape_check(s, "a step", shape, why) < 0)
        return -1;
    if (!is_version(shape_text(s, "version"))) {
        buf_puts(why, "a step has a version that is none");
        return -1;
    }
    if (cJSON_GetArraySize(options) > MOST) {
        buf_printf(why, "a step has more than %d options", MOST);
        return -1;
    }
    for (const cJSON *o = options->child; o != NULL; o = o->next)
        if (!is_option(o)) {
            buf_puts(why, "a step has an option that is no text, is longer "
                          "than 1024 bytes, or holds control characters");
            return -1;
        }
    return 0;
}

/* Appends one step. Returns 0, or -1 (in `why`). */
static int write_step(const cJSON *s, struct buf *out, struct buf *why)
{
    const cJSON *o = cJSON_GetObjectItemCaseSensitive(s, "options");
    if (check_step(s, why) < 0)
        return -1;
    begin_step(out, shape_text(s, "tool"), shape_text(s, "version"));
    for (o = o->child; o != NULL; o = o->next)
        add_option(out, o->valuestring);
    end_step(out, shape_text(s, "templates"));
    return 0;
}

int steps_write(const cJSON *steps, struct buf *out, struct buf *why)
{
    if (!cJSON_IsArray(steps)) {
        buf_puts(why, "the steps are not an array");
        return -1;
    }
    if (cJSON_GetArraySize(steps) > MOST) {
        buf_printf(why, "there are more than %d steps", MOST);
        return -1;
    }
    buf_putc(out, '[');
    for (const cJSON *s = steps->child; s != NULL; s = s->next)
        if (write_step(s, out, why) < 0)
            return -1;
    buf_putc(out, ']');
    return 0;
}

static void derive_generated(const struct people *p, enum record_kind kind,
                             struct buf *out)
{
    if (p->kinds[kind] == 0)
        return;
    begin_step(out, p->tool, p->version);
    if (kind != RECORD_FICTITIOUS) {
        add_option(out, "--kind");
        add_option(out, record_kind_name(kind));
    }
    add_number(out, "-n", people_made(p, kind));
    add_option(out, "-s");
    add_option(out, p->seed);
    end_step(out, p->world);
}

/* How the rule of a split is used. */
static void derive_choice(const struct splitrule *rule, struct buf *out)
{
    struct buf text = BUF_EMPTY;
    if (rule->kind != SPLITRULE_RANK) {
        add_option(out, "-r");
        add_option(out, splitrule_name(rule->kind));
    }
    if (rule->count > 0) {
        splitrule_put_ratios(rule, &text);
        add_option(out, "-f");
        add_option(out, buf_string(&text));
    }
    if (rule->holdout != 0)
        add_number(out, "--holdout", rule->holdout);
    if (rule->tune != 0)
        add_number(out, "--tune", rule->tune);
    if (rule->by[0] != '\0') {
        add_option(out, "--by");
        add_option(out, rule->by);
    }
    if (rule->requests != 0) {
        buf_clear(&text);
        splitrule_put_sequence(rule, &text);
        add_option(out, "--sequence");
        add_option(out, buf_string(&text));
    }
    buf_release(&text);
}

static void derive_split(const struct people *p, struct buf *out)
{
    const struct splitrule *rule = &p->splits.rule;
    begin_step(out, "mksplit", PACKAGE_VERSION);
    add_number(out, "-n", rule->n);
    if (rule->seed != NULL) {
        add_option(out, "-s");
        add_option(out, rule->seed);
    }
    derive_choice(rule, out);
    if (p->kinds[RECORD_CELEBRITY] > 0)
        add_number(out, "--real", p->kinds[RECORD_CELEBRITY]);
    if (p->kinds[RECORD_STRANGER] > 0)
        add_number(out, "--strangers", p->kinds[RECORD_STRANGER]);
    end_step(out, NULL);
}

void steps_derive(const struct people *p, struct buf *out)
{
    uint64_t questions = 0;
    for (int s = 0; s < QUESTION_SETS; s++)
        questions += p->questions[s];
    buf_putc(out, '[');
    derive_generated(p, RECORD_FICTITIOUS, out);
    derive_generated(p, RECORD_STRANGER, out);
    if (questions > 0) {
        begin_step(out, "mkqa", PACKAGE_VERSION);
        if (p->questions[QUESTION_PROBE] > 0)
            add_option(out, "--probe");
        end_step(out, NULL);
    }
    if (splits_used(&p->splits))
        derive_split(p, out);
    buf_putc(out, ']');
}

void steps_split_again(const char *steps, const struct people *people,
                       struct buf *out)
{
    struct buf why = BUF_EMPTY;
    cJSON *array = cJSON_Parse(steps);
    buf_putc(out, '[');
    for (const cJSON *s = array->child; s != NULL; s = s->next)
        if (strcmp(shape_text(s, "tool"), "mksplit") == 0)
            derive_split(people, out);
        else
            write_step(s, out, &why);
    buf_putc(out, ']');
    cJSON_Delete(array);
    buf_release(&why);
}

/* Checks and appends the steps that `text` holds. */
static int parse(const struct buf *text, struct buf *out, struct buf *why)
{
    struct json_scan scan = {0};
    int rc = json_scan_check(&scan, text->data, text->len);
    if (rc < 0)
        buf_printf(why, "%s, at byte %zu", scan.reason, scan.column);
    json_scan_release(&scan);
    if (rc < 0)
        return -1;
    cJSON *steps = cJSON_ParseWithLength(text->data, text->len);
    rc = steps_write(steps, out, why);
    cJSON_Delete(steps);
    return rc;
}

enum exit_status steps_read(const char *path, struct buf *out)
{
    struct buf text = BUF_EMPTY, why = BUF_EMPTY;
    enum exit_status status = EXIT_OK;
    if (file_read(path, LIMIT, &text) < 0) {
        diag_errno("cannot read %s", path);
        status = EXIT_SYSTEM;
    } else if (parse(&text, out, &why) < 0) {
        diag_at((struct diag_place){path, 0, NULL}, "%s", buf_string(&why));
        status = EXIT_DATA;
    }
    buf_release(&text);
    buf_release(&why);
    return status;
}
