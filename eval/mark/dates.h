/* Dates as they are written, of years 1000 to 2999:
 *
 *   11 July 1951   11th of July, 1951   11-Jul-1951
 *   July 11, 1951  July the 11th 1951   1951 July 11
 *   1951-07-11     1951/7/11            1951.07.11
 *   11/07/1951     11.7.1951            11-07-1951
 *
 * Of the last kind either number may be the day: where both could be the month
 * and they differ, it is two dates. */
#ifndef DATES_H
#define DATES_H

#include "mark/lexer.h"

struct date {
    unsigned year, month, day;
};

/* The dates that begin `at` lexemes ahead. Returns how many lexemes they take,
 * or 0 if there is none; then *count is 1, or 2 where it can be either. */
unsigned dates_read(struct lexer *l, unsigned at, struct date dates[2],
                    unsigned *count);

#endif
