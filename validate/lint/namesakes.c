#include "config.h"

#include "lint/namesakes.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "datadir.h"
#include "file.h"
#include "lint/spoken.h"
#include "utf8.h"

#define AVOID_LIMIT ((size_t)4 << 20) /* bytes of avoid.txt */
#define SORTED 1                      /* seed of keys of sorted words */

/* What is known of the spoken names once all people are there. */
struct bearer {
    uint32_t first; /* person who has it first, or LEXICON_NONE */
    uint32_t real;  /* celebrity who has it, or LEXICON_NONE */
    bool made_up;   /* somebody else has it */
};

int namesakes_open(struct namesakes *g)
{
    struct buf text = BUF_EMPTY;
    char *path = datadir_path("templates/world/avoid.txt"), *rest = NULL;
    int rc = file_read(path, AVOID_LIMIT, &text);
    if (rc < 0)
        diag_errno("cannot read %s", path);
    free(path);
    if (rc == 0) {
        buf_string(&text);
        for (char *line = strtok_r(text.data, "\n", &rest); line != NULL;
             line = strtok_r(NULL, "\n", &rest)) {
            if (line[0] == '#')
                continue;
            spoken_write(line, &g->name);
            lexicon_put(&g->avoided, buf_string(&g->name));
        }
    }
    buf_release(&text);
    return rc == 0 ? EXIT_OK : EXIT_SYSTEM;
}

void namesakes_add(struct namesakes *g, const struct person *p)
{
    if (p->name == NULL)
        return;
    size_t before = g->written.count;
    uint32_t name = lexicon_put(&g->written, p->name);
    matches_add(&g->bearers, name, p->number, p->kind == RECORD_CELEBRITY);
    if (g->written.count == before)
        return;
    if (name == g->cap) {
        g->cap = g->cap == 0 ? 1024 : 2 * g->cap;
        g->spoken_of = xrealloc(g->spoken_of, g->cap, sizeof *g->spoken_of);
    }
    spoken_write(p->name, &g->name);
    g->spoken_of[name] = lexicon_put(&g->spoken, buf_string(&g->name));
}

/* The same name, as it is written, of two real or of two made-up people. */
static void find_twice(struct namesakes *g, const struct people *people,
                       struct findings *f)
{
    for (size_t i = 0, end; i < g->bearers.count; i = end) {
        const struct match *first[2] = {NULL, NULL};
        end = matches_end(&g->bearers, i);
        for (size_t k = i; k < end; k++) {
            const struct match *m = &g->bearers.list[k];
            if (first[m->tag] == NULL)
                first[m->tag] = m;
            else
                findings_add_pair(f, "name-twice",
                                  people_place(people, m->person),
                                  people_place(people, first[m->tag]->person),
                                  "%s", lexicon_text(&g->written,
                                                     (uint32_t)m->key));
        }
    }
}

/* Who has each spoken name; the caller frees it. Names that are written in
 * several ways and spoken in one are told. */
static struct bearer *find_bearers(struct namesakes *g,
                                   const struct people *people,
                                   struct findings *f)
{
    struct bearer *list = xmalloc(g->spoken.count + 1, sizeof *list);
    for (size_t i = 0; i < g->spoken.count; i++)
        list[i] = (struct bearer){LEXICON_NONE, LEXICON_NONE, false};
    for (size_t i = 0; i < g->bearers.count; i++) {
        const struct match *m = &g->bearers.list[i];
        struct bearer *b = &list[g->spoken_of[m->key]];
        bool again = i > 0 && m[-1].key == m->key;
        if (b->first == LEXICON_NONE)
            b->first = m->person;
        else if (!again && !m->tag && b->made_up)
            findings_add_pair(f, "name-near", people_place(people, m->person),
                              people_place(people, b->first), "%s",
                              lexicon_text(&g->written, (uint32_t)m->key));
        if (m->tag)
            b->real = m->person;
        else
            b->made_up = true;
    }
    return list;
}

/* Made-up people who are called as a real one. */
static void find_real(struct namesakes *g, const struct bearer *list,
                      const struct people *people, struct findings *f)
{
    for (size_t i = 0; i < g->bearers.count; i++) {
        const struct match *m = &g->bearers.list[i];
        uint32_t spoken = g->spoken_of[m->key];
        const char *name = lexicon_text(&g->written, (uint32_t)m->key);
        if (m->tag)
            continue;
        if (list[spoken].real != LEXICON_NONE)
            findings_add_pair(f, "name-real", people_place(people, m->person),
                              people_place(people, list[spoken].real), "%s",
                              name);
        else if (lexicon_find(&g->avoided, lexicon_text(&g->spoken, spoken)) !=
                 LEXICON_NONE)
            findings_add(f, "name-real", people_place(people, m->person),
                         "%s, who is in templates/world/avoid.txt", name);
    }
}

