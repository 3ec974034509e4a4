#include "config.h"

#include "report/texts.h"

#include <string.h>

#include "template.h"

#define SLOTS 10

int texts_read(struct texts *t, const char *folder)
{
    int rc = tsv_read(&t->table, folder, "texts.tsv", "key text");
    return rc < 0 ? rc : tsv_check_keys(&t->table, 1);
}

/* The text, or NULL. */
static const char *find(const struct texts *t, const char *key)
{
    for (size_t i = 0; i < t->table.rows; i++)
        if (strcmp(tsv_cell(&t->table, i, 0), key) == 0)
            return tsv_cell(&t->table, i, 1);
    return NULL;
}

const char *texts_get(const struct texts *t, const char *key)
{
    const char *text = find(t, key);
    return text != NULL ? text : key;
}

const char *texts_name(const struct texts *t, const char *sort,
                       const char *name)
{
    struct buf key = BUF_EMPTY;
    buf_printf(&key, "%s.%s", sort, name);
    const char *text = find(t, buf_string(&key));
    buf_release(&key);
    return text != NULL ? text : name;
}

void texts_fill(const struct texts *t, const char *key,
                const struct texts_slots *slots, struct buf *out)
{
    static const char *const names[SLOTS + 1] = {
        "run", "score", "value", "f", "t", "r", "c", "why", "count", "level",
        NULL};
    const char *const filled[SLOTS] = {
        slots->run, slots->score, slots->value, slots->f, slots->t,
        slots->r, slots->c, slots->why, slots->count, slots->level};
    struct template_value values[SLOTS];
    struct template template;
    for (int i = 0; i < SLOTS; i++) {
        const char *text = filled[i] != NULL ? filled[i] : "";
        values[i] = (struct template_value){text, strlen(text), ""};
    }
    if (template_compile(&template, texts_get(t, key), names) == 0)
        template_render(&template, values, false, out);
    else
        buf_puts(out, texts_get(t, key));
    template_release(&template);
}

void texts_release(struct texts *t)
{
    tsv_release(&t->table);
}
