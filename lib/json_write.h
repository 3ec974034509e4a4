/* JSON appended to a buffer, compact, strings escaped as RFC 8785 section
 * 3.2.2.2 does: \b \t \n \f \r \" \\ by name, other controls as \u00xx in
 * lower case, everything else as it is. */
#ifndef JSON_WRITE_H
#define JSON_WRITE_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"

/* A string with its quotes; `text` must be UTF-8. */
void json_write_string(struct buf *b, const char *text, size_t len);
void json_write_text(struct buf *b, const char *text);

/* `"name":` with a comma before it unless an object has just been opened. */
void json_write_name(struct buf *b, const char *name);

/* A member whose value is a string or a whole number. */
void json_write_member(struct buf *b, const char *name, const char *text);
void json_write_member_u64(struct buf *b, const char *name, uint64_t number);

#endif
