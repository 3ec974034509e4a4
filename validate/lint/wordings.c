#include "config.h"

#include "lint/wordings.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "lint/blank.h"

static const char *const sets[WORDINGS_SETS] = {"train", "eval", "test"};

void wordings_add(struct wordings *w, const struct person *p,
                  const struct asked *a)
{
    size_t set = 0;
    while (set < WORDINGS_SETS && strcmp(sets[set], a->set) != 0)
        set++;
    if (set == WORDINGS_SETS || *a->question == '\0')
        return;
    blank_name(&w->blanked, a->question, p->name);
    uint32_t number = lexicon_put(&w->texts, buf_string(&w->blanked));
    if (number >= w->cap) {
        size_t cap = w->cap == 0 ? 256 : w->cap * 2;
        w->list = xrealloc(w->list, cap, sizeof *w->list);
        memset(w->list + w->cap, 0, (cap - w->cap) * sizeof *w->list);
        w->cap = cap;
    }
    if (w->list[number].first[set] == 0)
        w->list[number].first[set] = p->number + 1;
}

static void report(const struct wordings *w, const struct people *people,
                   uint32_t number, size_t one, size_t two,
                   struct findings *f)
{
    const uint32_t *first = w->list[number].first;
    if (first[one] != 0 && first[two] != 0)
        findings_add_pair(f, "wording-shared",
                          people_place(people, first[two] - 1),
                          people_place(people, first[one] - 1),
                          "'%s' in sets %s and %s",
                          lexicon_text(&w->texts, number), sets[two],
                          sets[one]);
}

void wordings_report(const struct wordings *w, const struct people *people,
                     struct findings *f)
{
    for (uint32_t i = 0; i < w->texts.count; i++)
        for (size_t two = 1; two < WORDINGS_SETS; two++)
            for (size_t one = 0; one < two; one++)
                report(w, people, i, one, two, f);
}

void wordings_release(struct wordings *w)
{
    lexicon_release(&w->texts);
    free(w->list);
    buf_release(&w->blanked);
}
