#include "config.h"

#include "lint/information.h"

#include <stdbool.h>
#include <stdlib.h>

/* Numbers of which INFORMATION_MOST is the sum, if they all differ. */
#define DIFFERENT 141
#define NEGLIGIBLE 1e-18 /* beside the likeliest number of coincidences */
#define LEAST_LEFT 0.05  /* share of the entropy that chance must leave */

/* How often values were seen, and how many values were seen so often. */
struct marginal {
    uint32_t times[DIFFERENT];
    uint32_t values[DIFFERENT];
    size_t count;
};

/* ln((1 + y) / (1 - y)) = 2 (y + y^3/3 + y^5/5 ...), |y| at most 1/3 */
double information_log2(uint64_t number)
{
    double exponent = 0, x = (double)number;
    if (number == 0)
        return 0;
    for (; x >= 2; x /= 2)
        exponent++;
    double y = (x - 1) / (x + 1), power = y, sum = 0;
    for (int i = 1; i < 40; i += 2, power *= y * y)
        sum += power / i;
    return exponent + 2 * sum / 0.69314718055994530942;
}

double information_entropy(const uint64_t *times, size_t count)
{
    uint64_t all = 0;
    double sum = 0;
    for (size_t i = 0; i < count; i++) {
        all += times[i];
        sum += (double)times[i] * information_log2(times[i]);
    }
    return all == 0 ? 0 : information_log2(all) - sum / (double)all;
}

static void note(struct marginal *m, uint32_t times)
{
    for (size_t i = 0; i < m->count; i++)
        if (m->times[i] == times) {
            m->values[i]++;
            return;
        }
    m->times[m->count] = times;
    m->values[m->count++] = 1;
}

static double entropy_of(const struct marginal *m, size_t all)
{
    double sum = 0;
    for (size_t i = 0; i < m->count; i++)
        sum += (double)m->values[i] * m->times[i] *
               information_log2(m->times[i]);
    return information_log2(all) - sum / (double)all;
}

/* What k coincidences of values seen a and b times among n add to the mutual
 * information, k/n * log(n k / (a b)), on average where they are dealt at
 * random, so that k is hypergeometric: from the likeliest k up, and down. */
static double mean_term(uint64_t a, uint64_t b, uint64_t n)
{
    uint64_t least = a + b > n ? a + b - n : 0, most = a < b ? a : b;
    uint64_t mode = (a + 1) * (b + 1) / (n + 2);
    double base = information_log2(n) - information_log2(a * b);
    double weights = 1, weight = 1;
    double sum = (double)mode * (base + information_log2(mode));
    for (uint64_t k = mode; k < most && weight > NEGLIGIBLE; k++) {
        weight *= (double)((a - k) * (b - k)) /
                  (double)((k + 1) * (n + k + 1 - a - b));
        weights += weight;
        sum += weight * (double)(k + 1) * (base + information_log2(k + 1));
    }
    weight = 1;
    for (uint64_t k = mode; k > least && weight > NEGLIGIBLE; k--) {
        weight *= (double)(k * (n + k - a - b)) /
                  (double)((a - k + 1) * (b - k + 1));
        weights += weight;
        sum += weight * (double)(k - 1) * (base + information_log2(k - 1));
    }
    return sum / weights / (double)n;
}

static double chance_of(const struct marginal *a, const struct marginal *b,
                        size_t n)
{
    double sum = 0;
    for (size_t i = 0; i < a->count; i++)
        for (size_t j = 0; j < b->count; j++)
            sum += (double)a->values[i] * b->values[j] *
                   mean_term(a->times[i], b->times[j], n);
    return sum;
}

static int by_known(const void *a, const void *b)
{
    const struct information_case *one = a, *two = b;
    if (one->known != two->known)
        return one->known < two->known ? -1 : 1;
    return one->asked < two->asked ? -1 : one->asked > two->asked;
}

static int by_asked(const void *a, const void *b)
{
    const struct information_case *one = a, *two = b;
    return one->asked < two->asked ? -1 : one->asked > two->asked;
}

/* The length of the run of cases that starts at `from`, all of what is asked
 * being the same, and of what is known if `both`. */
static size_t run(const struct information_case *cases, size_t count,
                  size_t from, bool both)
{
    size_t to = from + 1;
    while (to < count && cases[to].asked == cases[from].asked &&
           (!both || cases[to].known == cases[from].known))
        to++;
    return to - from;
}

/* The two highest numbers of times, and how many values have the second. */
struct peaks {
    size_t first, second, at_second;
};

static void peak(struct peaks *p, size_t times)
{
    if (times > p->first) {
        p->at_second = p->second == p->first ? p->at_second + 1 : 1;
        p->second = p->first;
        p->first = times;
    } else if (times > p->second) {
        p->second = times;
        p->at_second = 1;
    } else if (times == p->second) {
        p->at_second++;
    }
}

/* Guesses each of the `count` cases of one known value from the others: only
 * who has the value that most have can be right. */
static void guess(struct share *s, const struct peaks *p, size_t count)
{
    size_t ties = 0; /* of a case with the highest number, itself left out */
    if (p->first > 1 && p->first > p->second)
        ties = p->first - 1 > p->second ? 1 : p->at_second + 1;
    for (size_t i = 0; i < count; i++)
        share_add(s, i < p->first ? ties : 0);
}

/* Goes through cases ordered by what is known: notes how often it was seen,
 * and what is seen together. */
static void pairs(struct information_case *cases, size_t count,
                  struct marginal *known, struct marginal *joint,
                  struct share *guessed)
{
    for (size_t i = 0, end; i < count; i = end) {
        struct peaks p = {0};
        for (end = i; end < count && cases[end].known == cases[i].known;) {
            size_t times = run(cases, count, end, true);
            peak(&p, times);
            note(joint, (uint32_t)times);
            end += times;
        }
        note(known, (uint32_t)(end - i));
        guess(guessed, &p, end - i);
    }
}

void information_find(struct information_case *cases, size_t count,
                      struct information *found)
{
    struct marginal known = {.count = 0}, asked = {.count = 0};
    struct marginal joint = {.count = 0};
    *found = (struct information){0};
    qsort(cases, count, sizeof *cases, by_known);
    pairs(cases, count, &known, &joint, &found->guessed);
    qsort(cases, count, sizeof *cases, by_asked);
    for (size_t i = 0, times; i < count; i += times) {
        times = run(cases, count, i, false);
        note(&asked, (uint32_t)times);
        found->most = times > found->most ? times : found->most;
    }
    found->entropy = entropy_of(&asked, count);
    double mutual = found->entropy + entropy_of(&known, count) -
                    entropy_of(&joint, count);
    double chance = chance_of(&known, &asked, count);
    double left = found->entropy - chance;
    if (left > LEAST_LEFT * found->entropy)
        found->told = (mutual - chance) / left;
}