static size_t characters(const char *text)
{
    size_t count = 0;
    for (; *text != '\0'; text++)
        count += ((unsigned char)*text & 0xc0) != 0x80;
    return count;
}

/* Adds a spoken name under its keys. */
static void add_keys(struct namesakes *g, uint32_t number, struct matches *m)
{
    const char *name = lexicon_text(&g->spoken, number);
    size_t len = strlen(name), step = 0, count = characters(name);
    if (count < NAMESAKES_LEAST || count > NAMESAKES_MOST)
        return;
    uint32_t before = 0;
    matches_add(m, matches_key(0, name, len), number, 0);
    for (size_t at = 0; at < len; at += step) {
        uint32_t point = utf8_decode(name + at, &step);
        if (point == before) /* to leave out either is the same */
            continue;
        before = point;
        buf_clear(&g->name);
        buf_add(&g->name, name, at);
        buf_add(&g->name, name + at + step, len - at - step);
        matches_add(m, matches_key(0, g->name.data, g->name.len), number, 0);
    }
    spoken_sort(name, &g->sorted);
    matches_add(m, matches_key(SORTED, g->sorted.data, g->sorted.len), number,
                SORTED);
}

/* True if two spoken names, which agree in a key, are nearly the same. */
static bool is_near(struct namesakes *g, const struct match *a,
                    const struct match *b)
{
    const char *one = lexicon_text(&g->spoken, a->person);
    const char *two = lexicon_text(&g->spoken, b->person);
    if (!a->tag || !b->tag)
        return spoken_near(one, two);
    spoken_sort(one, &g->name);
    spoken_sort(two, &g->sorted);
    return strcmp(buf_string(&g->name), buf_string(&g->sorted)) == 0;
}

/* Notes the pairs among the entries of one key, the smaller number in the upper
 * half of their own key. */
static void note_pairs(struct namesakes *g, const struct matches *m,
                       size_t from, size_t end, struct matches *pairs)
{
    for (size_t i = from; i < end; i++)
        for (size_t k = i + 1; k < end && k - i <= NAMESAKES_NEAR; k++) {
            const struct match *a = &m->list[i], *b = &m->list[k];
            if (a->person != b->person && is_near(g, a, b))
                matches_add(pairs, (uint64_t)a->person << 32 | b->person, 0, 0);
        }
}

/* Tells of two spoken names, where the second is a made-up person's. */
static void tell_near(struct namesakes *g, const struct bearer *list,
                      uint32_t one, uint32_t two, const struct people *people,
                      struct findings *f)
{
    findings_add_pair(f, list[one].made_up ? "name-near" : "celebrity-close",
                      people_place(people, list[two].first),
                      people_place(people, list[one].first),
                      "\"%s\" and \"%s\"", lexicon_text(&g->spoken, two),
                      lexicon_text(&g->spoken, one));
}

static void find_near(struct namesakes *g, const struct bearer *list,
                      const struct people *people, struct findings *f)
{
    struct matches keys = {0}, pairs = {0};
    for (size_t i = 0; i < g->spoken.count; i++)
        add_keys(g, (uint32_t)i, &keys);
    matches_sort(&keys);
    for (size_t i = 0, end; i < keys.count; i = end) {
        end = matches_end(&keys, i);
        note_pairs(g, &keys, i, end, &pairs);
    }
    matches_sort(&pairs);
    for (size_t i = 0, end; i < pairs.count; i = end) {
        end = matches_end(&pairs, i);
        uint32_t one = (uint32_t)(pairs.list[i].key >> 32);
        uint32_t two = (uint32_t)pairs.list[i].key;
        if (list[two].made_up)
            tell_near(g, list, one, two, people, f);
        else if (list[one].made_up)
            tell_near(g, list, two, one, people, f);
    }
    matches_release(&keys);
    matches_release(&pairs);
}

void namesakes_end(struct namesakes *g, const struct people *people,
                   struct findings *f)
{
    matches_sort(&g->bearers);
    find_twice(g, people, f);
    struct bearer *list = find_bearers(g, people, f);
    find_real(g, list, people, f);
    if (findings_wants(f, "name-near"))
        find_near(g, list, people, f);
    free(list);
}

void namesakes_release(struct namesakes *g)
{
    lexicon_release(&g->written);
    lexicon_release(&g->spoken);
    lexicon_release(&g->avoided);
    matches_release(&g->bearers);
    buf_release(&g->name);
    buf_release(&g->sorted);
    free(g->spoken_of);
}
