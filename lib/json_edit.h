/* A member added to a JSON object, or taken out of it, in its text: all other
 * bytes are kept as they are. */
#ifndef JSON_EDIT_H
#define JSON_EDIT_H

#include <stddef.h>

#include "buf.h"
#include "json_member.h"
#include "json_scan.h"

/* Appends `text` (one object of `len` bytes that was checked) to `out` with
 * the member `"name":value` added behind its last one. */
void json_insert(struct buf *out, const char *text, size_t len,
                 const char *name, const char *value, size_t value_len);

/* The same with several members, `"name":value` and a comma between them. */
void json_insert_members(struct buf *out, const char *text, size_t len,
                         const char *members, size_t members_len);

/* Appends the text to `out` without the member `m` and its comma; `m` is of
 * `s`, the scan of the text. */
void json_cut(struct buf *out, const struct json_scan *s, const char *text,
              size_t len, const struct json_member *m);

/* The bytes that json_cut() leaves out: from *from up to *to. */
void json_cut_find(const struct json_scan *s, const struct json_member *m,
                   const char **from, const char **to);

#endif
