/* Measures of texts and of models: values by hand. */
#include "config.h"

#include <math.h>

#include "measures/distance.h"
#include "measures/likely.h"
#include "measures/ranks.h"
#include "measures/truth.h"
#include "tap.h"

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-12;
}

static void try_text(void)
{
    static const double logprob[] = {-1, -4, -2, -0.5, -0.5};
    static const double greedy[] = {1, 0, 1, 1, 1};
    static const double mean[] = {-2, -2, -2, -2, -2};
    static const double var[] = {4, 4, 0, 1, 1};
    static const double missed[] = {1, 1, 1, 1, 0};
    struct answer_scored s = {
        ANSWER_REFERENCE, 5, logprob, greedy, mean, var, 16};
    tap_ok(near(likely_of(LIKELY_LOSS, &s), 1.6), "loss is the mean");
    tap_ok(near(likely_of(LIKELY_LOSS_PER_BYTE, &s), 0.5),
           "by bytes, the sum over them");
    tap_ok(near(likely_of(LIKELY_PROBABILITY, &s), exp(-1.6)),
           "probability is the geometric mean");
    tap_ok(near(likely_of(LIKELY_EXACT, &s), 0.8), "four of five are exact");
    tap_ok(near(likely_of(LIKELY_STRENGTH, &s), 0.6),
           "three of five follow the rest");
    tap_ok(near(likely_of(LIKELY_MIN_K_20, &s), 4), "the least of five");
    tap_ok(near(likely_of(LIKELY_MIN_K_40, &s), 3), "the two least");
    tap_ok(near(likely_of(LIKELY_MIN_KPP_20, &s), 1),
           "the least stands a deviation below the mean");
    tap_ok(near(likely_of(LIKELY_MIN_KPP_40, &s), 0.5),
           "where nothing varies it stands at the mean");
    s.greedy = missed;
    tap_ok(likely_of(LIKELY_STRENGTH, &s) == 0,
           "where the last token is missed nothing is extracted");
    s.greedy = s.mean = NULL;
    s.bytes = 0;
    tap_ok(isnan(likely_of(LIKELY_STRENGTH, &s)) &&
               isnan(likely_of(LIKELY_EXACT, &s)) &&
               isnan(likely_of(LIKELY_MIN_KPP_20, &s)) &&
               isnan(likely_of(LIKELY_LOSS_PER_BYTE, &s)),
           "what a log lacks is not made up");
    s.tokens = 0;
    tap_ok(isnan(likely_of(LIKELY_LOSS, &s)) &&
               isnan(likely_of(LIKELY_LOSS, NULL)),
           "no text has no loss");
}

/* Paraphrase of probability 1/4, wrong ones whose geometric mean is 1/8. */
static void try_truth(void)
{
    double quarter = log(0.25), eighth = log(0.125);
    double half = log(0.5), rare = log(1.0 / 32);
    struct answer_scored s[] = {
        {ANSWER_PARAPHRASE, 1, &quarter, NULL, NULL, NULL, 0},
        {ANSWER_PERTURBED, 1, &eighth, NULL, NULL, NULL, 0},
        {ANSWER_PERTURBED + 1, 1, &eighth, NULL, NULL, NULL, 0},
        {ANSWER_PERTURBED + 2, 1, &eighth, NULL, NULL, NULL, 0},
        {ANSWER_PERTURBED + 3, 1, &half, NULL, NULL, NULL, 0},
        {ANSWER_PERTURBED + 4, 1, &rare, NULL, NULL, NULL, 0},
        {ANSWER_REFERENCE, 1, &half, NULL, NULL, NULL, 0},
    };
    struct answer a = {.present = true, .scored = s, .scored_count = 7};
    tap_ok(near(truth_ratio(TRUTH_TOFU, &a), 2), "TOFU: right by wrong");
    tap_ok(near(truth_ratio(TRUTH_OPEN_UNLEARNING, &a),
                0.125 / (0.25 + 1e-10)),
           "open-unlearning: wrong by right");
    tap_ok(near(truth_ratio(TRUTH_PROB_MEAN, &a),
                0.25 / (0.375 + 1e-10)),
           "prob_mean: right by both");
    tap_ok(near(truth_worth(TRUTH_TOFU, 2, true), 0.5) &&
               near(truth_worth(TRUTH_TOFU, 0.5, true), 0.5),
           "forgotten, the nearer to 1 the better");
    tap_ok(near(truth_worth(TRUTH_TOFU, 2, false), 0.5) &&
               truth_worth(TRUTH_TOFU, 0.5, false) == 0 &&
               near(truth_worth(TRUTH_OPEN_UNLEARNING, 0.25, false), 0.75),
           "kept, right should be likelier");
    tap_ok(near(truth_worth(TRUTH_PROB_MEAN, 0.7, true), 0.7),
           "prob_mean is taken as it is");
    tap_ok(near(truth_share(&a), 0.5 / (0.5 + 0.375 + 0.5 + 1.0 / 32)),
           "the reference among the wrong ones");
    a.scored_count = 5;
    tap_ok(isnan(truth_ratio(TRUTH_TOFU, &a)),
           "without one of the five there is no ratio");
}

static void try_ranks(void)
{
    static const double low[] = {1, 2, 2, 4}, high[] = {2, 3};
    tap_ok(near(ranks_area(low, 4, high, 2), (2 + 3) / 8.0),
           "a tie counts half");
    tap_ok(near(ranks_area(low, 1, high, 2), 1) &&
               near(ranks_area(high, 2, low, 1), 0),
           "all above, all below");
    tap_ok(isnan(ranks_area(low, 0, high, 2)), "of none there is no area");
}

static void try_distance(void)
{
    static const char *const key[] = {"swaps", "test"};
    static const struct distance_pair apart[] = {
        {1, 5, 0}, {2, 6, 0}, {3, 7, 1}, {4, 8, 1}};
    static const struct distance_pair crossed[] = {
        {1, 2, 0}, {3, 4, 1}, {5, 0, 2}};
    static const struct distance_pair same[] = {{1, 1, 0}, {2, 2, 1}};
    struct distance d = distance_of(apart, 4, key, 2);
    tap_ok(near(d.gap, 1), "nothing in common is a distance of 1");
    tap_ok(near(d.independent, 2 / 70.0), "2 of 70 ways to mix four and four");
    tap_ok(fabs(d.swapped - 0.5) < 0.02,
           "two people swap in four ways, of which two are as far apart");
    d = distance_of(crossed, 3, key, 2);
    tap_ok(near(d.gap, 1 / 3.0) && near(d.independent, 1),
           "a gap of one in three is nothing");
    d = distance_of(same, 2, key, 2);
    tap_ok(d.gap == 0 && d.swapped == 1 && d.independent == 1,
           "the same models are as far apart as ever");
}

int main(void)
{
    try_text();
    try_truth();
    try_ranks();
    try_distance();
    return tap_done();
}
