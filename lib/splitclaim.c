#include "config.h"

#include "splitclaim.h"

#include <stdbool.h>
#include <string.h>

#include "num.h"
#include "seed.h"

/* Reads a string member without other escapes than \" and \\, which are all
 * that a seed is spelled with. */
static bool read_text(const struct json_member *m, struct buf *text)
{
    buf_clear(text);
    if (m == NULL || m->value_len < 2 || m->value[0] != '"')
        return false;
    const char *end = m->value + m->value_len - 1;
    for (const char *at = m->value + 1; at < end; at++) {
        if (*at == '\\') {
            at++;
            if (*at != '"' && *at != '\\')
                return false;
        }
        buf_putc(text, *at);
    }
    return true;
}

static bool read_number(const struct json_member *m, uint64_t *number)
{
    return m != NULL && num_parse_bytes(m->value, m->value_len, 1, UINT32_MAX,
                                        number);
}

static bool is_null(const struct json_member *m)
{
    return m->value_len == 4 && memcmp(m->value, "null", 4) == 0;
}

/* Reads the seed, or null for a rule that takes none. */
static bool read_seed(const struct json_member *m, struct splitclaim *c)
{
    c->rule.seed = NULL;
    if (m != NULL && is_null(m) && !splitrule_seeded(c->rule.kind))
        return true;
    if (!read_text(m, &c->seed) || !seed_valid(c->seed.data, c->seed.len))
        return false;
    c->rule.seed = buf_string(&c->seed);
    return true;
}

/* Reads the ratios; none for a rule that needs none. */
static bool read_ratios(const struct json_member *m, struct splitrule *rule)
{
    char text[4 * SPLITRULE_RATIOS];
    rule->count = 0;
    if (m == NULL || m->value_len < 2 || m->value_len > sizeof text ||
        m->value[0] != '[')
        return false;
    size_t len = m->value_len - 2;
    memcpy(text, m->value + 1, len);
    text[len] = '\0';
    if (len == 0)
        return rule->kind == SPLITRULE_SEQUENCE;
    return splitrule_parse_ratios(rule, text) == 0;
}

/* Reads a percentage that may be absent: then 0. */
static bool read_percent(const struct json_member *m, unsigned *percent)
{
    uint64_t number = 0;
    if (m != NULL && !num_parse_bytes(m->value, m->value_len, 1, 99, &number))
        return false;
    *percent = (unsigned)number;
    return true;
}

static bool read_by(const struct json_member *m, struct splitrule *rule)
{
    size_t len = 0;
    rule->by[0] = '\0';
    if (m == NULL)
        return true;
    const char *text = json_member_plain(m, &len);
    return text != NULL && splitrule_parse_by(rule, text, len) == 0;
}

static bool read_sequence(const struct json_member *m, struct splitrule *rule)
{
    char text[32];
    size_t len = 0;
    rule->size = rule->requests = 0;
    if (m == NULL)
        return true;
    const char *plain = json_member_plain(m, &len);
    if (plain == NULL || len >= sizeof text)
        return false;
    memcpy(text, plain, len);
    text[len] = '\0';
    return splitrule_parse_sequence(rule, text) == 0;
}

static bool read_rank(const struct json_member *m, uint64_t *rank)
{
    *rank = 0;
    return m != NULL && (is_null(m) || read_number(m, rank));
}

/* Reads the rule's name. Returns 0, or -1 with a reason. */
static int read_rule(struct splitclaim *c, struct buf *reason)
{
    const struct json_member *m = json_scan_find(&c->scan, "rule");
    size_t len = 0;
    const char *name = m != NULL ? json_member_plain(m, &len) : NULL;
    if (name == NULL) {
        buf_puts(reason, "the split names no rule");
        return -1;
    }
    c->rule.kind = splitrule_parse_name(name, len);
    if (c->rule.kind != SPLITRULE_KINDS)
        return 0;
    buf_puts(reason, "unknown split rule '");
    buf_add(reason, name, len < 64 ? len : 64);
    buf_puts(reason, "'");
    return -1;
}

/* Returns a static text that says what is wrong, or NULL. */
static const char *read_members(struct splitclaim *c)
{
    const struct json_scan *scan = &c->scan;
    struct splitrule *rule = &c->rule;
    if (!read_seed(json_scan_find(scan, "seed"), c))
        return "the split's seed is not 1 to 1024 bytes of printable text";
    if (!read_number(json_scan_find(scan, "n"), &rule->n))
        return "the split's n is not a whole number from 1 to 4294967295";
    if (!read_ratios(json_scan_find(scan, "ratios"), rule))
        return "the split's ratios are not ascending whole percentages from "
               "1 to 99";
    if (!read_percent(json_scan_find(scan, "holdout"), &rule->holdout))
        return "the split's holdout is not a whole percentage from 1 to 99";
    if (!read_percent(json_scan_find(scan, "tune"), &rule->tune))
        return "the split's tune is not a whole percentage from 1 to 99";
    if (!read_by(json_scan_find(scan, "by"), rule))
        return "the split's by is not the name of a fact";
    if (!read_sequence(json_scan_find(scan, "sequence"), rule))
        return "the split's sequence is not people and requests, such as 5x10";
    if (!read_rank(json_scan_find(scan, "rank"), &c->rank))
        return "the split's rank is not null or a whole number from 1 to "
               "4294967295";
    return NULL;
}

int splitclaim_read(struct splitclaim *c, const char *text, size_t len,
                    struct buf *reason)
{
    buf_clear(reason);
    if (json_scan_check(&c->scan, text, len) < 0 || !c->scan.is_object) {
        buf_puts(reason, "the split is not a JSON object");
        return -1;
    }
    if (read_rule(c, reason) < 0)
        return -1;
    const char *wrong = read_members(c);
    if (wrong != NULL) {
        buf_puts(reason, wrong);
        return -1;
    }
    if (splitrule_combine(&c->rule, reason) < 0)
        return -1;
    return splitrule_fit(&c->rule, reason);
}

void splitclaim_release(struct splitclaim *c)
{
    buf_release(&c->seed);
    json_scan_release(&c->scan);
}
