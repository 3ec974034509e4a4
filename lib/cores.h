/* How many threads to work with where nobody says. */
#ifndef CORES_H
#define CORES_H

/* The processors that are on, at least 1 and at most `most`. */
unsigned cores_count(unsigned most);

#endif
