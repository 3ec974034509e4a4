#include "config.h"

#include "schemas.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "datadir.h"
#include "file.h"
#include "files/derived.h"

#define LIMIT ((size_t)16 << 20) /* bytes in a schema */

/* "name.json", not hidden. */
static int is_schema(const struct dirent *e)
{
    size_t len = strlen(e->d_name);
    return len > 5 && e->d_name[0] != '.' &&
           strcmp(e->d_name + len - 5, ".json") == 0;
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
    return strcmp((*a)->d_name, (*b)->d_name);
}

static int derive_one(const char *folder, const char *installed,
                      const char *name, struct findings *findings,
                      struct tree *tree)
{
    struct buf text = BUF_EMPTY, place = BUF_EMPTY;
    struct derived d;
    char *path = file_join(installed, name);
    int rc = file_read(path, LIMIT, &text);
    if (rc < 0)
        diag_errno("cannot read %s", path);
    buf_printf(&place, "schema/%s", name);
    if (rc == 0)
        rc = derived_open(&d, folder, buf_string(&place), findings);
    if (rc == 0) {
        derived_put(&d, text.data, text.len);
        rc = derived_close(&d, NULL);
    }
    if (rc == 0 && tree != NULL)
        rc = tree_explain(tree, buf_string(&place));
    free(path);
    buf_release(&text);
    buf_release(&place);
    return rc;
}

/* Makes the folder where files are to be written. */
static int make_folder(const char *folder)
{
    char *path = file_join(folder, "schema");
    int rc = mkdir(path, 0777);
    if (rc < 0)
        diag_errno("cannot make %s", path);
    free(path);
    return rc;
}

int schemas_derive(const char *folder, struct findings *findings,
                   struct tree *tree)
{
    char *installed = datadir_path("schema");
    struct dirent **names = NULL;
    int count = scandir(installed, &names, is_schema, by_name);
    int rc = 0;
    if (count == 0)
        errno = ENOENT;
    if (count <= 0) {
        diag_errno("no schema in %s", installed);
        rc = -1;
    } else if (findings == NULL) {
        rc = make_folder(folder);
    }
    for (int i = 0; i < count; i++) {
        if (rc == 0)
            rc = derive_one(folder, installed, names[i]->d_name, findings,
                            tree);
        free(names[i]);
    }
    free(names);
    free(installed);
    return rc;
}

/* "schema/name.json". */
static bool may_be_schema(const char *path)
{
    static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789_-";
    if (strncmp(path, "schema/", 7) != 0)
        return false;
    size_t len = strspn(path + 7, letters);
    return len > 0 && strcmp(path + 7 + len, ".json") == 0;
}

int schemas_explain(struct tree *tree)
{
    struct buf key = BUF_EMPTY;
    struct sorter_item item;
    int rc = 0;
    for (size_t i = 0; i < tree->paths.count && rc == 0; i++) {
        rc = sorter_read(&tree->paths, i, &key, &item);
        if (rc == 0 && may_be_schema(item.key))
            tree->paths.entries[i].mark |= TREE_EXPLAINED;
    }
    buf_release(&key);
    return rc;
}
