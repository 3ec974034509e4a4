/* The forget lists that MLLMU-Bench published, of its people 001 to 500, for
 * the rule legacy/mllmu: templates/splits/mllmu/forget_05.txt and so on, a
 * number of three digits a line, ascending. They were drawn without a seed, so
 * that the lists are all there is of that split; what they hold is compared
 * with the digests that are part of the rule: SHA-256 of the numbers joined by
 * commas. */
#ifndef MLLMU_H
#define MLLMU_H

#include <stddef.h>
#include <stdint.h>

#define MLLMU_PEOPLE 500
#define MLLMU_LONGEST 75 /* numbers in a list, at most */

/* Reads the list of 5, 10 or 15 per cent: *count numbers. Returns 0, or -1
 * (told) if it cannot be read or is another one. */
int mllmu_read(unsigned percent, uint16_t numbers[MLLMU_LONGEST],
               size_t *count);

#endif
