#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "report/format.h"
#include "report/markup.h"
#include "report/sections.h"

static const char *text_of_cell(const struct cell *cell, struct buf *out)
{
    format_percent(out, cell != NULL ? cell->value : (struct number){NULL, 0});
    return buf_string(out);
}

/* Appends a run's share of choice questions answered rightly, if it has any. */
static void put_choice(const struct page *p, const struct scores *file,
                       const struct run *run, struct buf *out)
{
    struct buf f = BUF_EMPTY, r = BUF_EMPTY;
    const struct cell *forget = study_headline(file, run, "forget", "choice");
    const struct cell *retain = study_headline(file, run, "retain", "choice");
    if (forget != NULL && retain != NULL) {
        buf_putc(out, ' ');
        texts_fill(p->texts, "what.choice",
                   &(struct texts_slots){.f = text_of_cell(forget, &f),
                                         .r = text_of_cell(retain, &r)},
                   out);
    }
    buf_release(&f);
    buf_release(&r);
}

static void put_unscored(const struct page *p, const struct run *run,
                         struct buf *out)
{
    struct texts_slots slots = {.why = run->score_why};
    texts_fill(p->texts,
               run->score_why != NULL ? "what.unscored"
                                      : "what.unscored_plain",
               &slots, out);
}

static void put_scored(const struct page *p, const struct run *run,
                       struct buf *out)
{
    struct number numbers[] = {run->score, run->f, run->t, run->r, run->c};
    struct buf texts[5] = {BUF_EMPTY, BUF_EMPTY, BUF_EMPTY, BUF_EMPTY,
                           BUF_EMPTY};
    for (int i = 0; i < 5; i++)
        format_percent(&texts[i], numbers[i]);
    struct texts_slots slots = {.score = run->score_name,
                                .value = buf_string(&texts[0]),
                                .f = buf_string(&texts[1]),
                                .t = buf_string(&texts[2]),
                                .r = buf_string(&texts[3]),
                                .c = buf_string(&texts[4])};
    texts_fill(p->texts,
               run->c.text != NULL ? "what.scored_real" : "what.scored",
               &slots, out);
    for (int i = 0; i < 5; i++)
        buf_release(&texts[i]);
}

/* Appends a sentence about the cells that lack answers, if there are any. */
static void put_incomplete(const struct page *p, const struct run *run,
                           struct buf *out)
{
    struct buf digits = BUF_EMPTY;
    size_t count = 0;
    for (size_t i = 0; i < run->cell_count; i++)
        if (!run->cells[i].complete)
            count++;
    buf_put_u64(&digits, count);
    if (count > 0) {
        buf_putc(out, ' ');
        texts_fill(p->texts, "what.incomplete",
                   &(struct texts_slots){.count = buf_string(&digits)}, out);
    }
    buf_release(&digits);
}

/* Appends which earlier steps there are, if any. */
static void put_steps(const struct page *p, const struct scores *file,
                      const struct run *run, struct buf *out)
{
    struct buf steps = BUF_EMPTY;
    for (size_t i = 0; i < file->run_count && run->step >= 0; i++) {
        const struct run *other = &file->runs[i];
        if (!other->last && other->role == run->role &&
            strcmp(other->method, run->method) == 0)
            buf_printf(&steps, "%s%lld", steps.len > 0 ? ", " : "",
                       (long long)other->step);
    }
    if (steps.len > 0) {
        buf_putc(out, ' ');
        texts_fill(p->texts, "what.steps",
                   &(struct texts_slots){.count = buf_string(&steps)}, out);
    }
    buf_release(&steps);
}

static void put_sentence(const struct page *p, const struct scores *file,
                         const struct run *run, struct buf *out)
{
    if (run->role != RUN_UNLEARNED)
        buf_puts(out, texts_get(p->texts, run->role == RUN_GOLD
                                              ? "what.gold"
                                              : "what.vanilla"));
    else if (run->score.text == NULL)
        put_unscored(p, run, out);
    else
        put_scored(p, run, out);
    if (run->score.text == NULL)
        put_choice(p, file, run, out);
    put_incomplete(p, run, out);
    put_steps(p, file, run, out);
}

