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

/* The names that pictures need whoever is drawn: "kind name". */
static const char *const needed[] = {
    "skin 1", "skin 2", "skin 3", "skin 4", "skin 5", "skin 6", "skin 7",
    "skin 8", "skin 9", "skin 10", "silver hair", "silver brow",
    "lining shirt", "lining tee", "frame dark", "frame tortoise",
    "frame metal", "frame blue", "frame burgundy",
    "cloth navy", "cloth burgundy", "cloth teal", "cloth purple",
    "cloth green", "backdrop 0", "backdrop 1", "backdrop 2", "backdrop 3",
    "backdrop 4", "backdrop 5", "backdrop 6", "backdrop 7"};

static int check_needed(const struct palette *p)
{
    for (size_t i = 0; i < sizeof needed / sizeof needed[0]; i++) {
        char kind[16];
        float rgb[3];
        size_t len = strcspn(needed[i], " ");
        memcpy(kind, needed[i], len);
        kind[len] = '\0';
        if (palette_find(p, kind, needed[i] + len + 1, rgb) < 0)
            return tsv_fail(&p->table, 0, "the table lacks '%s'", needed[i]);
    }
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
    return rc == 0 ? check_needed(p) : rc;
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
