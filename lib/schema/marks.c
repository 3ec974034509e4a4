#include "config.h"

#include <string.h>

#include "alloc.h"
#include "schema/run.h"

size_t marks_begin(struct machine *m, size_t children)
{
    size_t before = m->track, words = children / 64 + 1;
    run_charge(m, words);
    m->track = m->mark_count;
    m->mark_count += words;
    if (m->mark_count > m->mark_room) {
        m->mark_room = 2 * m->mark_count;
        m->marks = xrealloc(m->marks, m->mark_room, sizeof *m->marks);
    }
    memset(m->marks + m->track, 0, words * sizeof *m->marks);
    return before;
}

void marks_end(struct machine *m, size_t before, size_t children, bool holds)
{
    size_t words = children / 64 + 1;
    for (size_t i = 0; holds && before != SIZE_MAX && i < words; i++)
        m->marks[before + i] |= m->marks[m->track + i];
    m->mark_count = m->track;
    m->track = before;
}

void marks_set(struct machine *m, size_t child)
{
    if (m->track != SIZE_MAX)
        m->marks[m->track + child / 64] |= (uint64_t)1 << child % 64;
}

bool marks_has(const struct machine *m, size_t child)
{
    return (m->marks[m->track + child / 64] >> child % 64 & 1) != 0;
}
