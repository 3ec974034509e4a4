#include "config.h"

#include "lint/collapse.h"

#include <inttypes.h>
#include <stdio.h>

#include "lint/information.h"
#include "lint/share.h"

#define FEWEST 20 /* people whose values are judged */

/* Puts a number among the highest ones. Returns true if it is the highest. */
static bool climb(uint64_t top[COLLAPSE_TOP], uint64_t times)
{
    size_t at = COLLAPSE_TOP;
    while (at > 0 && top[at - 1] < times)
        at--;
    if (at == COLLAPSE_TOP)
        return false;
    for (size_t i = COLLAPSE_TOP - 1; i > at; i--)
        top[i] = top[i - 1];
    top[at] = times;
    return at == 0;
}

void collapse_find(const struct tally *facts, uint32_t form,
                   struct collapse *found)
{
    double sum = 0;
    *found = (struct collapse){.evenness = 1};
    const struct tally_entry *e = facts->entries;
    for (size_t i = tally_find(facts, form, 0), end;
         i < facts->count && e[i].form == form; i = end) {
        uint64_t times = 0;
        for (end = i; end < facts->count && e[end].form == form &&
                      e[end].value == e[i].value; end++)
            times += e[end].count;
        found->people += times;
        found->values++;
        sum += (double)times * information_log2(times);
        if (climb(found->top, times))
            found->most = e[i].value;
    }
    if (found->values < 2)
        return;
    double entropy = information_log2(found->people) -
                     sum / (double)found->people;
    found->evenness = entropy / information_log2(found->values);
}

/* In basis points. */
static uint64_t unevenness(const struct collapse *c)
{
    return c->evenness >= 1 ? 0 : (uint64_t)((1 - c->evenness) * 10000 + 0.5);
}

static void judge(const struct collapse *c, const struct share *top,
                  const char *fact, const char *most, struct findings *f)
{
    uint64_t uneven = unevenness(c);
    struct diag_place nowhere = {NULL, 0, NULL};
    if (c->people < FEWEST)
        return;
    if (share_exceeds(top, findings_budget(f, "collapse-share")))
        findings_add(f, "collapse-share", nowhere,
                     "%s: '%s' for %" PRIu64 " of %" PRIu64 " people", fact,
                     most, c->top[0], c->people);
    if (uneven > findings_budget(f, "collapse-uneven"))
        findings_add(f, "collapse-uneven", nowhere,
                     "%s: %" PRIu64 " values, uneven by %u.%02u %%", fact,
                     c->values, (unsigned)(uneven / 100),
                     (unsigned)(uneven % 100));
}

void collapse_report(const struct collapse *c, const char *fact, bool coarse,
                     const struct lexicon *texts, struct findings *f)
{
    char of[512];
    if (c->people == 0)
        return;
    const char *most = lexicon_text(texts, (uint32_t)c->most);
    struct share top = {c->top[0] * SHARE_WHOLE, c->people}, five = top;
    for (size_t i = 1; i < COLLAPSE_TOP; i++)
        five.parts += c->top[i] * SHARE_WHOLE;
    snprintf(of, sizeof of, "%s, '%s'", fact, most);
    findings_figure(f, "collapse-share", of, share_points(&top));
    snprintf(of, sizeof of, "%s, five most frequent of %" PRIu64, fact,
             c->values);
    findings_figure(f, "collapse-share", of, share_points(&five));
    findings_figure(f, "collapse-uneven", fact, unevenness(c));
    if (!coarse)
        judge(c, &top, fact, most, f);
}
