#include "config.h"

#include "mark/values.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "mark/amounts.h"

#define FIRST_CAP 1024 /* a power of two */
#define NO_STATE 0

static uint64_t mix(uint64_t x)
{
    x ^= x >> 32;
    x *= 0x9e3779b97f4a7c15u;
    return x ^ x >> 29;
}

/* The slot of a step, taken or free. */
static size_t step_slot(const struct values *v, uint64_t key)
{
    size_t slot = mix(key) & (v->step_cap - 1);
    while (v->steps[slot] != NO_STATE && v->keys[slot] != key)
        slot = (slot + 1) & (v->step_cap - 1);
    return slot;
}

static uint64_t step_key(uint32_t state, uint32_t item)
{
    return (uint64_t)state << 32 | item;
}

static void grow_steps(struct values *v)
{
    uint64_t *keys = v->keys;
    uint32_t *steps = v->steps;
    size_t cap = v->step_cap;
    v->step_cap = cap == 0 ? FIRST_CAP : 2 * cap;
    v->keys = xmalloc(v->step_cap, sizeof *v->keys);
    v->steps = xcalloc(v->step_cap, sizeof *v->steps);
    for (size_t i = 0; i < cap; i++)
        if (steps[i] != NO_STATE) {
            size_t slot = step_slot(v, keys[i]);
            v->keys[slot] = keys[i];
            v->steps[slot] = steps[i];
        }
    free(keys);
    free(steps);
}

static uint32_t add_state(struct values *v, struct values_state state)
{
    if (v->count == v->cap) {
        v->cap = v->cap == 0 ? FIRST_CAP : 2 * v->cap;
        v->states = xrealloc(v->states, v->cap, sizeof *v->states);
    }
    v->states[v->count] = state;
    return (uint32_t)v->count++;
}

void values_init(struct values *v, size_t facts)
{
    *v = (struct values){0};
    grow_steps(v);
    for (size_t i = 0; i <= facts; i++)
        add_state(v, (struct values_state){.fact = (uint32_t)(i - (i > 0))});
}

uint32_t values_start(size_t fact)
{
    return (uint32_t)fact + 1;
}

/* The state an item leads to, which is new if there was none. */
static uint32_t grow_state(struct values *v, uint32_t from, uint32_t item)
{
    uint64_t key = step_key(from, item);
    size_t slot = step_slot(v, key);
    if (v->steps[slot] != NO_STATE)
        return v->steps[slot];
    const struct values_state *parent = &v->states[from];
    uint32_t state = add_state(
        v, (struct values_state){from, item, parent->depth + 1, parent->fact});
    v->keys[slot] = key;
    v->steps[slot] = state;
    if (2 * v->count > v->step_cap)
        grow_steps(v);
    return state;
}

/* Notes a measure in centimetres: digits and decimals, then its unit. */
static void add_length(struct values *v, uint32_t value,
                       const struct item *item)
{
    uint64_t length = 0;
    unsigned decimals = 0;
    const char *at = item->text;
    for (bool behind = false; *at != ' ' && *at != '\0'; at++) {
        if (*at == '.') {
            behind = true;
            continue;
        }
        if (*at < '0' || *at > '9')
            return;
        length = length * 10 + (uint64_t)(*at - '0');
        decimals += behind;
    }
    if (strcmp(at, " cm") != 0)
        return;
    for (; decimals < 4; decimals++)
        length *= 10;
    if (v->length_count == v->length_cap) {
        v->length_cap = v->length_cap == 0 ? FIRST_CAP : 2 * v->length_cap;
        v->lengths = xrealloc(v->lengths, v->length_cap, sizeof *v->lengths);
    }
    v->lengths[v->length_count++] = (struct values_length){
        v->states[value].fact, value, length};
}

/* The value of a text that was not added before. */
static uint32_t learn(struct values *v, struct terms *t, size_t fact,
                      const char *text, size_t len)
{
    struct item item, only = {ITEM_END};
    uint32_t state = values_start(fact);
    items_start(&v->items, t, &t->words, text, len);
    for (items_next(&v->items, &item); item.kind != ITEM_END;
         items_next(&v->items, &item)) {
        state = grow_state(v, state, item.word);
        only = item;
    }
    if (state == values_start(fact))
        return VALUES_NONE;
    struct values_state *last = &v->states[state];
    if (!last->ends && last->depth == 1 && only.kind == ITEM_QUANTITY)
        add_length(v, state, &only);
    last->ends = true;
    if (last->depth > v->deepest)
        v->deepest = last->depth;
    return state;
}

