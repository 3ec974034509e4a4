/* From the JSON of a scores file, which its schema has been held to, to structs:
 * members that are not there, or null, are empty text and null numbers. */
#include "config.h"

#include "report/scores_fill.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "schema/value.h"

/* What is read, and where its text goes. */
struct reader {
    struct scores *scores;
    struct buf scratch;
};

/* The member of that name; false, too, if it is null. */
static bool member(struct value object, const char *name, struct value *v)
{
    return value_member(object, name, strlen(name), v) &&
           value_kind(*v) != JSON_NULL;
}

/* Keeps `len` bytes in the store, where a NUL becomes U+FFFD: the store has the
 * size of the file, which holds quotes or a comma for each end, six bytes for
 * each such NUL. */
static const char *keep(struct reader *r, const char *bytes, size_t len)
{
    struct scores *s = r->scores;
    char *kept = s->store + s->used, *to = kept;
    for (size_t i = 0; i < len; i++) {
        if (bytes[i] != '\0') {
            *to++ = bytes[i];
            continue;
        }
        memcpy(to, "\xef\xbf\xbd", 3);
        to += 3;
    }
    *to++ = '\0';
    s->used = (size_t)(to - s->store);
    return kept;
}

/* A string member, or NULL. */
static const char *text_or_null(struct reader *r, struct value object,
                                const char *name)
{
    struct value v;
    size_t len;
    if (!member(object, name, &v) || value_kind(v) != JSON_STRING)
        return NULL;
    const char *text = value_string(v, &r->scratch, &len);
    return keep(r, text, len);
}

static const char *text(struct reader *r, struct value object,
                        const char *name)
{
    const char *found = text_or_null(r, object, name);
    return found != NULL ? found : "";
}

static struct number number(struct reader *r, struct value object,
                            const char *name)
{
    struct value v;
    size_t len;
    if (!member(object, name, &v) || value_kind(v) != JSON_NUMBER)
        return (struct number){NULL, 0};
    const char *raw = value_raw(v, &len);
    const char *kept = keep(r, raw, len);
    return (struct number){kept, strtod(kept, NULL)};
}

static bool truth(struct value object, const char *name)
{
    struct value v;
    return member(object, name, &v) && value_kind(v) == JSON_TRUE;
}

/* A list's elements, one after another. */
struct elements {
    struct value next;
    size_t count; /* in all */
};

static struct elements list(struct value object, const char *name)
{
    struct value v;
    if (!member(object, name, &v) || value_kind(v) != JSON_ARRAY)
        return (struct elements){object, 0};
    return (struct elements){{v.tape, v.node + 1},
                             v.tape->nodes[v.node].size};
}

static struct value take(struct elements *e)
{
    struct value taken = e->next;
    e->next.node += taken.tape->nodes[taken.node].skip;
    return taken;
}

static void read_replies(struct reader *r, struct elements e, struct run *run)
{
    run->replies = xcalloc(e.count + 1, sizeof *run->replies);
    for (; run->replies_count < e.count; run->replies_count++) {
        struct value v = take(&e);
        run->replies[run->replies_count] = (struct replies){
            .set = text(r, v, "set"),
            .task = text(r, v, "task"),
            .modality = text(r, v, "modality"),
            .asked = number(r, v, "asked"),
            .answered = number(r, v, "answered"),
            .right = number(r, v, "right"),
            .wrong = number(r, v, "wrong"),
            .refused = number(r, v, "refused"),
            .empty = number(r, v, "empty"),
            .unparsable = number(r, v, "unparsable"),
            .broken = number(r, v, "broken"),
        };
    }
}

static void read_cells(struct reader *r, struct elements e, struct run *run)
{
    run->cells = xcalloc(e.count + 1, sizeof *run->cells);
    for (; run->cell_count < e.count; run->cell_count++) {
        struct value v = take(&e);
        run->cells[run->cell_count] = (struct cell){
            .set = text(r, v, "set"),
            .task = text(r, v, "task"),
            .modality = text(r, v, "modality"),
            .slice = text(r, v, "slice"),
            .metric = text(r, v, "metric"),
            .numerator = number(r, v, "numerator"),
            .denominator = number(r, v, "denominator"),
            .value = number(r, v, "value"),
            .low = number(r, v, "low"),
            .high = number(r, v, "high"),
            .chance = number(r, v, "chance"),
            .prior = number(r, v, "prior"),
            .familiar = number(r, v, "familiar"),
            .strangers = number(r, v, "strangers"),
            .complete = truth(v, "complete"),
        };
    }
}

static void read_parts(struct reader *r, struct elements e, struct run *run)
{
    run->parts = xcalloc(e.count + 1, sizeof *run->parts);
    for (; run->part_count < e.count; run->part_count++) {
        struct value v = take(&e);
        run->parts[run->part_count] = (struct part){
            .part = text(r, v, "part"),
            .task = text(r, v, "task"),
            .modality = text(r, v, "modality"),
            .value = number(r, v, "value"),
            .unlearned = number(r, v, "unlearned"),
            .vanilla = number(r, v, "vanilla"),
            .gold = number(r, v, "gold"),
            .strangers = number(r, v, "strangers"),
            .over = number(r, v, "over"),
            .why = text_or_null(r, v, "why"),
        };
    }
}

static void read_signals(struct reader *r, struct elements e, struct run *run)
{
    run->signals = xcalloc(e.count + 1, sizeof *run->signals);
    for (; run->signal_count < e.count; run->signal_count++) {
        struct value v = take(&e);
        run->signals[run->signal_count] =
            (struct signal){text(r, v, "code"), text(r, v, "text")};
    }
}

