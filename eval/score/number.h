/* Numbers of a scores file. */
#ifndef SCORE_NUMBER_H
#define SCORE_NUMBER_H

#include <stddef.h>

#include "buf.h"

/* Appends a number with nine significant digits; NAN becomes null. */
void number_add(struct buf *out, double number);

/* Appends it as a member of an object. */
void number_member(struct buf *out, const char *name, double number);

#endif