static size_t spelling_slot(const struct values *v, size_t fact,
                            const char *text, size_t len)
{
    uint64_t hash = fact;
    for (size_t i = 0; i < len; i++)
        hash = (hash ^ (unsigned char)text[i]) * 0x100000001b3u;
    size_t slot = mix(hash) & (v->spelling_cap - 1);
    for (;; slot = (slot + 1) & (v->spelling_cap - 1)) {
        const struct values_spelling *s = &v->spellings[slot];
        if (s->text == NULL || (s->fact == fact && s->len == len &&
                                memcmp(s->text, text, len) == 0))
            return slot;
    }
}

static void grow_spellings(struct values *v)
{
    struct values_spelling *old = v->spellings;
    size_t cap = v->spelling_cap;
    v->spelling_cap = cap == 0 ? FIRST_CAP : 2 * cap;
    v->spellings = xcalloc(v->spelling_cap, sizeof *v->spellings);
    for (size_t i = 0; i < cap; i++)
        if (old[i].text != NULL)
            v->spellings[spelling_slot(v, old[i].fact, old[i].text,
                                       old[i].len)] = old[i];
    free(old);
}

uint32_t values_add(struct values *v, struct terms *t, size_t fact,
                    const char *text, size_t len)
{
    if (len == 0)
        return VALUES_NONE;
    if (2 * v->spelling_count >= v->spelling_cap)
        grow_spellings(v);
    struct values_spelling *s =
        &v->spellings[spelling_slot(v, fact, text, len)];
    if (s->text == NULL) {
        *s = (struct values_spelling){text, len, (uint32_t)fact,
                                      learn(v, t, fact, text, len)};
        v->spelling_count++;
    }
    return s->value;
}

static int by_length(const void *a, const void *b)
{
    const struct values_length *x = a, *y = b;
    if (x->fact != y->fact)
        return x->fact < y->fact ? -1 : 1;
    return (x->length > y->length) - (x->length < y->length);
}

/* Sets where a state goes on if no step leads on from it, and the longest value
 * that ends there; that of all states with fewer items is set. */
static void link_state(struct values *v, uint32_t number)
{
    struct values_state *s = &v->states[number];
    s->back = values_start(s->fact);
    if (s->depth > 1)
        s->back = values_step(v, v->states[s->parent].back, s->item);
    s->value = s->ends ? number : v->states[s->back].value;
}

void values_ready(struct values *v)
{
    size_t *places = xcalloc(v->deepest + 2, sizeof *places);
    uint32_t *order = xmalloc(v->count, sizeof *order);
    for (size_t i = 1; i < v->count; i++)
        places[v->states[i].depth + 1]++;
    for (size_t depth = 0; depth <= v->deepest; depth++)
        places[depth + 1] += places[depth];
    for (size_t i = 1; i < v->count; i++)
        order[places[v->states[i].depth]++] = (uint32_t)i;
    for (size_t i = 0; i + 1 < v->count; i++)
        if (v->states[order[i]].depth > 0)
            link_state(v, order[i]);
    free(places);
    free(order);
    if (v->length_count > 0)
        qsort(v->lengths, v->length_count, sizeof *v->lengths, by_length);
}

uint32_t values_step(const struct values *v, uint32_t state, uint32_t item)
{
    uint32_t start = values_start(v->states[state].fact);
    if (item == VOCABULARY_NONE)
        return start;
    for (;;) {
        uint32_t next = v->steps[step_slot(v, step_key(state, item))];
        if (next != NO_STATE)
            return next;
        if (state == start)
            return start;
        state = v->states[state].back;
    }
}

/* The first length of a fact that is not below. */
static size_t first_length(const struct values *v, size_t fact, uint64_t length)
{
    struct values_length key = {(uint32_t)fact, 0, length};
    size_t low = 0, high = v->length_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (by_length(&v->lengths[middle], &key) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool values_near(const struct values *v, size_t fact, uint64_t length,
                 const uint32_t *given, size_t count, bool *any)
{
    uint64_t least = length < AMOUNT_ROUNDING ? 0 : length - AMOUNT_ROUNDING;
    *any = false;
    for (size_t i = first_length(v, fact, least); i < v->length_count; i++) {
        const struct values_length *near = &v->lengths[i];
        if (near->fact != fact || near->length > length + AMOUNT_ROUNDING)
            break;
        *any = true;
        for (size_t j = 0; j < count; j++)
            if (given[j] == near->value)
                return true;
    }
    return false;
}

void values_release(struct values *v)
{
    free(v->states);
    free(v->keys);
    free(v->steps);
    free(v->spellings);
    free(v->lengths);
    items_release(&v->items);
    *v = (struct values){0};
}
