/* The direction of a label of a domain name: the bidi rule of RFC 5893, section
 * 2. A domain that has a label from right to left is right only if each of its
 * labels keeps the rule. */
#ifndef SCHEMA_BIDI_H
#define SCHEMA_BIDI_H

#include <stddef.h>

enum bidi {
    BIDI_LEFT,  /* keeps the rule as a label from left to right */
    BIDI_RIGHT, /* keeps it as one from right to left */
    BIDI_OTHER, /* keeps it as neither, but has no letter from right to left */
    BIDI_WRONG, /* has one */
};

/* Of `len` bytes of UTF-8, not none. */
enum bidi bidi_label(const char *label, size_t len);

#endif
