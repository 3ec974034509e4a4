#include "config.h"

#include "schema/program.h"

#include <stdlib.h>

#include "alloc.h"

void *program_grow(void *list, size_t count, size_t size)
{
    if (list == NULL)
        return xmalloc(8, size);
    if (count < 8 || (count & (count - 1)) != 0)
        return list;
    return xrealloc(list, 2 * count, size);
}

static void release_tables(struct program *p)
{
    for (size_t i = 0; i < p->table_count; i++) {
        names_release(&p->tables[i].names);
        free(p->tables[i].entries);
    }
    for (size_t i = 0; i < p->choice_count; i++) {
        names_release(&p->choices[i].strings);
        free(p->choices[i].others);
    }
    for (size_t i = 0; i < p->dynamic_count; i++) {
        free(p->dynamics[i].anchor);
        free(p->dynamics[i].found);
    }
    for (size_t i = 0; i < p->pattern_count; i++) {
        pattern_free(p->patterns[i]);
        automaton_free(p->automata[i]);
    }
    for (size_t i = 0; i < p->string_count; i++)
        free(p->strings[i].text);
}

void program_release(struct program *p)
{
    release_tables(p);
    free(p->steps);
    free(p->blocks);
    free(p->lists);
    free(p->bounds);
    free(p->choices);
    free(p->patterns);
    free(p->automata);
    free(p->tables);
    free(p->dependencies);
    free(p->dynamics);
    free(p->strings);
    buf_release(&p->notes);
    *p = (struct program){0};
}
