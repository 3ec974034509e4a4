#include "config.h"

#include "json_member.h"

#include <string.h>

#include "json_escape.h"
#include "utf8.h"

/* A name while it is read byte by byte. */
struct reading {
    const char *at, *end; /* what is left of it */
    char bytes[4];        /* what its last escape stands for */
    size_t used, got;     /* of these: handed out, there */
};

/* Reads the escape that comes next. */
static void unescape(struct reading *r)
{
    static const char plain[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    size_t len = 1;
    r->at++;
    r->used = 0;
    r->got = 1;
    if (*r->at == 'u') {
        long point = json_escape_point(r->at, r->end, &len);
        r->got = utf8_encode((uint32_t)point, r->bytes);
    } else {
        r->bytes[0] = meant[strchr(plain, *r->at) - plain];
    }
    r->at += len;
}

/* The next byte of the name, or -1 at its end. */
static int next_byte(struct reading *r)
{
    if (r->used == r->got) {
        if (r->at == r->end)
            return -1;
        if (*r->at != '\\')
            return (unsigned char)*r->at++;
        unescape(r);
    }
    return (unsigned char)r->bytes[r->used++];
}

static int compare_escaped(const struct json_member *a,
                           const struct json_member *b)
{
    struct reading x = {.at = a->name, .end = a->name + a->name_len};
    struct reading y = {.at = b->name, .end = b->name + b->name_len};
    int one, two;
    do {
        one = next_byte(&x);
        two = next_byte(&y);
    } while (one == two && one >= 0);
    return one - two;
}

int json_member_order(const void *a, const void *b)
{
    const struct json_member *x = a, *y = b;
    if (x->escaped || y->escaped)
        return compare_escaped(x, y);
    size_t len = x->name_len < y->name_len ? x->name_len : y->name_len;
    int order = memcmp(x->name, y->name, len);
    return order != 0 ? order
                      : (x->name_len > y->name_len) -
                            (x->name_len < y->name_len);
}

bool json_member_same(const struct json_member *a,
                      const struct json_member *b)
{
    if (a->escaped || b->escaped)
        return compare_escaped(a, b) == 0;
    return a->name_len == b->name_len &&
           memcmp(a->name, b->name, a->name_len) == 0;
}

bool json_member_is(const struct json_member *m, const char *text)
{
    size_t len = strlen(text);
    return m->value_len == len + 2 && m->value[0] == '"' &&
           memcmp(m->value + 1, text, len) == 0;
}

const char *json_member_plain(const struct json_member *m, size_t *len)
{
    if (m->value_len < 2 || m->value[0] != '"' ||
        memchr(m->value, '\\', m->value_len) != NULL)
        return NULL;
    *len = m->value_len - 2;
    return m->value + 1;
}
