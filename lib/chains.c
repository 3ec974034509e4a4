#include "config.h"

#include "chains.h"

#include <dirent.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "datadir.h"
#include "file.h"

enum exit_status chains_load(struct beacon_chain *c, const char *path)
{
    struct buf text = BUF_EMPTY;
    enum exit_status status = EXIT_SYSTEM;
    if (file_read(path, BEACON_LIMIT, &text) < 0) {
        diag_errno("cannot read %s", path);
    } else {
        const char *wrong = beacon_read_chain(c, text.data, text.len);
        status = wrong == NULL ? EXIT_OK : EXIT_DATA;
        if (wrong != NULL)
            diag_at((struct diag_place){path, 0, NULL}, "%s", wrong);
    }
    buf_release(&text);
    return status;
}

/* The hash covers all but the scheme. */
static bool same(const struct beacon_chain *a, const struct beacon_chain *b)
{
    return a->scheme == b->scheme &&
           memcmp(a->hash, b->hash, sizeof a->hash) == 0;
}

/* "name.json", not hidden. */
static int is_chain(const struct dirent *e)
{
    size_t len = strlen(e->d_name);
    return len > 5 && e->d_name[0] != '.' &&
           strcmp(e->d_name + len - 5, ".json") == 0;
}

/* Whether it is the chain in a file of the folder: 1, 0, or -1 (told). */
static int is_in(const struct beacon_chain *c, const char *folder,
                 const char *name)
{
    struct beacon_chain one;
    char *path = file_join(folder, name);
    int rc = chains_load(&one, path) == EXIT_OK ? same(c, &one) : -1;
    free(path);
    return rc;
}

int chains_known(const struct beacon_chain *c,
                 const struct beacon_chain *named)
{
    struct dirent **list = NULL;
    if (named != NULL && same(c, named))
        return 1;
    char *folder = datadir_path("templates/beacons");
    int count = scandir(folder, &list, is_chain, alphasort);
    int rc = count < 0 ? -1 : 0;
    if (count < 0)
        diag_errno("cannot read %s", folder);
    for (int i = 0; i < count; i++) {
        if (rc == 0)
            rc = is_in(c, folder, list[i]->d_name);
        free(list[i]);
    }
    free(list);
    free(folder);
    return rc;
}
