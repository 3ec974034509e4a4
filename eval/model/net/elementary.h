/* exp, log and what is made of them, the same bits everywhere: polynomials, for
 * what libm computes is another number in each of its versions. Within two units
 * in the last place of float32. (The double build, a test, takes libm's.) */
#ifndef NET_ELEMENTARY_H
#define NET_ELEMENTARY_H

#include "net/real.h"

/* a * b + c, rounded once. */
real real_fused(real a, real b, real c);

/* 0 below -80; for more than 88 that of 88. */
real real_exp(real x);

/* Of a number above 0, and not subnormal. */
real real_log(real x);

/* 1 / (1 + exp(-x)), and its logarithm, which is right for any x. */
real real_sigmoid(real x);
real real_log_sigmoid(real x);

#endif
