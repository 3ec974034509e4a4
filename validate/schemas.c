#include "config.h"

#include "schemas.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "datadir.h"

#define NAME_BEGIN "palimpsest/"

void schemas_init(struct schemas *s, bool formats)
{
    *s = (struct schemas){.formats = formats};
    schema_init(&s->first);
    s->named = xcalloc(SCHEMAS_NAMED, sizeof *s->named);
    pthread_mutex_init(&s->lock, NULL);
}

enum exit_status schemas_find_data(void)
{
    char *folder = datadir_path("schema");
    int rc = access(folder, X_OK);
    if (rc < 0)
        diag_errno("no data files in %s", folder);
    free(folder);
    return rc < 0 ? EXIT_SYSTEM : EXIT_OK;
}

void schemas_map(struct schemas *s, const char *prefix, const char *folder)
{
    schema_map(&s->first, prefix, folder);
}

enum exit_status schemas_give(struct schemas *s, char **files, size_t count)
{
    struct buf why = BUF_EMPTY;
    int rc = 0;
    s->given = true;
    for (size_t i = 0; i < count; i++)
        if (access(files[i], R_OK) < 0) {
            diag_errno("cannot read %s", files[i]);
            return EXIT_SYSTEM;
        }
    for (size_t i = 1; i < count && rc == 0; i++)
        rc = schema_add_file(&s->first, files[i], &why);
    if (rc == 0)
        rc = schema_compile_file(&s->first, files[0], s->formats, &why);
    if (rc < 0)
        diag("%s", buf_string(&why));
    buf_release(&why);
    return rc < 0 ? EXIT_DATA : EXIT_OK;
}

void schemas_note(const struct schemas *s)
{
    const struct buf *notes = &s->first.program.notes;
    for (size_t at = 0, len; at < notes->len; at += len + 1) {
        const char *end = memchr(notes->data + at, '\n', notes->len - at);
        len = (size_t)(end - notes->data) - at;
        diag("%.*s", (int)len, notes->data + at);
    }
}

/* The folder below schema/ of what a release holds, "", or of what only tools
 * say to one another. */
static const char *folder_of(const char *name, size_t len)
{
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "schema/tools/%.*s.json", (int)len, name);
    char *whole = datadir_path(buf_string(&path));
    bool there = access(whole, R_OK) == 0;
    free(whole);
    buf_release(&path);
    return there ? "tools/" : "";
}

/* Appends the URI of the schema that a record names: that of PERSON in
 * "palimpsest/PERSON/1". Returns false if it is no such name. */
static bool put_uri(struct buf *uri, const char *name, size_t len)
{
    size_t begin = strlen(NAME_BEGIN);
    if (len <= begin || memcmp(name, NAME_BEGIN, begin) != 0)
        return false;
    const char *slash = memchr(name + begin, '/', len - begin);
    size_t size = slash != NULL ? (size_t)(slash - name) - begin : 0;
    for (size_t i = 0; i < size; i++) {
        char c = name[begin + i];
        if ((c < 'a' || c > 'z') && (c < '0' || c > '9') && c != '_')
            return false;
    }
    buf_puts(uri, SCHEMA_BASE);
    buf_puts(uri, folder_of(name + begin, size));
    buf_add(uri, name + begin, size);
    buf_puts(uri, ".json");
    return size > 0;
}

/* Compiles the schema of that name into a new entry. */
static void add_named(struct schemas *s, const char *name, size_t len)
{
    struct schemas_named *n = &s->named[s->count++];
    struct buf uri = BUF_EMPTY;
    n->name = xstrndup(name, len);
    schema_init(&n->schema);
    if (!put_uri(&uri, name, len))
        buf_puts(&n->why, "no schema has that name");
    else
        schema_compile_uri(&n->schema, buf_string(&uri), s->formats, &n->why);
    buf_string(&n->why); /* ends it */
    buf_release(&uri);
}

static struct schemas_named *find_named(struct schemas *s, const char *name,
                                        size_t len)
{
    for (size_t i = 0; i < s->count; i++)
        if (strlen(s->named[i].name) == len &&
            memcmp(s->named[i].name, name, len) == 0)
            return &s->named[i];
    if (s->count == SCHEMAS_NAMED || len > 256 ||
        memchr(name, '\0', len) != NULL)
        return NULL;
    add_named(s, name, len);
    return &s->named[s->count - 1];
}

const struct schema *schemas_find(struct schemas *s, const char *name,
                                  size_t len, struct buf *why)
{
    if (s->given)
        return &s->first;
    if (name == NULL) {
        buf_puts(why, "the record names no schema, and none is given by "
                      "--schema");
        return NULL;
    }
    pthread_mutex_lock(&s->lock);
    struct schemas_named *n = find_named(s, name, len);
    pthread_mutex_unlock(&s->lock);
    if (n != NULL && n->why.len == 0)
        return &n->schema;
    buf_printf(why, "the record's schema '%.*s' cannot be used: %s",
               (int)(len < 60 ? len : 60), name,
               n != NULL ? n->why.data : "no schema has that name");
    return NULL;
}

void schemas_release(struct schemas *s)
{
    for (size_t i = 0; i < s->count; i++) {
        free(s->named[i].name);
        schema_release(&s->named[i].schema);
        buf_release(&s->named[i].why);
    }
    free(s->named);
    schema_release(&s->first);
    pthread_mutex_destroy(&s->lock);
}
