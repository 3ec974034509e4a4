#include "config.h"

#include "json_member.h"

#include <string.h>

#include "buf.h"
#include "json_escape.h"
#include "utf8.h"

/* The next byte of an unescaped name: its bytes in `bytes`, their number
 * returned; *at moves on. The name was checked. */
static size_t unescape(const char **at, const char *end, char bytes[4])
{
    static const char plain[] = "\"\\/bfnrt", meant[] = "\"\\/\b\f\n\r\t";
    if (**at != '\\') {
        bytes[0] = *(*at)++;
        return 1;
    }
    ++*at;
    if (**at == 'u') {
        size_t len;
        long point = json_escape_point(*at, end, &len);
        *at += len;
        return utf8_encode((uint32_t)point, bytes);
    }
    bytes[0] = meant[strchr(plain, **at) - plain];
    ++*at;
    return 1;
}

uint64_t json_member_hash(const char *name, size_t len)
{
    uint64_t hash = 0xcbf29ce484222325u;
    const char *end = name + len;
    while (name < end) {
        char bytes[4];
        if (*name != '\\') { /* nearly always */
            hash = (hash ^ (unsigned char)*name++) * 0x100000001b3u;
            continue;
        }
        size_t got = unescape(&name, end, bytes);
        for (size_t i = 0; i < got; i++)
            hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
    }
    return hash;
}

static void unescape_all(struct buf *out, const char *name, size_t len)
{
    const char *end = name + len;
    while (name < end) {
        char bytes[4];
        size_t got = unescape(&name, end, bytes);
        buf_add(out, bytes, got);
    }
}

/* Compares names of the same hash, which nearly always are the same. */
static int compare_names(const struct json_member *a,
                         const struct json_member *b)
{
    if (a->name_len == b->name_len &&
        memcmp(a->name, b->name, a->name_len) == 0)
        return 0;
    struct buf one = BUF_EMPTY, two = BUF_EMPTY;
    unescape_all(&one, a->name, a->name_len);
    unescape_all(&two, b->name, b->name_len);
    int order = one.len < two.len ? -1 : one.len > two.len;
    if (order == 0 && one.len > 0)
        order = memcmp(one.data, two.data, one.len);
    buf_release(&one);
    buf_release(&two);
    return order;
}

int json_member_order(const void *a, const void *b)
{
    const struct json_member *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return compare_names(x, y);
}

bool json_member_same(const struct json_member *a,
                      const struct json_member *b)
{
    return json_member_order(a, b) == 0;
}

bool json_member_is(const struct json_member *m, const char *text)
{
    size_t len;
    const char *plain = json_member_plain(m, &len);
    return plain != NULL && len == strlen(text) &&
           memcmp(plain, text, len) == 0;
}

const char *json_member_plain(const struct json_member *m, size_t *len)
{
    if (m->value_len < 2 || m->value[0] != '"' ||
        memchr(m->value, '\\', m->value_len) != NULL)
        return NULL;
    *len = m->value_len - 2;
    return m->value + 1;
}
