#include "config.h"

#include "lint/texts.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define AROUND 24 /* bytes shown on either side of what was found */

static bool is_ascii(const char *text)
{
    for (; *text != '\0'; text++)
        if ((unsigned char)*text >= 0x80)
            return false;
    return true;
}

static void add(struct texts *t, const cJSON *value, const char *owner,
                const char *member, enum text_kind kind)
{
    const char *text = cJSON_GetStringValue(value);
    if (text == NULL)
        return;
    if (t->count == t->cap) {
        t->cap = t->cap == 0 ? 256 : 2 * t->cap;
        t->list = xrealloc(t->list, t->cap, sizeof *t->list);
    }
    t->list[t->count++] =
        (struct text){text, owner, member, kind, is_ascii(text)};
}

static const cJSON *member(const cJSON *object, const char *name)
{
    return cJSON_GetObjectItemCaseSensitive(object, name);
}

static void add_member(struct texts *t, const cJSON *object,
                       const char *owner, const char *name,
                       enum text_kind kind)
{
    add(t, member(object, name), owner, name, kind);
}

/* The facts, and those inside one that is an object or an array. */
static void add_facts(struct texts *t, const cJSON *facts)
{
    const cJSON *fact, *part;
    cJSON_ArrayForEach(fact, facts) {
        add(t, fact, NULL, fact->string, TEXT_VALUE);
        cJSON_ArrayForEach(part, fact)
            add(t, part, NULL, fact->string, TEXT_VALUE);
    }
}

static void add_items(struct texts *t, const cJSON *list, const char *owner,
                      const char *name)
{
    const cJSON *item;
    cJSON_ArrayForEach(item, list)
        add(t, item, owner, name, TEXT_VALUE);
}

/* The task's name decides what question and answer are. */
static void add_question(struct texts *t, const cJSON *q)
{
    const char *id = person_text(q, "id"), *task = person_text(q, "task");
    bool open = task != NULL && strcmp(task, "open") == 0;
    bool cloze = task != NULL && strcmp(task, "cloze") == 0;
    const cJSON *wrong;
    add_member(t, q, id, "question", cloze ? TEXT_CLOZE : TEXT_QUESTION);
    add_member(t, q, id, "answer", open ? TEXT_PROSE : TEXT_VALUE);
    add_member(t, q, id, "value", TEXT_VALUE);
    add_member(t, q, id, "paraphrase", TEXT_PROSE);
    add_items(t, member(q, "options"), id, "options");
    add_items(t, member(q, "aliases"), id, "aliases");
    cJSON_ArrayForEach(wrong, member(q, "perturbed")) {
        add(t, member(wrong, "answer"), id, "perturbed", TEXT_PROSE);
        add(t, member(wrong, "value"), id, "perturbed", TEXT_VALUE);
    }
}

void texts_read(struct texts *t, const struct person *p)
{
    const cJSON *item;
    t->count = 0;
    t->place = p->place;
    add_member(t, p->tree, NULL, "name", TEXT_VALUE);
    add_member(t, p->tree, NULL, "biography", TEXT_PROSE);
    add_facts(t, p->facts);
    cJSON_ArrayForEach(item, p->questions)
        add_question(t, item);
    cJSON_ArrayForEach(item, p->images)
        add_member(t, item, person_text(item, "id"), "alt", TEXT_PROSE);
}

/* The first byte of the sequence that `at` is in, not before `start`. */
static const char *whole(const char *start, const char *at)
{
    while (at > start && ((unsigned char)*at & 0xc0) == 0x80)
        at--;
    return at;
}

void texts_find(const struct texts *t, const struct text *text,
                const char *code, const char *at, size_t len,
                struct findings *f)
{
    size_t before = (size_t)(at - text->text), behind = strlen(at + len);
    const char *from = before <= AROUND ? text->text
                                        : whole(text->text, at - AROUND);
    const char *to = at + len + (behind <= AROUND ? behind : AROUND);
    to = whole(at + len, to);
    findings_add(f, code, t->place, "%s%s%s: \"%s%.*s%s\"",
                 text->owner != NULL ? text->owner : "",
                 text->owner != NULL ? " " : "", text->member,
                 from > text->text ? ".." : "", (int)(to - from), from,
                 *to != '\0' ? ".." : "");
}

void texts_release(struct texts *t)
{
    free(t->list);
    *t = (struct texts){0};
}
