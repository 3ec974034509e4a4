#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "datadir.h"
#include "file.h"
#include "inside.h"
#include "schema/metaschemas.h"
#include "schema/registry_parts.h"
#include "schema/uri.h"

void registry_init(struct registry *r)
{
    char *own = datadir_path("schema");
    *r = (struct registry){0};
    registry_map(r, SCHEMA_BASE, own);
    free(own);
}

void registry_map(struct registry *r, const char *prefix, const char *folder)
{
    r->mappings = xrealloc(r->mappings, r->mapping_count + 1,
                           sizeof *r->mappings);
    r->mappings[r->mapping_count++] = (struct mapping){
        xstrndup(prefix, strlen(prefix)), xstrndup(folder, strlen(folder))};
}

/* Opens the file that stands for a URI, `rest` being what is behind the prefix;
 * its name is put into `file`. Returns a descriptor, or -1. */
static int open_mapped(const struct mapping *m, const char *rest, size_t len,
                       struct buf *file)
{
    static const char *const endings[] = {"", ".json"};
    int fd = -1;
    for (size_t i = 0; i < 2 && fd < 0; i++) {
        struct buf path = BUF_EMPTY;
        buf_printf(&path, "%.*s%s", (int)len, rest, endings[i]);
        buf_clear(file);
        buf_printf(file, "%s/%s", m->folder, buf_string(&path));
        if (inside_valid(path.data))
            fd = inside_open_in(m->folder, path.data);
        buf_release(&path);
    }
    return fd;
}

/* Fetches a document from where a mapping says. Returns its number; -1 if it is
 * not there, -2 if it is not right. */
static int64_t fetch(struct registry *r, const struct mapping *m,
                     const char *uri, size_t len, struct buf *why)
{
    struct buf file = BUF_EMPTY, text = BUF_EMPTY;
    size_t prefix = strlen(m->prefix);
    int64_t number = -1;
    if (len <= prefix || memcmp(m->prefix, uri, prefix) != 0)
        return -1;
    int fd = open_mapped(m, uri + prefix, len - prefix, &file);
    if (fd >= 0) {
        char *name = xstrndup(uri, len);
        number = -2;
        if (file_read_fd(fd, REGISTRY_FILE, &text) < 0)
            buf_printf(why, "cannot read %s: %s", buf_string(&file),
                       strerror(errno));
        else
            number = registry_add(r, name, buf_string(&file),
                                  buf_string(&text), text.len, why);
        close(fd);
        free(name);
    }
    buf_release(&file);
    buf_release(&text);
    return number;
}

/* Takes a document that is built in. Returns its number, or -1 if that is not
 * its URI. */
static int64_t take_metaschema(struct registry *r, const char *uri, size_t len,
                               struct buf *why)
{
    const struct metaschema *m = metaschemas;
    while (m->uri != NULL &&
           (strlen(m->uri) != len || memcmp(m->uri, uri, len) != 0))
        m++;
    if (m->uri == NULL)
        return -1;
    int64_t number =
        registry_add(r, m->uri, m->uri, m->text, strlen(m->text), why);
    if (number >= 0)
        r->documents[number]->trusted = true;
    return number;
}

int64_t registry_resource(struct registry *r, const char *uri, size_t len,
                          struct buf *why)
{
    int64_t known = names_find(&r->uris, uri, len);
    if (known >= 0)
        return known;
    int64_t document = take_metaschema(r, uri, len, why);
    for (size_t i = r->mapping_count; document == -1 && i-- > 0;)
        document = fetch(r, &r->mappings[i], uri, len, why);
    return document < 0 ? -1 : (int64_t)r->documents[document]->owner[0];
}

int64_t registry_add_file(struct registry *r, const char *path,
                          struct buf *why)
{
    struct buf text = BUF_EMPTY, uri = BUF_EMPTY;
    int64_t number = -1;
    char *whole = realpath(path, NULL);
    buf_puts(&uri, "file://");
    if (whole != NULL)
        uri_add_fragment(&uri, whole, strlen(whole));
    if (whole == NULL || file_read(path, REGISTRY_FILE, &text) < 0)
        buf_printf(why, "cannot read %s: %s", path, strerror(errno));
    else
        number = registry_add(r, buf_string(&uri), path,
                              buf_string(&text), text.len, why);
    free(whole);
    buf_release(&text);
    buf_release(&uri);
    return number;
}
