/* How many threads to work with where nobody says. */
#ifndef CORES_H
#define CORES_H

/* The processors that are on, at least 1 and at most `most`, and no more than
 * there is room for where the address space is limited (ulimit -v). */
unsigned cores_count(unsigned most);

#endif
