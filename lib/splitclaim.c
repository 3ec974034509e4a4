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

static bool read_ratios(const struct json_member *m, struct splitrule *rule)
{
    char text[4 * SPLITRULE_RATIOS];
    if (m == NULL || m->value_len < 3 || m->value_len > sizeof text ||
        m->value[0] != '[')
        return false;
    size_t len = m->value_len - 2;
    memcpy(text, m->value + 1, len);
    text[len] = '\0';
    return splitrule_parse_ratios(rule, text) == 0;
}

static bool read_rank(const struct json_member *m, uint64_t *rank)
{
    *rank = 0;
    if (m != NULL && m->value_len == 4 && memcmp(m->value, "null", 4) == 0)
        return true;
    return read_number(m, rank);
}

/* Reads the rule's name. Returns 0, or -1 with a reason. */
static int read_rule(const struct json_scan *scan, struct buf *reason)
{
    const struct json_member *m = json_scan_find(scan, "rule");
    size_t len = 0;
    const char *name = m != NULL ? json_member_plain(m, &len) : NULL;
    if (name == NULL) {
        buf_puts(reason, "the split names no rule");
        return -1;
    }
    if (json_member_is(m, SPLITRULE_NAME))
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
    if (!read_text(json_scan_find(scan, "seed"), &c->seed) ||
        !seed_valid(c->seed.data, c->seed.len))
        return "the split's seed is not 1 to 1024 bytes of printable text";
    c->rule.seed = buf_string(&c->seed);
    if (!read_number(json_scan_find(scan, "n"), &c->rule.n))
        return "the split's n is not a whole number from 1 to 4294967295";
    if (!read_ratios(json_scan_find(scan, "ratios"), &c->rule))
        return "the split's ratios are not ascending whole percentages from "
               "1 to 99";
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
    if (read_rule(&c->scan, reason) < 0)
        return -1;
    const char *wrong = read_members(c);
    if (wrong == NULL)
        return 0;
    buf_puts(reason, wrong);
    return -1;
}

const char *splitclaim_difference(const struct splitrule *a,
                                  const struct splitrule *b)
{
    if (strcmp(a->seed, b->seed) != 0)
        return "seed";
    if (a->n != b->n)
        return "n";
    if (a->count != b->count ||
        memcmp(a->ratios, b->ratios, a->count * sizeof a->ratios[0]) != 0)
        return "ratios";
    return NULL;
}

void splitclaim_release(struct splitclaim *c)
{
    buf_release(&c->seed);
    json_scan_release(&c->scan);
}
