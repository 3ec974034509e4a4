#include "config.h"

#include "report/scale.h"

#include <stdio.h>
#include <string.h>

#include "report/format.h"

#define TICKS_MOST 20

void scale_hold(struct scale *s, double value)
{
    if (s->least > s->most) {
        s->least = s->most = value;
    } else if (value < s->least) {
        s->least = value;
    } else if (value > s->most) {
        s->most = value;
    }
}

/* The least whole number of steps that is not below the value. */
static double ceiling(double value, double step)
{
    double n = (double)(long long)(value / step);
    while (n * step < value - step * 1e-9)
        n++;
    while ((n - 1) * step >= value - step * 1e-9)
        n--;
    return n * step;
}

/* 1, 2 or 5 times a power of ten, so that the stretch has at most so many. */
static double round_step(double stretch, int ticks)
{
    static const double factors[] = {1, 2, 5};
    double power = 1e-6;
    for (int i = 0; i < 18; i++, power *= 10)
        for (int k = 0; k < 3; k++)
            if (stretch <= factors[k] * power * ticks)
                return factors[k] * power;
    return stretch;
}

void scale_round(struct scale *s, int ticks)
{
    if (s->least > s->most) {
        s->least = 0;
        s->most = 1;
    }
    if (s->most - s->least < 0.02) {
        s->least -= 0.01;
        s->most += 0.01;
    }
    s->step = round_step(s->most - s->least, ticks);
    s->most = ceiling(s->most, s->step);
    s->least = -ceiling(-s->least, s->step);
}

double scale_at(const struct scale *s, double value)
{
    double share = (value - s->least) / (s->most - s->least);
    share = share < 0 ? 0 : share > 1 ? 1 : share;
    return s->from + share * (s->to - s->from);
}

int scale_ticks(const struct scale *s)
{
    int n = (int)((s->most - s->least) / s->step + 1.5);
    return n > TICKS_MOST ? TICKS_MOST : n;
}

double scale_tick(const struct scale *s, int tick)
{
    return s->least + tick * s->step;
}

void scale_label(const struct scale *s, int tick, struct buf *out)
{
    char digits[32];
    double value = scale_tick(s, tick) * (s->share ? 100 : 1);
    snprintf(digits, sizeof digits, "%.6g", value);
    if (value > -1e-9 && value < 1e-9)
        strcpy(digits, "0");
    if (digits[0] == '-')
        buf_puts(out, "\xe2\x88\x92");
    buf_puts(out, digits[0] == '-' ? digits + 1 : digits);
}
