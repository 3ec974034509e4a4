#include "config.h"

#include "biography.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

static bool is_kind(const struct tsv *t, size_t row, const char *kind)
{
    return strcmp(tsv_cell(t, row, 0), kind) == 0;
}

/* Adds the group of that name to an order. */
static int add_group(struct biography_order *order, const struct tsv *t,
                     const char *name, size_t len)
{
    size_t at = order->groups;
    if (at == BIOGRAPHY_GROUPS)
        return -1;
    for (size_t row = 0; row < t->rows; row++) {
        const char *key = tsv_cell(t, row, 1);
        if (!is_kind(t, row, "group") || strlen(key) != len ||
            strncmp(key, name, len) != 0)
            continue;
        if (order->count[at]++ == 0)
            order->first[at] = row;
    }
    order->groups++;
    return order->count[at] > 0 ? 0 : -1;
}

static int read_order(struct biography_order *order, const struct tsv *t,
                      size_t row)
{
    const char *at = tsv_cell(t, row, 2);
    while (*at != '\0') {
        size_t len = strcspn(at, " ");
        if (add_group(order, t, at, len) < 0)
            return tsv_fail(t, row, "no group '%.*s', or too many groups",
                            (int)len, at);
        at += len;
        at += *at == ' ';
    }
    return 0;
}

/* Every fact once, whichever variant of each group is drawn. */
static int check_order(const struct biography *b,
                       const struct biography_order *order,
                       const struct tsv *t, size_t row)
{
    for (int fact = FACT_BIRTH_DATE; fact < FACTS; fact++) {
        if (fact == FACT_EMAIL || fact == FACT_PHONE)
            continue;
        size_t uses = 0;
        for (size_t g = 0; g < order->groups; g++) {
            size_t first = order->first[g];
            size_t here = template_uses(&b->variants[first], fact);
            for (size_t v = 1; v < order->count[g]; v++)
                if (template_uses(&b->variants[first + v], fact) != here)
                    return tsv_fail(t, first + v, "other facts than its "
                                                  "group's first variant");
            uses += here;
        }
        if (uses != 1)
            return tsv_fail(t, row, "the order has '%s' %zu times",
                            fact_name((enum fact)fact), uses);
    }
    return 0;
}

int biography_load(struct biography *b, const struct world *w)
{
    const struct tsv *t = &w->biography;
    *b = (struct biography){0};
    b->variants = xcalloc(t->rows, sizeof *b->variants);
    b->variant_count = t->rows;
    b->orders = xcalloc(t->rows, sizeof *b->orders);
    for (size_t row = 0; row < t->rows; row++) {
        struct template *v = &b->variants[row];
        if (is_kind(t, row, "group") &&
            template_compile(v, tsv_cell(t, row, 2), fact_slots) < 0)
            return tsv_fail(t, row, "%s", v->reason);
    }
    for (size_t row = 0; row < t->rows; row++) {
        struct biography_order *order = &b->orders[b->order_count];
        if (!is_kind(t, row, "order"))
            continue;
        if (read_order(order, t, row) < 0 || check_order(b, order, t, row) < 0)
            return -1;
        b->order_count++;
    }
    return b->order_count > 0 ? 0 : tsv_fail(t, 0, "the table has no order");
}

void biography_write(const struct biography *b, const struct person *p,
                     struct rng *r, struct buf *out)
{
    const struct biography_order *order =
        &b->orders[rng_below(r, b->order_count)];
    bool plural = person_plural(p);
    for (size_t g = 0; g < order->groups; g++) {
        size_t variant = order->first[g] + rng_below(r, order->count[g]);
        if (g > 0)
            buf_putc(out, ' ');
        template_render(&b->variants[variant], p->words, plural, out);
    }
}

void biography_release(struct biography *b)
{
    for (size_t i = 0; i < b->variant_count; i++)
        template_release(&b->variants[i]);
    free(b->variants);
    free(b->orders);
    *b = (struct biography){0};
}
