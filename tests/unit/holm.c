/* Holm's correction: values by hand. */
#include "config.h"

#include "score/holm.h"

#include <math.h>

#include "tap.h"

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-15;
}

int main(void)
{
    static const double p[] = {0.04, 0.01, 0.03, 0.5};
    static const double same[] = {0.02, 0.02, 0.02};
    double q[4];
    holm(p, 4, q);
    tap_ok(near(q[1], 0.04), "the smallest of four is multiplied by four");
    tap_ok(near(q[2], 0.09), "the next by three");
    tap_ok(near(q[0], 0.09), "and none becomes smaller than the one before");
    tap_ok(near(q[3], 0.5), "the largest stays");
    holm(same, 3, q);
    tap_ok(near(q[0], 0.06) && near(q[1], 0.06) && near(q[2], 0.06),
           "equal ones stay equal");
    holm((const double[]){0.7, 0.6}, 2, q);
    tap_ok(near(q[0], 1) && near(q[1], 1), "none is above 1");
    holm(NULL, 0, NULL);
    tap_ok(true, "of none there is nothing to correct");
    return tap_done();
}
