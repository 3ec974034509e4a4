/* The shape of a person record, checked by hand: members, order and types of
 * the record and all in it, and the forms of the facts. What facts and
 * questions say of one another is not looked at here. */
#ifndef RECORD_CHECK_H
#define RECORD_CHECK_H

#include <cjson/cJSON.h>

#include "buf.h"
#include "record.h"

#define RECORD_CHECK_IMAGES 64      /* of a person, at most */
#define RECORD_CHECK_FACTS 256      /* of a celebrity, at most */
#define RECORD_CHECK_NAME 256       /* bytes of a name or of a fact's text */
#define RECORD_CHECK_BIOGRAPHY 16384 /* bytes */

/* Checks a record of the given kind. Returns 0, or -1 with the first thing
 * wrong appended to `why`. */
int record_check(const cJSON *person, enum record_kind kind, struct buf *why);

#endif
