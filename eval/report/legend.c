#include "config.h"

#include "report/legend.h"

#include "report/markup.h"
#include "report/svg.h"

#define SIDE 14 /* of a key's drawing */

#define HALF (SIDE / 2.0)

static const struct svg_point middle = {HALF, HALF};

static void begin(struct page *p)
{
    buf_printf(&p->html,
               "<li><svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" "
               "height=\"%d\" viewBox=\"0 0 %d %d\" aria-hidden=\"true\">",
               SIDE, SIDE, SIDE, SIDE);
}

static void end(struct page *p, const char *text)
{
    buf_puts(&p->html, "</svg><bdi>");
    markup_text(&p->html, text);
    buf_puts(&p->html, "</bdi></li>\n");
}

void legend_begin(struct page *p)
{
    buf_puts(&p->html, "<ul class=\"legend\">\n");
}

void legend_end(struct page *p)
{
    buf_puts(&p->html, "</ul>\n");
}

/* True if a run of the method of that colour has a step. */
static bool has_steps(const struct study *s, int colour)
{
    for (size_t i = 0; i < s->count; i++)
        for (size_t k = 0; k < s->files[i].run_count; k++)
            if (s->files[i].runs[k].colour == colour &&
                s->files[i].runs[k].step != SCORES_NO_STEP)
                return true;
    return false;
}

void legend_methods(struct page *p, bool stepping)
{
    char classes[PALETTE_CLASS];
    for (size_t i = 0; i < p->study->method_count; i++) {
        if (stepping && !has_steps(p->study, (int)i))
            continue;
        struct run run = {.role = RUN_UNLEARNED, .colour = (int)i};
        palette_run(p->palette, &run, classes);
        begin(p);
        svg_shape(&p->html, classes, 0, middle, 5);
        end(p, p->study->methods[i]);
    }
}

/* True if any file has a run of that role. */
static bool has_role(const struct study *s, enum run_role role)
{
    for (size_t i = 0; i < s->count; i++)
        if (scores_run(&s->files[i], role) != NULL)
            return true;
    return false;
}

void legend_references(struct page *p)
{
    static const struct {
        enum run_role role;
        const char *classes, *key;
    } all[] = {{RUN_VANILLA, "k-vanilla", "legend.vanilla"},
               {RUN_GOLD, "k-gold", "legend.gold"}};
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        if (has_role(p->study, all[i].role)) {
            begin(p);
            svg_shape(&p->html, all[i].classes, 0, middle, 5);
            end(p, texts_get(p->texts, all[i].key));
        }
}

void legend_files(struct page *p)
{
    for (size_t i = 0; p->study->count > 1 && i < p->study->count; i++) {
        begin(p);
        svg_shape(&p->html, "outline", i, middle, 4.5);
        end(p, p->study->labels[i]);
    }
}

void legend_line(struct page *p, const char *classes, const char *key)
{
    begin(p);
    svg_line(&p->html, classes, (struct svg_point){0, HALF},
             (struct svg_point){SIDE, HALF});
    end(p, texts_get(p->texts, key));
}

void legend_diamond(struct page *p, const char *classes, const char *key)
{
    begin(p);
    svg_shape(&p->html, classes, 3, middle, 3.2);
    end(p, texts_get(p->texts, key));
}

void legend_block(struct page *p, const char *classes, const char *key)
{
    begin(p);
    svg_rectangle(&p->html, classes, (struct svg_point){1, 1}, SIDE - 2,
                  SIDE - 2);
    end(p, texts_get(p->texts, key));
}
