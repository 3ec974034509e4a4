#include "config.h"

#include "report/cells.h"

#include "csv.h"

#define HEAD \
    "run,role,method,step,forget,rules,release,set,task,modality,slice," \
    "metric,numerator,denominator,value,low,high,chance,prior,familiar," \
    "strangers,complete\n"

static void put_text(struct buf *out, const char *text)
{
    csv_put(out, text);
    buf_putc(out, ',');
}

static void put_number(struct buf *out, struct number n)
{
    put_text(out, n.text != NULL ? n.text : "");
}

static void put_run(struct buf *out, const struct scores *file,
                    const struct run *run)
{
    static const char *const roles[] = {"unlearned", "vanilla", "gold"};
    put_text(out, run->name);
    put_text(out, roles[run->role]);
    put_text(out, run->role == RUN_UNLEARNED ? run->method : "");
    if (run->step != SCORES_NO_STEP)
        buf_put_u64(out, (uint64_t)run->step);
    buf_putc(out, ',');
    put_text(out, file->forget);
    put_text(out, file->rules);
    put_text(out, file->root);
}

static void put_cell(struct buf *out, const struct cell *c)
{
    const char *const texts[] = {c->set, c->task, c->modality, c->slice,
                                 c->metric};
    const struct number numbers[] = {
        c->numerator, c->denominator, c->value, c->low,      c->high,
        c->chance,    c->prior,       c->familiar, c->strangers};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        put_text(out, texts[i]);
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        put_number(out, numbers[i]);
    buf_puts(out, c->complete ? "true\n" : "false\n");
}

void cells_csv(const struct study *study, struct buf *out)
{
    struct buf run = BUF_EMPTY;
    buf_puts(out, HEAD);
    for (size_t i = 0; i < study->count; i++)
        for (size_t k = 0; k < study->files[i].run_count; k++) {
            const struct run *r = &study->files[i].runs[k];
            buf_clear(&run);
            put_run(&run, &study->files[i], r);
            for (size_t n = 0; n < r->cell_count; n++) {
                buf_add(out, run.data, run.len);
                put_cell(out, &r->cells[n]);
            }
        }
    buf_release(&run);
}
