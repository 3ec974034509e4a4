#include "config.h"

#include "json_scan.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_scan_parts.h"
#include "json_tape.h"

/* Objects of at most this many members are compared name by name as they
 * come; larger ones are sorted at their end. */
#define FEW 32

static int check_value(struct json_scan *s);

/* By the first byte of a value, less one; that of a number is any other. */
static const unsigned char kinds[256] = {
    ['n'] = JSON_NULL + 1,   ['f'] = JSON_FALSE + 1, ['t'] = JSON_TRUE + 1,
    ['"'] = JSON_STRING + 1, ['['] = JSON_ARRAY + 1, ['{'] = JSON_OBJECT + 1,
};

static enum json_kind kind_of(char first)
{
    unsigned known = kinds[(unsigned char)first];
    return known > 0 ? known - 1 : JSON_NUMBER;
}

/* Adds the scalar walked over since `begin` to the index, if there is one. */
static void add_scalar(struct json_scan *s, enum json_kind kind,
                       const char *begin)
{
    if (s->tape == NULL)
        return;
    size_t at = (size_t)(begin - s->start), len = (size_t)(s->at - begin);
    bool string = kind == JSON_STRING;
    *json_tape_add(s->tape) = (struct json_node){
        .at = (uint32_t)at + string,
        .skip = 1,
        .kind = kind & 7u,
        .escaped = string && s->escaped,
        .size = (len - 2u * string) & (JSON_TAPE_TEXT - 1),
    };
}

static bool is_blank(unsigned char c)
{
    return c <= ' ' && (c == ' ' || c == '\t' || c == '\r' || c == '\n');
}

/* Skips blanks. Returns the byte that comes then, NUL at the end. */
static char next_byte(struct json_scan *s)
{
    while (s->at < s->end && is_blank((unsigned char)*s->at))
        s->at++;
    return s->at < s->end ? *s->at : '\0';
}

/* True if a large object, its members from `base` on, holds a name twice. */
static bool large_has_twins(const struct json_scan *s, size_t base)
{
    size_t count = s->count - base;
    struct json_member *sorted = xmalloc(count, sizeof *sorted);
    memcpy(sorted, s->members + base, count * sizeof *sorted);
    qsort(sorted, count, sizeof *sorted, json_member_order);
    bool twins = false;
    for (size_t i = 1; i < count && !twins; i++)
        twins = json_member_same(&sorted[i - 1], &sorted[i]);
    free(sorted);
    return twins;
}

/* json_member_same(), called only where the lengths leave it open. */
static bool is_named(const struct json_member *m,
                     const struct json_member *wanted)
{
    return (m->name_len == wanted->name_len || m->escaped ||
            wanted->escaped) &&
           json_member_same(m, wanted);
}

/* A bit for a name, by its length and ends: of two names with different bits
 * neither is the other. One with an escape has all bits. */
static uint64_t bit_of(const struct json_member *m)
{
    uint32_t first = (unsigned char)m->name[0]; /* or a quote, of an empty */
    uint32_t last = (unsigned char)m->name[(ptrdiff_t)m->name_len - 1];
    uint32_t mixed = (first | last << 8 | (uint32_t)m->name_len << 16) *
                     0x9e3779b1u;
    return m->escaped ? UINT64_MAX : (uint64_t)1 << (mixed >> 26);
}

/* True if the member behind the last one was named so from `base` on before,
 * of which `bits` are the bits; of a large object that is not looked at. */
static bool comes_again(const struct json_scan *s, size_t base, uint64_t bits)
{
    const struct json_member *m = &s->members[s->count];
    if ((bits & bit_of(m)) == 0 || s->count - base >= FEW)
        return false;
    for (size_t i = base; i < s->count; i++)
        if (is_named(&s->members[i], m))
            return true;
    return false;
}

/* Reads a name into the member behind the last one. */
static int check_name(struct json_scan *s)
{
    if (s->count == s->cap) {
        s->cap = s->cap == 0 ? 64 : 2 * s->cap;
        s->members = xrealloc(s->members, s->cap, sizeof *s->members);
    }
    struct json_member *m = &s->members[s->count];
    if (next_byte(s) != '"')
        return json_scan_refuse(
            s, "an object's member does not start with a name");
    m->name = s->at + 1;
    if (json_scan_string(s) < 0)
        return -1;
    add_scalar(s, JSON_STRING, m->name - 1);
    m->name_len = (size_t)(s->at - 1 - m->name);
    m->escaped = s->escaped;
    return 0;
}

