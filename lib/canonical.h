/* The one spelling of a record, beyond being JSON: no blanks outside strings,
 * whole numbers within +-2^53 and without a minus zero, no control characters,
 * strings escaped as RFC 8785 does, which leaves \" and \\ as the only
 * escapes. Text in normal form C is not checked here. */
#ifndef CANONICAL_H
#define CANONICAL_H

#include <stddef.h>

#define CANONICAL_MAX ((1LL << 53)) /* of a number, either sign */

/* Checks a text that json_scan_check() accepted. Returns NULL, or a static
 * text that says what is wrong, with its byte, from 1, in *column. */
const char *canonical_check(const char *text, size_t len, size_t *column);

#endif
