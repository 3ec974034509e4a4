#include "config.h"

#include "leaving.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"
#include "file.h"
#include "record.h"

#define FILE_LIMIT ((size_t)64 << 20) /* bytes in a file of ids */

static void add(struct leaving *l, const char *id, size_t len)
{
    if (l->count == l->cap) {
        l->cap = l->cap == 0 ? 16 : 2 * l->cap;
        l->list = xrealloc(l->list, l->cap, sizeof *l->list);
    }
    l->list[l->count++] = (struct leaver){.id = xstrndup(id, len)};
}

enum exit_status leaving_add(struct leaving *l, const char *list)
{
    for (const char *at = list;; at++) {
        size_t len = strcspn(at, ",");
        if (!record_id_valid(at, len)) {
            diag("'%s' is no id, nor a list of them with commas between",
                 list);
            return EXIT_USAGE;
        }
        add(l, at, len);
        at += len;
        if (*at == '\0')
            return EXIT_OK;
    }
}

/* Adds the ids of a text, a line each. */
static enum exit_status add_lines(struct leaving *l, const char *path,
                                  const struct buf *text)
{
    uint64_t number = 0;
    for (size_t at = 0; at < text->len;) {
        const char *line = text->data + at;
        const char *lf = memchr(line, '\n', text->len - at);
        size_t len = lf != NULL ? (size_t)(lf - line) : text->len - at;
        number++;
        if (!record_id_valid(line, len)) {
            diag_at((struct diag_place){path, number, NULL}, "is no id");
            return EXIT_DATA;
        }
        add(l, line, len);
        at += len + 1;
    }
    if (number > 0)
        return EXIT_OK;
    diag_at((struct diag_place){path, 0, NULL}, "holds no ids");
    return EXIT_DATA;
}

enum exit_status leaving_add_file(struct leaving *l, const char *path)
{
    struct buf text = BUF_EMPTY;
    enum exit_status status = EXIT_SYSTEM;
    if (file_read(path, FILE_LIMIT, &text) == 0)
        status = add_lines(l, path, &text);
    else
        diag_errno("cannot read %s", path);
    buf_release(&text);
    return status;
}

static int by_id(const void *a, const void *b)
{
    const struct leaver *x = a, *y = b;
    return strcmp(x->id, y->id);
}

static int with_id(const void *id, const void *leaver)
{
    return strcmp(id, ((const struct leaver *)leaver)->id);
}

enum exit_status leaving_sort(struct leaving *l)
{
    if (l->count > 0)
        qsort(l->list, l->count, sizeof *l->list, by_id);
    for (size_t i = 1; i < l->count; i++)
        if (strcmp(l->list[i - 1].id, l->list[i].id) == 0) {
            diag("%s is to be removed twice", l->list[i].id);
            return EXIT_DATA;
        }
    return EXIT_OK;
}

struct leaver *leaving_find(const struct leaving *l, const char *id)
{
    if (l->count == 0)
        return NULL;
    return bsearch(id, l->list, l->count, sizeof *l->list, with_id);
}

void leaving_release(struct leaving *l)
{
    for (size_t i = 0; i < l->count; i++)
        free(l->list[i].id);
    free(l->list);
    *l = (struct leaving){0};
}
