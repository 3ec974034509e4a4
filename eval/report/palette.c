#include "config.h"

#include "report/palette.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#define METHOD "method_"

/* True for "#" and six hexadecimal digits. */
static bool is_colour(const char *text)
{
    if (text[0] != '#' || strlen(text) != 7)
        return false;
    for (int i = 1; i < 7; i++)
        if (!isxdigit((unsigned char)text[i]))
            return false;
    return true;
}

static bool is_name(const char *text)
{
    for (; *text != '\0'; text++)
        if (!islower((unsigned char)*text) && !isdigit((unsigned char)*text) &&
            *text != '_')
            return false;
    return true;
}

static int check(struct palette *p)
{
    for (size_t i = 0; i < p->table.rows; i++) {
        const char *name = tsv_cell(&p->table, i, 0);
        if (!is_name(name))
            return tsv_fail(&p->table, i, "'%s' is no name of a-z, 0-9, _",
                            name);
        if (!is_colour(tsv_cell(&p->table, i, 1)) ||
            !is_colour(tsv_cell(&p->table, i, 2)))
            return tsv_fail(&p->table, i, "a colour is written #rrggbb");
        if (strncmp(name, METHOD, strlen(METHOD)) == 0)
            p->methods++;
    }
    if (p->methods == 0)
        return tsv_fail(&p->table, 0, "there is no " METHOD "1");
    return 0;
}

int palette_read(struct palette *p, const char *folder)
{
    *p = (struct palette){.methods = 0};
    int rc = tsv_read(&p->table, folder, "palette.tsv", "name light dark");
    if (rc == 0)
        rc = tsv_check_keys(&p->table, 1);
    return rc < 0 ? rc : check(p);
}

/* The variables of one column. */
static void put_variables(const struct palette *p, size_t column,
                          struct buf *out)
{
    buf_puts(out, ":root {");
    for (size_t i = 0; i < p->table.rows; i++)
        buf_printf(out, "--%s:%s;", tsv_cell(&p->table, i, 0),
                   tsv_cell(&p->table, i, column));
    buf_puts(out, "}\n");
}

void palette_css(const struct palette *p, struct buf *out)
{
    put_variables(p, 1, out);
    buf_puts(out, "@media screen and (prefers-color-scheme: dark) {\n");
    put_variables(p, 2, out);
    buf_puts(out, "}\n");
    for (size_t i = 0; i < p->table.rows; i++) {
        const char *name = tsv_cell(&p->table, i, 0);
        buf_printf(out, ".k-%s{--c:var(--%s)}\n", name, name);
    }
}

void palette_run(const struct palette *p, const struct run *run,
                 char classes[PALETTE_CLASS])
{
    if (run->role != RUN_UNLEARNED)
        snprintf(classes, PALETTE_CLASS, "k-%s",
                 run->role == RUN_GOLD ? "gold" : "vanilla");
    else
        snprintf(classes, PALETTE_CLASS, "k-" METHOD "%d%s",
                 run->colour % p->methods + 1,
                 run->colour / p->methods % 2 != 0 ? " hollow" : "");
}

void palette_release(struct palette *p)
{
    tsv_release(&p->table);
}