/* `bits` are those of the names before, to which that of this one is added. */
static int check_member(struct json_scan *s, size_t base, uint64_t *bits)
{
    if (check_name(s) < 0)
        return -1;
    if (next_byte(s) != ':')
        return json_scan_refuse(
            s, "a member's name is not followed by a colon");
    s->at++;
    next_byte(s);
    if (comes_again(s, base, *bits))
        return json_scan_refuse(s, "an object has a member twice");
    *bits |= bit_of(&s->members[s->count]);
    size_t mine = s->count++;
    const char *value = s->at;
    if (check_value(s) < 0)
        return -1;
    s->members[mine].value = value;
    s->members[mine].value_len = (size_t)(s->at - value);
    return 0;
}

static int check_object(struct json_scan *s)
{
    size_t base = s->count;
    uint64_t bits = 0;
    s->at++;
    char c = next_byte(s);
    while (c != '}') {
        if (check_member(s, base, &bits) < 0)
            return -1;
        c = next_byte(s);
        if (c != ',' && c != '}')
            return json_scan_refuse(s, "an object lacks a comma or its end");
        s->at += c == ',';
    }
    s->at++;
    if (s->count - base > FEW && large_has_twins(s, base))
        return json_scan_refuse(s, "an object has a member twice");
    s->inside = s->count - base;
    if (base != 0)
        s->count = base;
    return 0;
}

static int check_array(struct json_scan *s)
{
    size_t count = 0;
    s->at++;
    char c = next_byte(s);
    while (c != ']') {
        next_byte(s);
        if (check_value(s) < 0)
            return -1;
        count++;
        c = next_byte(s);
        if (c != ',' && c != ']')
            return json_scan_refuse(s, "an array lacks a comma or its end");
        s->at += c == ',';
    }
    s->at++;
    s->inside = count;
    return 0;
}

static int check_word(struct json_scan *s, const char *word)
{
    size_t len = strlen(word);
    if ((size_t)(s->end - s->at) < len || memcmp(s->at, word, len) != 0)
        return json_scan_refuse(s, "no JSON value");
    s->at += len;
    return 0;
}

static int check_nested(struct json_scan *s, enum json_kind kind)
{
    struct json_tape *tape = s->tape;
    if (s->depth == JSON_DEPTH)
        return json_scan_refuse(s,
                                "arrays and objects nest deeper than 1000");
    s->depth++;
    size_t node = 0;
    if (tape != NULL) {
        node = tape->count;
        *json_tape_add(tape) = (struct json_node){
            .at = (uint32_t)(s->at - s->start), .kind = kind & 7u};
    }
    int rc = kind == JSON_OBJECT ? check_object(s) : check_array(s);
    if (tape != NULL) {
        tape->nodes[node].skip = (uint32_t)(tape->count - node);
        tape->nodes[node].size = s->inside & (JSON_TAPE_TEXT - 1);
    }
    s->depth--;
    return rc;
}

static int check_scalar(struct json_scan *s, enum json_kind kind)
{
    switch (kind) {
    case JSON_STRING:
        return json_scan_string(s);
    case JSON_TRUE:
        return check_word(s, "true");
    case JSON_FALSE:
        return check_word(s, "false");
    case JSON_NULL:
        return check_word(s, "null");
    default:
        return json_scan_number(s);
    }
}

static int check_value(struct json_scan *s)
{
    if (s->at == s->end)
        return json_scan_refuse(s, "a value is missing");
    if (++s->values > s->most && s->most > 0)
        return json_scan_refuse(s, "more values than are let in");
    const char *begin = s->at;
    enum json_kind kind = kind_of(*begin);
    if (kind >= JSON_ARRAY)
        return check_nested(s, kind);
    if (check_scalar(s, kind) < 0)
        return -1;
    add_scalar(s, kind, begin);
    return 0;
}

int json_scan_check(struct json_scan *s, const char *text, size_t len)
{
    s->start = s->at = text;
    s->end = text + len;
    s->count = 0;
    s->values = 0;
    s->depth = 0;
    s->is_object = false;
    if (s->tape != NULL) {
        s->tape->text = text;
        s->tape->count = 0;
        if (len >= JSON_TAPE_TEXT)
            return json_scan_refuse(s, "a text of 256 MiB or more");
    }
    if (len >= 3 && memcmp(text, "\xef\xbb\xbf", 3) == 0)
        return json_scan_refuse(s, "a byte order mark");
    next_byte(s);
    bool object = s->at < s->end && *s->at == '{';
    if (check_value(s) < 0)
        return -1;
    if (!object)
        s->count = 0;
    next_byte(s);
    if (s->at != s->end)
        return json_scan_refuse(s, "more text behind the value");
    s->is_object = object;
    return 0;
}

const struct json_member *json_scan_find(const struct json_scan *s,
                                         const char *name)
{
    struct json_member wanted = {.name = name, .name_len = strlen(name)};
    for (size_t i = 0; i < s->count; i++)
        if (is_named(&s->members[i], &wanted))
            return &s->members[i];
    return NULL;
}

void json_scan_release(struct json_scan *s)
{
    free(s->members);
    *s = (struct json_scan){0};
}
