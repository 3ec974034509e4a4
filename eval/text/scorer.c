#include "config.h"

#include "scorer.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "chrf.h"
#include "decimal.h"
#include "squad.h"

void scorer_init(struct scorer *s, const struct metrics *metrics, bool stem)
{
    *s = (struct scorer){.metrics = metrics, .stem = stem};
}

static void make_room(struct scorer_cut *cut, size_t references)
{
    if (references <= cut->room)
        return;
    cut->references = xrealloc(cut->references, references,
                               sizeof *cut->references);
    memset(cut->references + cut->room, 0,
           (references - cut->room) * sizeof *cut->references);
    cut->room = references;
}

/* The pair cut as the metric wants it. */
static const struct scorer_cut *cut_for(struct scorer *s,
                                        const struct metric *metric,
                                        const struct pair *pair)
{
    enum tokens_kind kind = metric->tokens;
    if (kind == TOKENS_ROUGE && s->stem)
        kind = TOKENS_STEMS;
    struct scorer_cut *cut = &s->cuts[kind];
    if (cut->done)
        return cut;
    make_room(cut, pair->count);
    vocabulary_clear(&cut->vocabulary);
    tokens_cut(&cut->candidate, kind, &cut->vocabulary, s->scratch,
               pair->candidate.text, pair->candidate.len);
    for (size_t r = 0; r < pair->count; r++)
        tokens_cut(&cut->references[r], kind, &cut->vocabulary, s->scratch,
                   pair->references[r].text, pair->references[r].len);
    if (kind == TOKENS_WORDS || kind == TOKENS_13A)
        s->counts[kind] = bleu_count(&s->grams, &cut->candidate,
                                     cut->references, pair->count);
    cut->done = true;
    return cut;
}

static struct rouge rouge_of(struct scorer *s, const struct metric *metric,
                             const struct scorer_cut *cut, size_t reference)
{
    const struct tokens *wanted = &cut->references[reference];
    size_t tokens = cut->vocabulary.count;
    if (metric->family == METRIC_ROUGE_N)
        return rouge_n(&s->rouge, wanted, &cut->candidate, metric->variant);
    if (metric->family == METRIC_ROUGE_L)
        return rouge_l(&s->rouge, wanted, &cut->candidate, tokens);
    return rouge_lsum(&s->rouge, wanted, &cut->candidate, tokens);
}

static void write_rouge(struct scorer *s, const struct metric *metric,
                        const struct scorer_cut *cut, size_t references,
                        struct buf *out)
{
    struct rouge best = rouge_of(s, metric, cut, 0);
    for (size_t r = 1; r < references; r++) {
        struct rouge next = rouge_of(s, metric, cut, r);
        if (next.f > best.f)
            best = next;
    }
    buf_puts(out, "{\"p\":");
    decimal_add(out, best.p);
    buf_puts(out, ",\"r\":");
    decimal_add(out, best.r);
    buf_puts(out, ",\"f\":");
    decimal_add(out, best.f);
    buf_putc(out, '}');
}

/* Of one reference. */
static double compare(struct scorer *s, enum metric_family family,
                      const struct scorer_cut *cut, size_t reference)
{
    const struct tokens *wanted = &cut->references[reference];
    if (family == METRIC_CHRF)
        return chrf_score(&s->grams, wanted, &cut->candidate);
    if (family == METRIC_EXACT)
        return squad_exact(wanted, &cut->candidate);
    return squad_f1(&s->grams, wanted, &cut->candidate);
}

/* The score that is one number. */
static double score(struct scorer *s, const struct metric *metric,
                    const struct scorer_cut *cut, size_t references)
{
    double best = 0;
    switch (metric->family) {
    case METRIC_NLTK:
        return bleu_nltk(&s->counts[TOKENS_WORDS], metric->variant);
    case METRIC_SACRE:
    case METRIC_SACRE4:
        return bleu_sacre(&s->counts[TOKENS_13A],
                          (enum bleu_smooth)metric->variant,
                          metric->family == METRIC_SACRE);
    default:
        for (size_t r = 0; r < references; r++) {
            double next = compare(s, metric->family, cut, r);
            if (next > best)
                best = next;
        }
        return best;
    }
}

void scorer_write(struct scorer *s, const struct pair *pair, struct buf *out)
{
    for (int kind = 0; kind < TOKENS_KINDS; kind++)
        s->cuts[kind].done = false;
    for (size_t i = 0; i < s->metrics->count; i++) {
        const struct metric *metric = s->metrics->list[i];
        const struct scorer_cut *cut = cut_for(s, metric, pair);
        buf_puts(out, i == 0 ? "\"" : ",\"");
        buf_puts(out, metric->name);
        buf_puts(out, "\":");
        if (metric->family <= METRIC_ROUGE_LSUM)
            write_rouge(s, metric, cut, pair->count, out);
        else
            decimal_add(out, score(s, metric, cut, pair->count));
    }
}

static void release_cut(struct scorer_cut *cut)
{
    vocabulary_release(&cut->vocabulary);
    tokens_release(&cut->candidate);
    for (size_t r = 0; r < cut->room; r++)
        tokens_release(&cut->references[r]);
    free(cut->references);
}

void scorer_release(struct scorer *s)
{
    for (int kind = 0; kind < TOKENS_KINDS; kind++)
        release_cut(&s->cuts[kind]);
    buf_release(&s->scratch[0]);
    buf_release(&s->scratch[1]);
    rouge_release(&s->rouge);
    grams_release(&s->grams);
}
