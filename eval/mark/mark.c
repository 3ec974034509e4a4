#include "config.h"

#include "mark/mark.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "mark/broken.h"
#include "mark/letters.h"
#include "mark/original.h"

#define FIRST_CAP 64

/* What a reply comes to, before it is asked whether it is language. */
enum outcome {
    RIGHT,
    WRONG,     /* something else is named */
    UNDECIDED, /* several things are named, or one is denied */
    NOTHING    /* nothing is named */
};

/* A reply that is marked. */
struct work {
    struct marker *marker;
    const struct marks *marks;
    const struct exam_question *question;
    const uint32_t *given; /* its values */
    size_t given_count;
    const char *reply;
    size_t len;
};

static bool is_given(const struct work *w, uint32_t value)
{
    for (size_t i = 0; i < w->given_count; i++)
        if (w->given[i] == value)
            return true;
    return false;
}

static void add_named(struct marker *k, uint32_t value)
{
    if (k->named_count == k->named_cap) {
        k->named_cap = k->named_cap == 0 ? FIRST_CAP : 2 * k->named_cap;
        k->named = xrealloc(k->named, k->named_cap, sizeof *k->named);
    }
    k->named[k->named_count++] = value;
}

/* Adds all values in a text but those that are right. */
static void add_all_named(const struct work *w, struct text text)
{
    const struct values *v = &w->marks->values;
    uint32_t state = values_start(w->question->fact);
    struct item item;
    items_start(&w->marker->items, &w->marks->terms, NULL, text.text, text.len);
    for (items_next(&w->marker->items, &item); item.kind != ITEM_END;
         items_next(&w->marker->items, &item)) {
        state = values_step(v, state, item.word);
        for (uint32_t value = v->states[state].value; value != VALUES_NONE;
             value = v->states[v->states[value].back].value)
            if (!is_given(w, value))
                add_named(w->marker, value);
    }
}

/* Finds what the question, the reference sentence and the right value have in
 * them; of several replies to a question that is done once. */
static void find_known(const struct work *w)
{
    const struct exam_question *q = w->question;
    if (w->marker->asked == q)
        return;
    w->marker->asked = q;
    w->marker->named_count = 0;
    add_all_named(w, q->question);
    add_all_named(w, q->answer);
    add_all_named(w, q->value);
    for (size_t i = 0; i < q->alias_count; i++)
        add_all_named(w, q->aliases[i]);
}

/* Leaves those out. */
static void drop_known(const struct work *w)
{
    find_known(w);
    naming_drop(&w->marker->naming, w->marker->named, w->marker->named_count);
}

/* Whether the words of the right value are there with others between them. */
static bool has_parts(const struct work *w)
{
    if (!w->marks->parts[w->question->fact])
        return false;
    for (size_t i = 0; i < w->given_count; i++)
        if (naming_parts(&w->marker->known, &w->marks->values,
                         &w->marks->terms, w->given[i], w->reply, w->len))
            return true;
    return false;
}

static enum outcome outcome_of_value(const struct work *w)
{
    struct naming *n = &w->marker->naming;
    const struct values *v = &w->marks->values;
    size_t fact = w->question->fact;
    naming_find(n, v, &w->marks->terms, fact, w->reply, w->len);
    struct naming_verdict verdict =
        naming_judge(n, v, fact, w->given, w->given_count);
    if (verdict.others) {
        drop_known(w);
        verdict = naming_judge(n, v, fact, w->given, w->given_count);
    }
    if (!verdict.right && !verdict.denied)
        verdict.right = has_parts(w);
    if (verdict.right && !verdict.denied && !verdict.others)
        return RIGHT;
    if (verdict.right || verdict.denied)
        return UNDECIDED;
    return verdict.others ? WRONG : NOTHING;
}

/* The options whose text is found, as bits; *denied if one behind a "not". */
static unsigned options_named(const struct work *w, bool *denied)
{
    struct naming *n = &w->marker->naming;
    unsigned found = 0;
    for (size_t i = 0; i < w->given_count; i++) {
        struct naming_verdict verdict = naming_judge(
            n, &w->marks->values, w->question->fact, &w->given[i], 1);
        if (w->given[i] == VALUES_NONE)
            continue;
        if (verdict.right || verdict.denied)
            found |= 1u << i;
        *denied = *denied || verdict.denied;
    }
    return found;
}

static bool is_one(unsigned bits)
{
    return bits != 0 && (bits & (bits - 1)) == 0;
}

/* The letter a question wants, as a bit. */
static unsigned wanted(const struct exam_question *q)
{
    unsigned letter = q->answer.len == 1 ? (unsigned)(q->answer.text[0] - 'A')
                                         : EXAM_OPTIONS;
    return letter < EXAM_OPTIONS ? 1u << letter : 0;
}

