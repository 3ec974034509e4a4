#include "config.h"

#include "mark/naming.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define FIRST_CAP 16
#define LONG_AGO 1000 /* words */

static void add_span(struct naming *n, struct naming_span span)
{
    while (n->count > 0 && n->spans[n->count - 1].first >= span.first)
        n->count--;
    if (n->count == n->cap) {
        n->cap = n->cap == 0 ? FIRST_CAP : 2 * n->cap;
        n->spans = xrealloc(n->spans, n->cap, sizeof *n->spans);
    }
    n->spans[n->count++] = span;
}

/* The value that one item is by itself, or VALUES_NONE. */
static uint32_t value_of(const struct values *v, size_t fact, uint32_t item)
{
    uint32_t state = values_step(v, values_start(fact), item);
    return v->states[state].value;
}

/* A quantity that may be one of several. Returns false if it is not. */
static bool add_vague(struct naming *n, const struct values *v, size_t fact,
                      const struct item *item, size_t number, bool denied)
{
    struct naming_span span = {item->kind, .length = item->length,
                               .denied = denied, .first = number,
                               .from = item->from, .to = item->to};
    if (item->kind == ITEM_EITHER) {
        span.value = value_of(v, fact, item->word);
        span.other = value_of(v, fact, item->other);
    } else if (item->kind != ITEM_ROUNDED || item->word != VOCABULARY_NONE) {
        return false;
    }
    add_span(n, span);
    return true;
}

static void make_room(struct naming *n, size_t deepest)
{
    size_t cap = n->place_cap == 0 ? FIRST_CAP : n->place_cap;
    while (cap <= deepest)
        cap *= 2;
    if (cap == n->place_cap)
        return;
    n->places = xrealloc(n->places, cap, sizeof *n->places);
    n->place_cap = cap;
}

static unsigned words_after(const struct terms *t, const struct item *item,
                            unsigned after)
{
    unsigned roles = terms_of(t, item->word).roles;
    if ((roles & TERM_NOT) != 0)
        return 0;
    if ((roles & TERM_BUT) != 0)
        return LONG_AGO;
    return after < LONG_AGO ? after + 1 : after;
}

void naming_find(struct naming *n, const struct values *v,
                 const struct terms *t, size_t fact, const char *text,
                 size_t len)
{
    struct item item;
    uint32_t state = values_start(fact);
    unsigned after = LONG_AGO;
    n->count = 0;
    make_room(n, v->deepest);
    items_start(&n->items, t, NULL, text, len);
    items_next(&n->items, &item);
    for (size_t i = 0; item.kind != ITEM_END; i++) {
        if (item.breaks)
            after = LONG_AGO;
        n->places[i & (n->place_cap - 1)] =
            (struct naming_place){item.from, after};
        state = values_step(v, state, item.word);
        uint32_t value = v->states[state].value;
        bool longer = v->states[value].depth > 1;
        if ((longer || !add_vague(n, v, fact, &item, i, after <= NAMING_NOT)) &&
            value != VALUES_NONE) {
            size_t first = i + 1 - v->states[value].depth;
            struct naming_place p = n->places[first & (n->place_cap - 1)];
            add_span(n, (struct naming_span){
                ITEM_WORD, value, .denied = p.after <= NAMING_NOT,
                .first = first, .from = p.from, .to = item.to});
        }
        after = words_after(t, &item, after);
        items_next(&n->items, &item);
    }
}

static bool is_in(uint32_t value, const uint32_t *list, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == value)
            return true;
    return false;
}

struct naming_verdict naming_judge(const struct naming *n,
                                   const struct values *v, size_t fact,
                                   const uint32_t *given, size_t count)
{
    struct naming_verdict verdict = {false, false, false};
    for (size_t i = 0; i < n->count; i++) {
        const struct naming_span *s = &n->spans[i];
        bool right = is_in(s->value, given, count), any = true;
        if (s->kind == ITEM_ROUNDED) {
            right = values_near(v, fact, s->length, given, count, &any);
        } else if (s->kind == ITEM_EITHER) {
            right = right || is_in(s->other, given, count);
            any = s->value != VALUES_NONE || s->other != VALUES_NONE;
        }
        if (right && (s->denied || s->kind == ITEM_EITHER))
            verdict.denied = true;
        else if (right)
            verdict.right = true;
        else if (any)
            verdict.others = true;
    }
    return verdict;
}

void naming_drop(struct naming *n, const uint32_t *known, size_t count)
{
    size_t kept = 0;
    for (size_t i = 0; i < n->count; i++)
        if (n->spans[i].kind != ITEM_WORD ||
            !is_in(n->spans[i].value, known, count))
            n->spans[kept++] = n->spans[i];
    n->count = kept;
}

bool naming_parts(struct naming *n, const struct values *v,
                  const struct terms *t, uint32_t value, const char *text,
                  size_t len)
{
    uint32_t parts[NAMING_PARTS];
    size_t last[NAMING_PARTS + 1] = {0}; /* number of the item behind the one
                                            that the first so many parts end
                                            with, or 0 */
    size_t count = v->states[value].depth;
    if (count > NAMING_PARTS || count == 0)
        return false;
    for (size_t i = count; i > 0; i--) {
        parts[i - 1] = v->states[value].item;
        value = v->states[value].parent;
    }
    struct item item;
    items_start(&n->items, t, NULL, text, len);
    items_next(&n->items, &item);
    for (size_t number = 1; item.kind != ITEM_END; number++) {
        if ((terms_of(t, item.word).roles & TERM_OR) != 0)
            memset(last, 0, sizeof last);
        for (size_t i = count; i > 0; i--)
            if (item.word == parts[i - 1] &&
                (i == 1 || (last[i - 1] != 0 &&
                            number - last[i - 1] <= NAMING_GAP + 1)))
                last[i] = number;
        if (last[count] != 0)
            return true;
        items_next(&n->items, &item);
    }
    return false;
}

void naming_release(struct naming *n)
{
    items_release(&n->items);
    free(n->spans);
    free(n->places);
    *n = (struct naming){0};
}
