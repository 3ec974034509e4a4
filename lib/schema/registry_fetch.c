#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "alloc.h"
#include "datadir.h"
#include "file.h"
#include "inside.h"
#include "schema/registry_parts.h"
#include "schema/uri.h"

#define METASCHEMAS "https://json-schema.org/draft/2020-12/"
#define OWN_SCHEMAS "https://palimpsest.example.org/schema/"

void registry_init(struct registry *r)
{
    char *own = datadir_path("schema");
    char *metaschemas = datadir_path("schema/metaschema");
    *r = (struct registry){0};
    registry_map(r, METASCHEMAS, metaschemas, true);
    registry_map(r, OWN_SCHEMAS, own, false);
    free(own);
    free(metaschemas);
}

void registry_map(struct registry *r, const char *prefix, const char *folder,
                  bool trusted)
{
    r->mappings = xrealloc(r->mappings, r->mapping_count + 1,
                           sizeof *r->mappings);
    r->mappings[r->mapping_count++] = (struct mapping){
        xstrndup(prefix, strlen(prefix)), xstrndup(folder, strlen(folder)),
        trusted};
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
    bool trusted = m->trusted;
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
        if (number >= 0)
            r->documents[number]->trusted = trusted;
        close(fd);
        free(name);
    }
    buf_release(&file);
    buf_release(&text);
    return number;
}

int64_t registry_resource(struct registry *r, const char *uri, size_t len,
                          struct buf *why)
{
    int64_t known = names_find(&r->uris, uri, len);
    for (size_t i = r->mapping_count; known == -1 && i-- > 0;) {
        int64_t document = fetch(r, &r->mappings[i], uri, len, why);
        if (document >= 0)
            known = r->documents[document]->owner[0];
        else
            known = document;
    }
    return known < 0 ? -1 : known;
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
