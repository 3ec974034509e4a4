/* What one record's split says of itself, checked without any other record:
 * that it is well formed, and that its sets follow from what it states. The log
 * does not hold the split, so whoever holds a record can write another into it:
 * the split is proved only under a rule by which nobody else matters, and where
 * rule and seed are known from elsewhere. */
#ifndef MEMBER_H
#define MEMBER_H

#include "buf.h"
#include "json_scan.h"
#include "record.h"
#include "splitrule.h"

/* What is known of the split from elsewhere than the record. */
struct member_known {
    const char *seed;         /* borrowed; or NULL */
    enum splitrule_kind rule; /* or SPLITRULE_KINDS */
};

enum member {
    MEMBER_NONE,    /* the record has no split */
    MEMBER_STATED,  /* its sets follow from the rank that it states */
    MEMBER_FOLLOWS, /* they follow from the seed that it states, and the id */
    MEMBER_PROVED,  /* they follow from the seed that is known, and the id */
    MEMBER_WRONG,   /* they do not, or something else is known */
    MEMBER_FAILED,  /* the rule's lists could not be read (told) */
};

/* Checks the split of a record; why it is wrong is appended to `why`. */
enum member member_check(const struct json_scan *scan,
                         const struct record_head *head,
                         const struct member_known *known, struct buf *why);

#endif
