/* The formats of JSON Schema 2020-12, each checked as its RFC says: RFC 3339
 * (dates, times, durations), 5321 and 6531 (mail), 1123 and 5890 to 5893
 * (hosts), 2673 and 4291 (addresses), 3986 and 3987 (URIs, IRIs), 4122, 6570,
 * 6901, and ECMA-262 (to PATTERN_LONGEST bytes). */
#ifndef SCHEMA_FORMAT_H
#define SCHEMA_FORMAT_H

#include <stdbool.h>
#include <stddef.h>

/* The number of the format of that name, or -1 if there is none. */
int format_find(const char *name, size_t len);

/* Its name; NULL if there is no such number. They count from 0. */
const char *format_name(int format);

/* True if `len` bytes of valid UTF-8 have the format. The time it takes is in
 * proportion to `len`. */
bool format_check(int format, const char *text, size_t len);

#endif
