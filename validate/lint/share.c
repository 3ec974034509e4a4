#include "config.h"

#include "lint/share.h"

#define Z_SQUARED 6.6349 /* of a normal distribution: 99 % lie within z */

void share_add(struct share *s, uint64_t ties)
{
    s->parts += ties == 0 ? 0 : SHARE_WHOLE / ties;
    s->of++;
}

uint64_t share_points(const struct share *s)
{
    uint64_t whole = s->of * SHARE_WHOLE;
    return s->of == 0 ? 0 : (s->parts * 10000 + whole / 2) / whole;
}

/* The interval's lower end is above b where (p - b)^2 n > z^2 b (1 - b). */
bool share_exceeds(const struct share *s, uint64_t budget)
{
    if (s->of == 0 || budget >= 10000)
        return false;
    double n = (double)s->of, b = (double)budget / 10000;
    double p = (double)s->parts / (n * SHARE_WHOLE);
    return p > b && (p - b) * (p - b) * n > Z_SQUARED * b * (1 - b);
}