static enum outcome outcome_of_choice(const struct work *w)
{
    struct marker *k = w->marker;
    const struct terms *t = &w->marks->terms;
    naming_find(&k->naming, &w->marks->values, t, w->question->fact, w->reply,
                w->len);
    struct letters letters = letters_find(&k->lexer, t, &k->naming);
    bool denied = letters.denied;
    unsigned options = options_named(w, &denied);
    if (letters.found == 0 && options == 0)
        return NOTHING;
    unsigned all = letters.found | options;
    if (denied || !is_one(all))
        return UNDECIDED;
    return all == wanted(w->question) ? RIGHT : WRONG;
}

static enum outcome outcome_original(const struct work *w)
{
    const struct exam_question *q = w->question;
    size_t len = w->len;
    const char *reply = original_reply(w->reply, &len);
    if (q->task == EXAM_CHOICE) {
        int letter = original_letter(reply, len);
        if (letter < 0)
            return NOTHING;
        return 1u << letter == wanted(q) ? RIGHT : WRONG;
    }
    return original_fills(reply, len, q->answer.text, q->answer.len,
                          w->marker->text)
               ? RIGHT
               : WRONG;
}

static bool is_refusal(const struct work *w)
{
    struct naming *n = &w->marker->known;
    naming_find(n, &w->marks->values, &w->marks->terms, w->marks->refusal,
                w->reply, w->len);
    for (size_t i = 0; i < n->count; i++)
        if (n->spans[i].kind == ITEM_WORD)
            return true;
    return false;
}

/* `strict` is the outcome by the strict rules, which tells whether anything is
 * named. */
static enum mark_class class_of(const struct work *w, enum outcome outcome,
                                enum outcome strict)
{
    if (outcome == RIGHT)
        return MARK_RIGHT;
    enum soundness sound = broken_text(w->reply, w->len);
    if (sound != SOUND_WHOLE)
        return sound == SOUND_EMPTY ? MARK_EMPTY : MARK_BROKEN;
    if (outcome == UNDECIDED)
        return MARK_UNPARSABLE;
    if (strict == NOTHING && is_refusal(w))
        return MARK_REFUSED;
    bool choice = w->question->task == EXAM_CHOICE;
    return choice && outcome == NOTHING ? MARK_UNPARSABLE : MARK_WRONG;
}

/* Whether the reply is the reference and no more. */
static bool is_exact(const struct work *w)
{
    struct marker *k = w->marker;
    const struct terms *t = &w->marks->terms;
    const struct text *answer = &w->question->answer;
    buf_clear(&k->text[0]);
    buf_clear(&k->text[1]);
    items_write(&k->items, t, w->reply, w->len, &k->text[0]);
    items_write(&k->items, t, answer->text, answer->len, &k->text[1]);
    return k->text[0].len == k->text[1].len &&
           (k->text[0].len == 0 ||
            memcmp(k->text[0].data, k->text[1].data, k->text[0].len) == 0);
}

static void add_likeness(const struct work *w, struct mark *mark)
{
    struct likeness *k = &w->marker->likeness;
    struct text answer = w->question->answer;
    struct rouge rouge = likeness_rouge(k, answer.text, answer.len, w->reply,
                                        w->len);
    mark->rougeL_f = rouge.f;
    mark->rougeL_recall = rouge.r;
    mark->bleu = likeness_bleu(k, answer.text, answer.len, w->reply, w->len);
}

struct mark mark_reply(struct marker *k, const struct marks *m, size_t question,
                       const char *reply, size_t len, enum mark_rules rules)
{
    struct work w = {k, m, &m->exam->questions[question], NULL, 0, reply, len};
    w.given = marks_given(m, question, &w.given_count);
    bool choice = w.question->task == EXAM_CHOICE;
    bool open = w.question->task == EXAM_OPEN;
    enum outcome strict = choice ? outcome_of_choice(&w) : outcome_of_value(&w);
    enum outcome outcome = strict;
    if (rules == MARK_MLLMU && !open)
        outcome = outcome_original(&w);
    struct mark mark = {.class = class_of(&w, outcome, strict)};
    mark.correct = outcome == RIGHT;
    mark.value = !choice && strict == RIGHT;
    mark.exact = mark.value && is_exact(&w);
    if (open)
        add_likeness(&w, &mark);
    return mark;
}

const char *mark_class_name(enum mark_class class)
{
    static const char *const names[MARK_CLASSES] = {
        "right", "wrong", "refused", "empty", "unparsable", "broken"};
    return names[class];
}

void mark_release(struct marker *k)
{
    naming_release(&k->naming);
    naming_release(&k->known);
    lexer_release(&k->lexer);
    items_release(&k->items);
    likeness_release(&k->likeness);
    buf_release(&k->text[0]);
    buf_release(&k->text[1]);
    free(k->named);
    *k = (struct marker){0};
}
