#include "config.h"

#include "rouge.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

/* The scores of so many hits among so many tokens, or runs. */
static struct rouge scores(size_t hits, size_t reference, size_t candidate)
{
    struct rouge s = {0, 0, 0};
    if (hits == 0)
        return s;
    s.p = (double)hits / (double)candidate;
    s.r = (double)hits / (double)reference;
    s.f = 2 * s.p * s.r / (s.p + s.r);
    return s;
}

struct rouge rouge_n(struct rouge_room *room, const struct tokens *reference,
                     const struct tokens *candidate, unsigned n)
{
    size_t matches[GRAMS_ORDERS];
    grams_match(&room->grams, candidate, reference, 1, n, matches);
    return scores(matches[n - 1], grams_total(reference->count, n),
                  grams_total(candidate->count, n));
}

static struct lcs_list list_of(const struct tokens *t)
{
    return (struct lcs_list){t->ids, t->count};
}

static struct lcs_list line_of(const struct tokens *t, size_t line)
{
    size_t start = line > 0 ? t->ends[line - 1] : 0;
    return (struct lcs_list){t->ids + start, t->ends[line] - start};
}

struct rouge rouge_l(struct rouge_room *room, const struct tokens *reference,
                     const struct tokens *candidate, size_t tokens)
{
    size_t length = lcs_length(&room->lcs, list_of(reference),
                               list_of(candidate), tokens);
    return scores(length, reference->count, candidate->count);
}

/* Makes room for a mark a token of the reference, and a number a token of the
 * vocabulary. */
static void reserve(struct rouge_room *room, size_t reference, size_t tokens)
{
    if (reference > room->marked) {
        room->marks = xrealloc(room->marks, 2 * reference, 1);
        room->marked = 2 * reference;
    }
    if (tokens <= room->tokens)
        return;
    for (int side = 0; side < 2; side++) {
        free(room->left[side]);
        room->left[side] = xcalloc(2 * tokens, sizeof **room->left);
    }
    room->tokens = 2 * tokens;
}

static void count_tokens(const struct tokens *t, uint32_t *left)
{
    for (size_t i = 0; i < t->count; i++)
        left[t->ids[i]]++;
}

static void forget_tokens(const struct tokens *t, uint32_t *left)
{
    for (size_t i = 0; i < t->count; i++)
        left[t->ids[i]] = 0;
}

/* Counts the marked tokens, each while both texts have one left. */
static size_t take_hits(struct lcs_list line, const unsigned char *marks,
                        uint32_t *const left[2])
{
    size_t hits = 0;
    for (size_t i = 0; i < line.count; i++) {
        uint32_t id = line.ids[i];
        if (marks[i] == 0 || left[0][id] == 0 || left[1][id] == 0)
            continue;
        left[0][id]--;
        left[1][id]--;
        hits++;
    }
    return hits;
}

struct rouge rouge_lsum(struct rouge_room *room,
                        const struct tokens *reference,
                        const struct tokens *candidate, size_t tokens)
{
    size_t hits = 0;
    if (reference->count == 0 || candidate->count == 0)
        return (struct rouge){0, 0, 0};
    reserve(room, reference->count, tokens);
    count_tokens(reference, room->left[0]);
    count_tokens(candidate, room->left[1]);
    for (size_t i = 0; i < reference->lines; i++) {
        struct lcs_list line = line_of(reference, i);
        if (line.count == 0)
            continue;
        memset(room->marks, 0, line.count);
        for (size_t j = 0; j < candidate->lines; j++)
            lcs_mark(&room->lcs, line, line_of(candidate, j), tokens,
                     room->marks);
        hits += take_hits(line, room->marks, room->left);
    }
    forget_tokens(reference, room->left[0]);
    forget_tokens(candidate, room->left[1]);
    return scores(hits, reference->count, candidate->count);
}

void rouge_release(struct rouge_room *room)
{
    grams_release(&room->grams);
    lcs_release(&room->lcs);
    free(room->marks);
    free(room->left[0]);
    free(room->left[1]);
    *room = (struct rouge_room){0};
}
