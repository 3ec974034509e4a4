/* What one record's split says of itself, checked without any other record:
 * that it is well formed, and that its sets follow from what it states. Under
 * a rule by which nobody else matters, that is all there is to check. */
#ifndef MEMBER_H
#define MEMBER_H

#include "buf.h"
#include "json_scan.h"
#include "record.h"

enum member {
    MEMBER_NONE,   /* the record has no split */
    MEMBER_STATED, /* its sets follow from the rank that it states */
    MEMBER_PROVED, /* they follow from seed, id and ratios */
    MEMBER_WRONG,  /* they do not */
    MEMBER_FAILED, /* the rule's lists could not be read (told) */
};

/* Checks the split of a record; why it is wrong is appended to `why`. */
enum member member_check(const struct json_scan *scan,
                         const struct record_head *head, struct buf *why);

#endif
