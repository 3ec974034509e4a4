#include "config.h"

#include "bleu.h"

#include <float.h>
#include <math.h>

/* The parameters of SmoothingFunction, as it has them by default. */
#define EPSILON 0.1
#define ALPHA 5
#define K 5

/* A precision: a fraction that knows its parts until a method makes it a mere
 * number. */
struct precision {
    double matches, total; /* whole; the total is at least 1 */
    double value;
};

static struct precision precision_of(const struct bleu_counts *c, unsigned n)
{
    struct precision p = {(double)c->matches[n - 1],
                          c->totals[n - 1] > 0 ? (double)c->totals[n - 1] : 1,
                          0};
    p.value = p.matches / p.total;
    return p;
}

static void put_least(struct precision *p)
{
    for (unsigned i = 0; i < BLEU_ORDERS; i++)
        if (p[i].matches == 0)
            p[i].value = DBL_MIN;
}

static void put_epsilon(struct precision *p)
{
    for (unsigned i = 0; i < BLEU_ORDERS; i++)
        if (p[i].matches == 0)
            p[i].value = EPSILON / p[i].total;
}

static void add_one(struct precision *p)
{
    for (unsigned i = 1; i < BLEU_ORDERS; i++)
        p[i].value = (p[i].matches + 1) / (p[i].total + 1);
}

static void halve(struct precision *p)
{
    double power = 1;
    for (unsigned i = 0; i < BLEU_ORDERS; i++)
        if (p[i].matches == 0) {
            power *= 2;
            p[i].value = 1 / (power * p[i].total);
        }
}

/* As above, and less for longer candidates; nothing for those of one token. */
static void halve_by_length(struct precision *p, size_t len)
{
    double power = 1;
    for (unsigned i = 0; i < BLEU_ORDERS && len > 1; i++)
        if (p[i].matches == 0) {
            power *= 2;
            p[i].value = 1 / (power * K / log((double)len)) / p[i].total;
        }
}

/* Means of each with those beside it, the lower one a mean already. */
static void smoothe(struct precision *p, struct precision beyond)
{
    double before = p[0].value + 1;
    for (unsigned i = 0; i < BLEU_ORDERS; i++) {
        double behind = i + 1 < BLEU_ORDERS ? p[i + 1].value : beyond.value;
        p[i].value = (before + p[i].value + behind) / 3;
        before = p[i].value;
    }
}

static void interpolate(struct precision *p, const struct bleu_counts *c)
{
    for (unsigned i = 2; i < BLEU_ORDERS; i++) {
        double prior = p[i - 1].value * p[i - 1].value / p[i - 2].value;
        p[i].value = (p[i].matches + ALPHA * prior) /
                     ((double)c->totals[i] + ALPHA);
    }
}

/* The sum, with what each addition loses added at the end, which for so few is
 * what Python's math.fsum() gives. */
static double exact_sum(const double *terms, unsigned count)
{
    double sum = 0, lost = 0;
    for (unsigned i = 0; i < count; i++) {
        double next = sum + terms[i];
        double larger = fabs(sum) >= fabs(terms[i]) ? sum : terms[i];
        double smaller = fabs(sum) >= fabs(terms[i]) ? terms[i] : sum;
        lost += larger - next + smaller;
        sum = next;
    }
    return sum + lost;
}

static double geometric_mean(const struct precision *p)
{
    double terms[BLEU_ORDERS];
    unsigned count = 0;
    for (unsigned i = 0; i < BLEU_ORDERS; i++)
        if (p[i].value > 0)
            terms[count++] = 0.25 * log(p[i].value);
    return exp(exact_sum(terms, count));
}

static void smooth(struct precision *p, const struct bleu_counts *c,
                   unsigned method)
{
    struct precision beyond = precision_of(c, BLEU_ORDERS + 1);
    if (method == 0)
        put_least(p);
    else if (method == 1)
        put_epsilon(p);
    else if (method == 2)
        add_one(p);
    else if (method == 3)
        halve(p);
    else if (method == 6)
        interpolate(p, c);
    if (method == 4 || method == 7)
        halve_by_length(p, c->candidate);
    if (method == 5 || method == 7)
        smoothe(p, beyond);
}

double bleu_nltk(const struct bleu_counts *c, unsigned method)
{
    struct precision p[BLEU_ORDERS];
    if (c->matches[0] == 0)
        return 0;
    if (method == 6 && c->matches[2] == 0)
        return NAN;
    for (unsigned i = 0; i < BLEU_ORDERS; i++)
        p[i] = precision_of(c, i + 1);
    smooth(p, c, method);
    double mean = geometric_mean(p);
    if (c->candidate > c->reference)
        return mean;
    return exp(1 - (double)c->reference / (double)c->candidate) * mean;
}
