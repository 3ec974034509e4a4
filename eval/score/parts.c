#include "config.h"

#include "parts.h"

#include <math.h>

const char *part_name(enum part_kind kind)
{
    static const char *const names[PART_KINDS] = {"F", "T", "R", "C"};
    return names[kind];
}

/* Why a part of forget or test cannot be measured, or NULL. */
static const char *why_not_forgotten(const struct part *p)
{
    if (p->own_low > PARTS_GAP)
        return NULL;
    return "here the interval of vanilla less gold does not lie above 10 "
           "points";
}

static const char *why_not_kept(const struct part *p)
{
    if (isnan(p->strangers))
        return "there are no whole answers of gold about strangers";
    if (p->gold - p->strangers > PARTS_GAP)
        return NULL;
    return "gold less its strangers is not above 10 points";
}

static const char *why_not(const struct part *p)
{
    if (isnan(p->vanilla))
        return "no vanilla run was given";
    if (isnan(p->gold))
        return "no gold run was given";
    if (!p->complete)
        return "answers are missing";
    if (isnan(p->forget_low))
        return "nobody to be forgotten is asked this";
    if (!(p->forget_low > PARTS_GAP))
        return "on forget the interval of vanilla less gold does not lie "
               "above 10 points";
    return p->kind == PART_F || p->kind == PART_T ? why_not_forgotten(p)
                                                  : why_not_kept(p);
}

/* 1 less the share of `whole` that `loss` is. */
static double kept(double loss, double whole)
{
    return loss >= whole ? 0 : 1 - loss / whole;
}

void part_settle(struct part *p)
{
    bool forgotten = p->kind == PART_F || p->kind == PART_T;
    double below = p->gold - p->unlearned;
    p->over = forgotten ? fmax(0, below) : NAN;
    if (isnan(below))
        p->over = NAN;
    p->value = NAN;
    p->why = why_not(p);
    if (p->why == NULL && forgotten)
        p->value = kept(fabs(below), p->vanilla - p->gold);
    else if (p->why == NULL)
        p->value = kept(fmax(0, below), p->gold - p->strangers);
}

/* The mean over the measurable parts of a kind, or NAN. */
static double mean(const struct part *parts, size_t count, enum part_kind kind)
{
    double sum = 0;
    size_t n = 0;
    for (size_t i = 0; i < count; i++)
        if (parts[i].kind == kind && !isnan(parts[i].value)) {
            sum += parts[i].value;
            n++;
        }
    return n > 0 ? sum / (double)n : NAN;
}

struct parts_score parts_score(const struct part *parts, size_t count,
                               unsigned kinds)
{
    static const char *const whys[PART_KINDS] = {
        "no part of F is measurable", "no part of T is measurable",
        "no part of R is measurable", "no part of C is measurable"};
    struct parts_score s = {.j = 0, .why = NULL};
    double inverse = 0;
    bool none = false; /* one of the kinds is 0 */
    for (unsigned kind = 0; kind < PART_KINDS; kind++)
        s.by_kind[kind] = kind < kinds ? mean(parts, count, kind) : NAN;
    for (unsigned kind = 0; kind < kinds; kind++) {
        if (isnan(s.by_kind[kind]) && s.why == NULL)
            s.why = whys[kind];
        none = none || s.by_kind[kind] == 0;
        inverse += 1 / s.by_kind[kind];
    }
    if (s.why != NULL)
        s.j = NAN;
    else if (!none)
        s.j = kinds / inverse;
    return s;
}
