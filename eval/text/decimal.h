/* Scores as text. */
#ifndef DECIMAL_H
#define DECIMAL_H

#include "buf.h"

/* Appends a number from 0 up to 17 significant digits, rounded to the nearest,
 * as printf's %.17g does in the C locale: any double comes back from that. NAN
 * becomes null. */
void decimal_add(struct buf *out, double number);

#endif