static void read_measures(struct reader *r, struct elements e,
                          struct run *run)
{
    run->measures = xcalloc(e.count + 1, sizeof *run->measures);
    for (; run->measure_count < e.count; run->measure_count++) {
        struct value v = take(&e);
        run->measures[run->measure_count] = (struct measure){
            .name = text(r, v, "name"),
            .set = text_or_null(r, v, "set"),
            .value = number(r, v, "value"),
            .n = number(r, v, "n"),
            .low = number(r, v, "low"),
            .high = number(r, v, "high"),
        };
    }
}

static void read_absent(struct reader *r, struct elements e, struct run *run)
{
    run->absent = xcalloc(e.count + 1, sizeof *run->absent);
    for (; run->absent_count < e.count; run->absent_count++) {
        struct value v = take(&e);
        run->absent[run->absent_count] =
            (struct absent){text(r, v, "name"), text(r, v, "needs")};
    }
}

static void read_utility(struct reader *r, struct elements e, struct run *run)
{
    run->utility = xcalloc(e.count + 1, sizeof *run->utility);
    for (; run->utility_count < e.count; run->utility_count++) {
        struct value v = take(&e);
        run->utility[run->utility_count] = (struct utility){
            .name = text(r, v, "name"),
            .file = text(r, v, "file"),
            .value = number(r, v, "value"),
            .n = number(r, v, "n"),
        };
    }
}

static void read_score(struct reader *r, struct value v, struct run *run)
{
    struct value score;
    run->score_name = "";
    if (!member(v, "score", &score))
        return;
    run->score_name = text(r, score, "name");
    run->score_why = text_or_null(r, score, "why");
    run->score = number(r, score, "value");
    run->f = number(r, score, "F");
    run->t = number(r, score, "T");
    run->r = number(r, score, "R");
    run->c = number(r, score, "C");
}

static enum run_role role_of(struct value v)
{
    struct value role;
    if (!member(v, "role", &role))
        return RUN_UNLEARNED;
    if (value_is(role, "vanilla"))
        return RUN_VANILLA;
    return value_is(role, "gold") ? RUN_GOLD : RUN_UNLEARNED;
}

static void read_run(struct reader *r, struct value v, struct run *run)
{
    struct number step = number(r, v, "step");
    run->name = text(r, v, "name");
    run->method = text_or_null(r, v, "method");
    if (run->method == NULL)
        run->method = run->name;
    run->role = role_of(v);
    run->step = step.text != NULL ? (int64_t)step.value : SCORES_NO_STEP;
    read_score(r, v, run);
    read_replies(r, list(v, "replies"), run);
    read_cells(r, list(v, "cells"), run);
    read_parts(r, list(v, "parts"), run);
    read_signals(r, list(v, "signals"), run);
    read_measures(r, list(v, "measures"), run);
    read_absent(r, list(v, "absent"), run);
    read_utility(r, list(v, "utility"), run);
}

static void read_differences(struct reader *r, struct elements e)
{
    struct scores *s = r->scores;
    s->differences = xcalloc(e.count + 1, sizeof *s->differences);
    for (; s->difference_count < e.count; s->difference_count++) {
        struct value v = take(&e);
        s->differences[s->difference_count] = (struct difference){
            .a = text(r, v, "a"),
            .b = text(r, v, "b"),
            .set = text(r, v, "set"),
            .task = text(r, v, "task"),
            .modality = text(r, v, "modality"),
            .metric = text(r, v, "metric"),
            .value = number(r, v, "value"),
            .low = number(r, v, "low"),
            .high = number(r, v, "high"),
            .p = number(r, v, "p"),
            .p_holm = number(r, v, "p_holm"),
        };
    }
}

static void read_all(struct reader *r, struct value root)
{
    struct scores *s = r->scores;
    struct value release, bootstrap;
    s->version = text(r, root, "version");
    s->rules = text(r, root, "rules");
    s->forget = text(r, root, "forget");
    s->root = "";
    if (member(root, "release", &release)) {
        s->root = text(r, release, "root");
        s->people = number(r, release, "people");
        s->questions = number(r, release, "questions");
        s->celebrities = truth(release, "celebrities");
    }
    if (member(root, "bootstrap", &bootstrap)) {
        s->draws = number(r, bootstrap, "draws");
        s->level = number(r, bootstrap, "level");
    }
    struct elements e = list(root, "runs");
    s->runs = xcalloc(e.count + 1, sizeof *s->runs);
    for (; s->run_count < e.count; s->run_count++)
        read_run(r, take(&e), &s->runs[s->run_count]);
    read_differences(r, list(root, "differences"));
}

/* Marks the runs that are the last of their method. */
static void find_last(struct scores *s)
{
    for (size_t i = 0; i < s->run_count; i++) {
        struct run *run = &s->runs[i];
        run->last = true;
        for (size_t k = 0; k < s->run_count && run->step >= 0; k++)
            if (s->runs[k].role == run->role &&
                s->runs[k].step > run->step &&
                strcmp(s->runs[k].method, run->method) == 0)
                run->last = false;
    }
}

void scores_fill(struct scores *s, const struct json_tape *tape, size_t size)
{
    struct reader r = {s, BUF_EMPTY};
    s->store = xmalloc(size + 1, 1);
    read_all(&r, (struct value){tape, 0});
    find_last(s);
    buf_release(&r.scratch);
}
