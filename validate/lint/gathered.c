#include "config.h"

#include "lint/gathered.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "diag.h"
#include "json_write.h"
#include "lint/asked.h"
#include "lint/fingerprint.h"
#include "lint/mllmu_questions.h"

void gathered_init(struct gathered *g)
{
    *g = (struct gathered){.trees = cJSON_CreateArray()};
    if (g->trees == NULL)
        diag_out_of_memory();
}

static enum mllmu_config config_of(const cJSON *row)
{
    const cJSON *c = cJSON_GetObjectItemCaseSensitive(row, "config");
    return (enum mllmu_config)c->valuedouble;
}

bool gathered_takes(const struct gathered *g, const cJSON *row)
{
    const cJSON *other;
    if (g->rows.id == NULL)
        return true;
    if (strcmp(g->rows.id, asked_text(row, "id")) != 0)
        return false;
    cJSON_ArrayForEach(other, g->trees)
        if (config_of(other) == config_of(row) &&
            strcmp(asked_text(other, "set"), asked_text(row, "set")) == 0)
            return false;
    return true;
}

void gathered_add(struct gathered *g, cJSON *row)
{
    enum mllmu_config config = config_of(row);
    const char *set = asked_text(row, "set");
    cJSON_AddItemToArray(g->trees, row);
    if (g->rows.id == NULL)
        g->rows.id = asked_text(row, "id");
    if (g->rows.row[config] == NULL) {
        g->rows.row[config] = cJSON_GetObjectItemCaseSensitive(row, "row");
        g->rows.images[config] =
            cJSON_GetObjectItemCaseSensitive(row, "images");
    }
    if (*set == '\0')
        return;
    if (g->rows.sets.len > 0)
        buf_putc(&g->rows.sets, ',');
    json_write_text(&g->rows.sets, set);
}

/* The fingerprint of what a row asks. */
static uint64_t print_of(cJSON *tree)
{
    static const char *const members[] = {"Classification_Task",
                                          "Generation_Task", "Mask_Task"};
    cJSON *row = cJSON_GetObjectItemCaseSensitive(tree, "row");
    char *texts[3];
    for (int i = 0; i < 3; i++) {
        const cJSON *m = mllmu_questions_member(row, members[i]);
        texts[i] = m == NULL ? xstrndup("", 0) : cJSON_PrintUnformatted(m);
        if (texts[i] == NULL)
            diag_out_of_memory();
    }
    uint64_t print = fingerprint((const char *const *)texts, 3);
    for (int i = 0; i < 3; i++)
        free(texts[i]);
    return print;
}

bool gathered_differ(const struct gathered *g, cJSON **one, cJSON **other)
{
    cJSON *tree;
    uint64_t print = 0;
    cJSON_ArrayForEach(tree, g->trees)
    {
        enum mllmu_config c = config_of(tree);
        if (c != MLLMU_FULL && c != MLLMU_FORGET && c != MLLMU_RETAIN)
            continue;
        if (print == 0) {
            *one = tree;
            print = print_of(tree);
        } else if (print_of(tree) != print) {
            *other = tree;
            return true;
        }
    }
    return false;
}

void gathered_release(struct gathered *g)
{
    cJSON_Delete(g->trees);
    buf_release(&g->rows.sets);
}