/* The figure beside a run's sentence: its score, with a bar as long. */
static void put_figure(const struct page *p, const struct run *run,
                       struct buf *out)
{
    buf_puts(out, "<p class=\"j\">");
    if (run->role != RUN_UNLEARNED || run->score.text == NULL) {
        markup_text(out, run->role == RUN_UNLEARNED
                             ? texts_get(p->texts, "unscored")
                             : texts_name(p->texts, "runrole",
                                          run->role == RUN_GOLD ? "gold"
                                                                : "vanilla"));
    } else {
        buf_puts(out, "<b class=\"big\">");
        format_percent(out, run->score);
        buf_puts(out, "</b><span class=\"meter\"><span style=\"width:");
        buf_printf(out, "%.1f%%\"></span></span>", 100 * run->score.value);
    }
    buf_puts(out, "</p>\n");
}

static void put_verdict(struct page *p, const struct scores *file,
                        const struct run *run)
{
    struct buf sentence = BUF_EMPTY;
    char classes[PALETTE_CLASS];
    palette_run(p->palette, run, classes);
    put_sentence(p, file, run, &sentence);
    buf_printf(&p->html, "<li class=\"%s\">", classes);
    put_figure(p, run, &p->html);
    buf_puts(&p->html, "<div><p class=\"who\"><bdi>");
    markup_text(&p->html, run->name);
    buf_puts(&p->html, "</bdi></p><p>");
    markup_text(&p->html, buf_string(&sentence));
    buf_puts(&p->html, "</p></div></li>\n");
    buf_puts(&p->markdown, "- **");
    markup_markdown(&p->markdown, run->name);
    buf_puts(&p->markdown, "**: ");
    markup_markdown(&p->markdown, buf_string(&sentence));
    buf_puts(&p->markdown, "\n");
    buf_release(&sentence);
}

static bool same_signal(const struct signal *a, const struct signal *b)
{
    return strcmp(a->code, b->code) == 0 && strcmp(a->text, b->text) == 0;
}

/* Appends the names of all runs with the same signal. Returns false if the first
 * of these is another one than `signal`, so that it was told. */
static bool put_names(const struct page *p, const struct signal *signal,
                      struct buf *out)
{
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++) {
            const struct run *run = &p->study->files[i].runs[k];
            for (size_t n = 0; n < run->signal_count; n++) {
                if (!same_signal(&run->signals[n], signal))
                    continue;
                if (out->len == 0 && &run->signals[n] != signal)
                    return false;
                buf_puts(out, out->len > 0 ? "; " : "");
                page_run_name(p, i, run, out);
            }
        }
    return true;
}

static void put_signal(struct page *p, const struct signal *signal)
{
    struct buf name = BUF_EMPTY;
    const char *title = texts_name(p->texts, "signal", signal->code);
    if (!put_names(p, signal, &name))
        return;
    buf_puts(&p->html, "<p class=\"signal\"><strong>");
    markup_text(&p->html, title);
    buf_puts(&p->html, "</strong> <bdi>");
    markup_text(&p->html, buf_string(&name));
    buf_puts(&p->html, "</bdi><br />");
    markup_text(&p->html, signal->text);
    buf_puts(&p->html, "</p>\n");
    buf_puts(&p->markdown, "> **");
    markup_markdown(&p->markdown, title);
    buf_puts(&p->markdown, "** ");
    markup_markdown(&p->markdown, buf_string(&name));
    buf_puts(&p->markdown, ": ");
    markup_markdown(&p->markdown, signal->text);
    buf_puts(&p->markdown, "\n\n");
    buf_release(&name);
}

static void put_signals(struct page *p)
{
    for (size_t i = 0; i < p->study->count; i++)
        for (size_t k = 0; k < p->study->files[i].run_count; k++) {
            const struct run *run = &p->study->files[i].runs[k];
            for (size_t n = 0; n < run->signal_count; n++)
                put_signal(p, &run->signals[n]);
        }
}

static void put_file(struct page *p, size_t index)
{
    const struct scores *file = &p->study->files[index];
    if (p->study->count > 1) {
        buf_puts(&p->html, "<h3>");
        markup_text(&p->html, p->study->labels[index]);
        buf_puts(&p->html, "</h3>\n");
        buf_puts(&p->markdown, "### ");
        markup_markdown(&p->markdown, p->study->labels[index]);
        buf_puts(&p->markdown, "\n\n");
    }
    buf_puts(&p->html, "<ul class=\"verdicts\">\n");
    for (size_t i = 0; i < file->run_count; i++)
        if (file->runs[i].last)
            put_verdict(p, file, &file->runs[i]);
    buf_puts(&p->html, "</ul>\n");
    buf_puts(&p->markdown, "\n");
}

void section_what(struct page *p)
{
    page_section(p, "what");
    put_signals(p);
    for (size_t i = 0; i < p->study->count; i++)
        put_file(p, i);
    page_section_end(p);
}
