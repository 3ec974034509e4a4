/* Numbers that were computed, in JSON. */
#ifndef NUMBER_H
#define NUMBER_H

#include <stddef.h>

#include "buf.h"

/* Appends a number with nine significant digits; what is not finite becomes
 * null. */
void number_add(struct buf *out, double number);

/* Appends it as a member of an object. */
void number_member(struct buf *out, const char *name, double number);

#endif
