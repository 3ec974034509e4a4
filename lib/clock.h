/* Time as it passes, for limits and progress; never for anything that is
 * written. */
#ifndef CLOCK_H
#define CLOCK_H

#include <stdint.h>

/* Milliseconds of a clock that is never set. */
int64_t clock_now_ms(void);

/* Sleeps so long, whatever signals come; not at all for less than 1. */
void clock_sleep_ms(int64_t ms);

#endif
