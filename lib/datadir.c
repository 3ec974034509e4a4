#include "config.h"

#include "datadir.h"

#include <stdlib.h>

#include "file.h"

char *datadir_path(const char *name)
{
    const char *root = getenv("PALIMPSEST_DATA");
    if (root == NULL || root[0] == '\0')
        root = PALIMPSEST_DATADIR;
    return file_join(root, name);
}
