#include "config.h"

#include "palette.h"

#include <stdlib.h>
#include <string.h>

#include "datadir.h"

/* One channel of "#rrggbb" as light, or -1. */
static float channel(const char *hex)
{
    char pair[3] = {hex[0], hex[1], '\0'}, *end;
    if (strspn(pair, "0123456789abcdef") != 2)
        return -1;
    float share = (float)strtol(pair, &end, 16) / 255;
    return share * share;
}

static int check_row(const struct tsv *t, size_t row)
{
    const char *hex = tsv_cell(t, row, 2);
    if (strlen(hex) != 7 || hex[0] != '#' || channel(hex + 1) < 0 ||
        channel(hex + 3) < 0 || channel(hex + 5) < 0)
        return tsv_fail(t, row, "'%s' is no colour like #c0ffee", hex);
    return 0;
}

int palette_load(struct palette *p)
{
    char *folder = datadir_path("templates/portrait");
    int rc = tsv_read(&p->table, folder, "palette.tsv", "kind name colour");
    free(folder);
    if (rc == 0)
        rc = tsv_check_keys(&p->table, 1 | 2);
    for (size_t row = 0; rc == 0 && row < p->table.rows; row++)
        rc = check_row(&p->table, row);
    return rc;
}

void palette_release(struct palette *p)
{
    tsv_release(&p->table);
}

int palette_find(const struct palette *p, const char *kind, const char *name,
                 float rgb[3])
{
    for (size_t row = 0; row < p->table.rows; row++) {
        const char *hex = tsv_cell(&p->table, row, 2);
        if (strcmp(tsv_cell(&p->table, row, 0), kind) != 0 ||
            strcmp(tsv_cell(&p->table, row, 1), name) != 0)
            continue;
        for (int i = 0; i < 3; i++)
            rgb[i] = channel(hex + 1 + 2 * i);
        return 0;
    }
    return -1;
}
