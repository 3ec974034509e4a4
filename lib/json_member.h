/* One member of a JSON object, as it stands in a text that was checked: all
 * pointers are into that text. Names are the same if they are so once their
 * escapes are read. */
#ifndef JSON_MEMBER_H
#define JSON_MEMBER_H

#include <stdbool.h>
#include <stddef.h>

struct json_member {
    const char *name; /* between its quotes, escapes as they stand */
    size_t name_len;
    const char *value; /* first byte of the value */
    size_t value_len;
    bool escaped; /* the name holds an escape */
};

/* True if both have the same name. */
bool json_member_same(const struct json_member *a,
                      const struct json_member *b);

/* Orders members by name, for qsort(). */
int json_member_order(const void *a, const void *b);

/* True if the value is the string `text`, which needs no escapes, written
 * without any. */
bool json_member_is(const struct json_member *m, const char *text);

/* The content of a string member whose text has no escapes: its first byte
 * and, in *len, its length; NULL if it is no such string. */
const char *json_member_plain(const struct json_member *m, size_t *len);

#endif
