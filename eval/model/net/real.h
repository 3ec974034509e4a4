/* The number that the model computes with: float32. The test of gradients
 * compiles the room a second time with double, where finite differences mean
 * something: that is why there is a type and not the word float, and only the
 * clear kernels (plain.c) are there for it. */
#ifndef NET_REAL_H
#define NET_REAL_H

#ifdef REAL_DOUBLE
typedef double real;
#else
typedef float real;
#endif

#endif
