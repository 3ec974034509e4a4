/* F, T, R, C and J: values by hand, and what is not measurable. */
#include "config.h"

#include "score/parts.h"

#include <math.h>
#include <string.h>

#include "tap.h"

static bool near(double a, double b)
{
    return fabs(a - b) < 1e-12;
}

/* A measurable part of a run that is as good as gold. */
static struct part perfect(enum part_kind kind)
{
    bool forgotten = kind == PART_F || kind == PART_T;
    return (struct part){.kind = kind,
                         .complete = true,
                         .unlearned = forgotten ? 0.3 : 0.8,
                         .vanilla = forgotten ? 0.9 : 0.8,
                         .gold = forgotten ? 0.3 : 0.8,
                         .strangers = 0.3,
                         .forget_low = 0.4,
                         .own_low = 0.4};
}

static struct part part_of(enum part_kind kind, double unlearned)
{
    struct part p = perfect(kind);
    p.unlearned = unlearned;
    part_settle(&p);
    return p;
}

static void values(void)
{
    tap_ok(near(part_of(PART_F, 0.3).value, 1), "as gold: F is 1");
    tap_ok(near(part_of(PART_F, 0.6).value, 0.5), "half way to gold: F is 1/2");
    tap_ok(part_of(PART_F, 0.9).value == 0, "as vanilla: F is 0");
    tap_ok(part_of(PART_F, 1).value == 0, "above vanilla: F is 0");
    struct part below = part_of(PART_T, 0.15);
    tap_ok(near(below.value, 0.75), "below gold: T falls, too");
    tap_ok(near(below.over, 0.15), "and how far it is below is told apart");
    tap_ok(part_of(PART_T, 0.4).over == 0, "above gold nothing is told");
    tap_ok(near(part_of(PART_R, 0.55).value, 0.5), "half of retain: R is 1/2");
    tap_ok(part_of(PART_R, 0.2).value == 0, "below strangers: R is 0");
    tap_ok(part_of(PART_C, 0.95).value == 1, "above gold: C is 1");
    tap_ok(isnan(part_of(PART_R, 0.2).over), "R knows no over-forgetting");
}

/* Whether the part is not measurable, for a reason that holds `word`. */
static bool refused(struct part p, const char *word)
{
    part_settle(&p);
    return isnan(p.value) && p.why != NULL && strstr(p.why, word) != NULL;
}

static void reasons(void)
{
    struct part p = perfect(PART_R);
    p.forget_low = 0.1;
    tap_ok(refused(p, "on forget"), "ten points are not above ten points");
    p = perfect(PART_T);
    p.own_low = 0.05;
    tap_ok(refused(p, "here"), "T must be measurable on test, too");
    p = perfect(PART_R);
    p.strangers = 0.75;
    tap_ok(refused(p, "gold less"), "R needs gold above strangers");
    p.strangers = NAN;
    tap_ok(refused(p, "about strangers"), "and strangers");
    p = perfect(PART_F);
    p.gold = NAN;
    tap_ok(refused(p, "no gold"), "nothing is measurable without gold");
    p = perfect(PART_F);
    p.vanilla = NAN;
    tap_ok(refused(p, "no vanilla"), "nor without vanilla");
    p = perfect(PART_C);
    p.complete = false;
    tap_ok(refused(p, "missing"), "nor with answers missing");
}

static void scores(void)
{
    struct part p[] = {part_of(PART_F, 0.6), part_of(PART_F, 0.3),
                       part_of(PART_T, 0.3), part_of(PART_R, 0.8)};
    struct parts_score s = parts_score(p, 4, PART_C);
    tap_ok(near(s.by_kind[PART_F], 0.75), "F is the mean of its parts");
    tap_ok(near(s.j, 3 / (1 / 0.75 + 1 + 1)), "J is the harmonic mean");
    tap_ok(s.why == NULL && isnan(s.by_kind[PART_C]), "of three here");
    s = parts_score(p, 4, PART_KINDS);
    tap_ok(isnan(s.j) && strstr(s.why, "C") != NULL,
           "with celebrities there is none without C");
    p[3] = part_of(PART_R, 0);
    s = parts_score(p, 4, PART_C);
    tap_ok(s.j == 0 && s.why == NULL, "it is 0 if one of them is");
    p[2] = perfect(PART_T);
    p[2].own_low = 0;
    part_settle(&p[2]);
    s = parts_score(p, 4, PART_C);
    tap_ok(isnan(s.j), "what is not measurable leaves none");
    s = parts_score(NULL, 0, PART_C);
    tap_ok(isnan(s.j), "nor do no parts");
}

int main(void)
{
    values();
    reasons();
    scores();
    return tap_done();
}
