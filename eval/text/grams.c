#include "config.h"

#include "grams.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define FIRST_CAP 1024
#define NONE UINT32_MAX /* a run that the candidate has not */

size_t grams_total(size_t count, unsigned n)
{
    return count < n ? 0 : count - n + 1;
}

static size_t slot_of(const struct grams *g, uint64_t key)
{
    uint64_t hash = key * 0x9e3779b97f4a7c15u;
    size_t mask = 2 * g->cap - 1;
    size_t slot = (size_t)(hash >> 32) & mask;
    while (g->slots[slot].number != 0 && g->slots[slot].key != key)
        slot = (slot + 1) & mask;
    return slot;
}

/* By what a run is known: the one without its last token, and that token. */
static uint64_t key_of(uint32_t run, uint32_t token)
{
    return (uint64_t)run << 32 | token;
}

/* Makes room for as many runs as the candidate has tokens. */
static void reserve(struct grams *g, size_t runs)
{
    if (runs <= g->cap)
        return;
    if (g->cap == 0)
        g->cap = FIRST_CAP;
    while (g->cap < runs)
        g->cap *= 2;
    free(g->slots);
    g->slots = xcalloc(2 * g->cap, sizeof *g->slots);
    g->tally = xrealloc(g->tally, g->cap, sizeof *g->tally);
}

static uint32_t *room_for(struct grams *g, int side, size_t tokens)
{
    if (tokens > g->room[side]) {
        g->room[side] = 2 * tokens;
        g->runs[side] = xrealloc(g->runs[side], g->room[side],
                                 sizeof **g->runs);
    }
    return g->runs[side];
}

/* Counts the candidate's runs of n tokens, and puts them in the place of those
 * of n - 1 tokens. */
static void count_candidate(struct grams *g, const struct tokens *t,
                            unsigned n)
{
    uint32_t *runs = g->runs[0];
    for (size_t i = 0; i < grams_total(t->count, n); i++) {
        uint64_t key = key_of(n > 1 ? runs[i] : 0, t->ids[i + n - 1]);
        size_t slot = slot_of(g, key);
        if (g->slots[slot].number == 0) {
            g->tally[g->count] =
                (struct grams_tally){.slot = (uint32_t)slot};
            g->slots[slot] =
                (struct grams_slot){key, (uint32_t)++g->count};
        }
        runs[i] = g->slots[slot].number - 1;
        g->tally[runs[i]].candidate++;
    }
}

/* Finds the runs of n tokens of a reference, as above. */
static void find_runs(struct grams *g, const struct tokens *t, unsigned n,
                      uint32_t *runs)
{
    for (size_t i = 0; i < grams_total(t->count, n); i++) {
        if (n > 1 && runs[i] == NONE)
            continue;
        uint64_t key = key_of(n > 1 ? runs[i] : 0, t->ids[i + n - 1]);
        size_t slot = slot_of(g, key);
        runs[i] = g->slots[slot].number - 1; /* NONE if it is 0 */
        if (runs[i] != NONE)
            g->tally[runs[i]].reference++;
    }
}

/* Notes how often each run was found in the reference, and forgets it. */
static void note_most(struct grams *g, size_t total, const uint32_t *runs)
{
    for (size_t i = 0; i < total; i++) {
        if (runs[i] == NONE)
            continue;
        struct grams_tally *tally = &g->tally[runs[i]];
        if (tally->reference > tally->most)
            tally->most = tally->reference;
        tally->reference = 0;
    }
}

/* Adds the matches up, and frees the table for the next order. */
static size_t take_matches(struct grams *g)
{
    size_t matches = 0;
    for (size_t i = 0; i < g->count; i++) {
        const struct grams_tally *t = &g->tally[i];
        matches += t->candidate < t->most ? t->candidate : t->most;
        g->slots[t->slot].number = 0;
    }
    g->count = 0;
    return matches;
}

void grams_match(struct grams *g, const struct tokens *candidate,
                 const struct tokens *references, size_t count,
                 unsigned orders, size_t *matches)
{
    size_t tokens = 0;
    for (size_t r = 0; r < count; r++)
        tokens += references[r].count;
    reserve(g, candidate->count);
    room_for(g, 0, candidate->count);
    room_for(g, 1, tokens + 1); /* also where there are none: an address */
    memset(matches, 0, orders * sizeof *matches);
    for (unsigned n = 1; n <= orders && n <= candidate->count; n++) {
        if (n > 1 && matches[n - 2] == 0)
            break;
        count_candidate(g, candidate, n);
        uint32_t *runs = g->runs[1];
        for (size_t r = 0; r < count; r++) {
            find_runs(g, &references[r], n, runs);
            note_most(g, grams_total(references[r].count, n), runs);
            runs += references[r].count;
        }
        matches[n - 1] = take_matches(g);
    }
}

void grams_release(struct grams *g)
{
    free(g->slots);
    free(g->tally);
    free(g->runs[0]);
    free(g->runs[1]);
    *g = (struct grams){0};
}
