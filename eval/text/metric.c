#include "config.h"

#include "metric.h"

#include <string.h>

#include "bleu.h"
#include "options.h"

static const struct metric known[METRIC_COUNT] = {
    {"rouge1", METRIC_ROUGE_N, 1, TOKENS_ROUGE},
    {"rouge2", METRIC_ROUGE_N, 2, TOKENS_ROUGE},
    {"rougeL", METRIC_ROUGE_L, 0, TOKENS_ROUGE},
    {"rougeLsum", METRIC_ROUGE_LSUM, 0, TOKENS_ROUGE},
    {"bleu-nltk0", METRIC_NLTK, 0, TOKENS_WORDS},
    {"bleu-nltk1", METRIC_NLTK, 1, TOKENS_WORDS},
    {"bleu-nltk2", METRIC_NLTK, 2, TOKENS_WORDS},
    {"bleu-nltk3", METRIC_NLTK, 3, TOKENS_WORDS},
    {"bleu-nltk4", METRIC_NLTK, 4, TOKENS_WORDS},
    {"bleu-nltk5", METRIC_NLTK, 5, TOKENS_WORDS},
    {"bleu-nltk6", METRIC_NLTK, 6, TOKENS_WORDS},
    {"bleu-nltk7", METRIC_NLTK, 7, TOKENS_WORDS},
    {"bleu-sacre", METRIC_SACRE, BLEU_EXP, TOKENS_13A},
    {"bleu-sacre-floor", METRIC_SACRE, BLEU_FLOOR, TOKENS_13A},
    {"bleu-sacre-add-k", METRIC_SACRE, BLEU_ADD_K, TOKENS_13A},
    {"bleu-sacre-none", METRIC_SACRE, BLEU_NONE, TOKENS_13A},
    {"bleu-sacre4", METRIC_SACRE4, BLEU_EXP, TOKENS_13A},
    {"bleu-sacre4-floor", METRIC_SACRE4, BLEU_FLOOR, TOKENS_13A},
    {"bleu-sacre4-add-k", METRIC_SACRE4, BLEU_ADD_K, TOKENS_13A},
    {"bleu-sacre4-none", METRIC_SACRE4, BLEU_NONE, TOKENS_13A},
    {"chrf", METRIC_CHRF, 0, TOKENS_POINTS},
    {"exact", METRIC_EXACT, 0, TOKENS_SQUAD},
    {"f1", METRIC_F1, 0, TOKENS_SQUAD},
};

static const struct metric *find(const char *name, size_t len)
{
    for (size_t i = 0; i < METRIC_COUNT; i++)
        if (strlen(known[i].name) == len &&
            memcmp(known[i].name, name, len) == 0)
            return &known[i];
    return NULL;
}

static int add(struct metrics *m, const char *name, size_t len)
{
    const struct metric *metric = find(name, len);
    if (metric == NULL)
        return options_fail("unknown metric '%.*s'", (int)len, name);
    for (size_t i = 0; i < m->count; i++)
        if (m->list[i] == metric)
            return options_fail("metric '%s' is named twice", metric->name);
    m->list[m->count++] = metric;
    return 0;
}

int metrics_parse(struct metrics *m, const char *names)
{
    m->count = 0;
    for (const char *at = names;; at++) {
        size_t len = strcspn(at, ",");
        if (add(m, at, len) < 0)
            return OPTIONS_BAD;
        at += len;
        if (*at == '\0')
            return 0;
    }
}
