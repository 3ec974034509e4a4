/* render: lib/template on every template and every person.
 *
 *     render FOLDER PASSES
 *
 * FOLDER/templates.tsv has a template a row, FOLDER/values.tsv a person's
 * slots a row. PASSES passes are made over all of them behind one that does not
 * count, and the nanoseconds of processor time for one rendered text printed;
 * with 0 passes the texts of one pass instead, one a line. */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "alloc.h"
#include "buf.h"
#include "diag.h"
#include "num.h"
#include "template.h"
#include "tsv.h"

#define SLOTS 21

static const char columns[] =
    "name person person's gender birth_date birth_place residence occupation "
    "employer education income height_cm health father_occupation "
    "mother_occupation hobby pet favourite_food favourite_place email phone";
static const char *const names[SLOTS + 1] = {
    "name", "person", "person's", "gender", "birth_date", "birth_place",
    "residence", "occupation", "employer", "education", "income", "height_cm",
    "health", "father_occupation", "mother_occupation", "hobby", "pet",
    "favourite_food", "favourite_place", "email", "phone", NULL};

struct work {
    struct tsv texts, people;
    struct template *templates;     /* owned, a row of `texts` each */
    struct template_value *values;  /* owned, SLOTS a person */
};

static int load(struct work *w, const char *folder)
{
    if (tsv_read(&w->texts, folder, "templates.tsv", "text") < 0 ||
        tsv_read(&w->people, folder, "values.tsv", columns) < 0)
        return -1;
    w->templates = xcalloc(w->texts.rows, sizeof *w->templates);
    for (size_t i = 0; i < w->texts.rows; i++)
        if (template_compile(&w->templates[i], tsv_cell(&w->texts, i, 0),
                             names) < 0)
            return tsv_fail(&w->texts, i, "%s", w->templates[i].reason);
    w->values = xcalloc(w->people.rows * SLOTS, sizeof *w->values);
    for (size_t i = 0; i < w->people.rows * SLOTS; i++) {
        const char *text = tsv_cell(&w->people, i / SLOTS, i % SLOTS);
        w->values[i] = (struct template_value){text, strlen(text), ""};
    }
    return 0;
}

/* One pass. Returns the bytes rendered; prints them if asked to. */
static size_t render_all(const struct work *w, struct buf *text, int print)
{
    size_t total = 0;
    for (size_t p = 0; p < w->people.rows; p++) {
        for (size_t t = 0; t < w->texts.rows; t++) {
            buf_clear(text);
            template_render(&w->templates[t], w->values + p * SLOTS, false,
                            text);
            total += text->len;
            if (print)
                puts(buf_string(text));
        }
    }
    return total;
}

/* Times `passes` passes behind one that does not count. */
static int measure(const struct work *w, uint64_t passes)
{
    struct buf text = BUF_EMPTY;
    size_t one = render_all(w, &text, passes == 0), total = 0;
    clock_t began = clock();
    for (uint64_t i = 0; i < passes; i++)
        total += render_all(w, &text, 0);
    double spent = (double)(clock() - began) / CLOCKS_PER_SEC;
    double renders =
        (double)passes * (double)w->people.rows * (double)w->texts.rows;
    if (passes > 0)
        printf("%.2f\n", spent * 1e9 / renders);
    buf_release(&text);
    return total == one * passes ? 0 : -1;
}

static void release(struct work *w)
{
    for (size_t i = 0; w->templates != NULL && i < w->texts.rows; i++)
        template_release(&w->templates[i]);
    free(w->templates);
    free(w->values);
    tsv_release(&w->texts);
    tsv_release(&w->people);
}

int main(int argc, char **argv)
{
    struct work work = {0};
    uint64_t passes;
    diag_init(argv[0]);
    if (argc != 3 || !num_parse(argv[2], 0, UINT32_MAX, &passes)) {
        diag("usage: render FOLDER PASSES");
        return EXIT_USAGE;
    }
    int rc = load(&work, argv[1]);
    if (rc == 0)
        rc = measure(&work, passes);
    release(&work);
    return rc == 0 && fflush(stdout) == 0 ? EXIT_OK : EXIT_SYSTEM;
}
