#include "config.h"

#include "lint/people.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define PEOPLE_FILES ((size_t)1 << 29) /* at most: the width of `file` */

/* The number of the file last read, which is added if it is another one. */
static bool note_file(struct people *p, const char *file)
{
    if (p->file_count > 0 && p->files[p->file_count - 1] == file)
        return true;
    if (p->file_count == PEOPLE_FILES)
        return false;
    p->files = xrealloc(p->files, p->file_count + 1, sizeof *p->files);
    p->files[p->file_count++] = file;
    return true;
}

int64_t people_add(struct people *p, struct diag_place place,
                   enum record_kind kind)
{
    if (p->count == PEOPLE_LIMIT || !note_file(p, place.file))
        return -1;
    if (p->count == p->cap) {
        p->cap = p->cap == 0 ? 1024 : 2 * p->cap;
        p->entries = xrealloc(p->entries, p->cap, sizeof *p->entries);
    }
    p->entries[p->count] = (struct people_entry){
        .id = (uint32_t)p->ids.len, .file = (uint32_t)(p->file_count - 1),
        .kind = kind, .line = place.line};
    buf_add(&p->ids, place.id, strlen(place.id) + 1);
    return (int64_t)p->count++;
}

const char *people_id(const struct people *p, uint32_t number)
{
    return p->ids.data + p->entries[number].id;
}

enum record_kind people_kind(const struct people *p, uint32_t number)
{
    return (enum record_kind)p->entries[number].kind;
}

struct diag_place people_place(const struct people *p, uint32_t number)
{
    const struct people_entry *e = &p->entries[number];
    return (struct diag_place){p->files[e->file], e->line,
                               people_id(p, number)};
}

void people_release(struct people *p)
{
    buf_release(&p->ids);
    free(p->entries);
    free(p->files);
    *p = (struct people){0};
}
