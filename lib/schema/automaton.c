#include "config.h"

#include "schema/automaton.h"

#include <stdlib.h>

#include "schema/automaton_parts.h"
#include "utf8.h"

/* Bytes looked at one by one, before it is tried to step over more. */
#define STRIDE 16

/* The set of a code point that is not ASCII. */
static size_t set_of(const struct automaton *a, uint32_t point)
{
    size_t low = 0, high = a->bound_count;
    while (high - low > 1) {
        size_t middle = (low + high) / 2;
        if (a->bounds[middle] <= point)
            low = middle;
        else
            high = middle;
    }
    return a->sets[low];
}

/* Eight bytes as a number, the first one lowest: a single load. */
static uint64_t load_word(const char *at)
{
    const unsigned char *p = (const unsigned char *)at;
    return (uint64_t)p[0] | (uint64_t)p[1] << 8 | (uint64_t)p[2] << 16 |
           (uint64_t)p[3] << 24 | (uint64_t)p[4] << 32 |
           (uint64_t)p[5] << 40 | (uint64_t)p[6] << 48 | (uint64_t)p[7] << 56;
}

/* Steps over the bytes from `i` on that leave the state as it is, eight at a
 * time. Bytes that may not get their high bit set; so may bytes behind one, by
 * what they lend it, but the first is right. */
static size_t skip(unsigned exits, const char *text, size_t i, size_t len)
{
    const uint64_t ones = 0x0101010101010101u, highs = 0x8080808080808080u;
    uint64_t one = ones * (exits & 0xff), two = ones * (exits >> 8);
    for (; len - i >= 8; i += 8) {
        uint64_t word = load_word(text + i);
        uint64_t special = (word | (word - ones * 0x20) | (word + ones) |
                            ((word ^ one) - ones) | ((word ^ two) - ones)) &
                           highs;
        if (special != 0)
            return i + (size_t)__builtin_ctzll(special) / 8;
    }
    return i;
}

/* Walks over characters from `*i` on, up to `end` or one that ends the search.
 * Returns the row that leads to. */
static size_t walk(const struct automaton *a, size_t row, const char *text,
                   size_t *i, size_t end)
{
    size_t size;
    while (*i < end && row < AUTOMATON_ROW_FOUND) {
        size_t next = a->rows[row + a->ascii[(unsigned char)text[*i]]];
        if (next != AUTOMATON_ROW_WIDE) {
            ++*i;
        } else if (a->narrow) {
            return next;
        } else {
            next = a->rows[row + set_of(a, utf8_decode(text + *i, &size))];
            *i += size;
        }
        row = next;
    }
    return row;
}

/* 1 if it is found, or would be if the text ended here; 0; -1. */
static int verdict(const struct automaton *a, size_t row)
{
    if (row == AUTOMATON_ROW_WIDE)
        return -1;
    return row < AUTOMATON_ROW_FOUND ? a->rows[row + a->set_count + 1]
                                     : row == AUTOMATON_ROW_FOUND;
}

/* Walks from `i` to `end` with the table of few states. */
static const struct automaton_state *
walk_few(const struct automaton_few *f, const struct automaton_state *state,
         const char *text, size_t i, size_t end)
{
    uint64_t bit = (uint64_t)(state - f->states) * AUTOMATON_BITS;
    for (; i < end; i++)
        bit = f->shifts[(unsigned char)text[i]] >> (bit & 63);
    return &f->states[(bit & 63) / AUTOMATON_BITS];
}

/* Searches with the table of few states, and the other one where a stride holds
 * what is not ASCII. */
static int find_few(const struct automaton *a, const char *text, size_t len)
{
    const struct automaton_state *state = a->few->states;
    size_t i = 0, row = state->row;
    while (i < len && row < AUTOMATON_ROW_FOUND) {
        if (i > 0 && state->exits != AUTOMATON_EXITS)
            i = skip(state->exits, text, i, len);
        size_t end = len - i > STRIDE ? i + STRIDE : len;
        state = walk_few(a->few, state, text, i, end);
        if (state->row != AUTOMATON_ROW_WIDE) {
            row = state->row;
            i = end;
        } else {
            row = walk(a, row, text, &i, end);
            if (row < AUTOMATON_ROW_FOUND)
                state = &a->few->states[row / a->width];
        }
    }
    return verdict(a, row);
}

int automaton_find(const struct automaton *a, const char *text, size_t len)
{
    size_t i = 0;
    if (a->few != NULL)
        return find_few(a, text, len);
    return verdict(a, walk(a, a->start, text, &i, len));
}

void automaton_free(struct automaton *a)
{
    if (a == NULL)
        return;
    free(a->rows);
    free(a->few);
    free(a);
}
