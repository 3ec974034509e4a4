#include "config.h"

#include "report/page.h"

#include <stdio.h>

#include "report/markup.h"

void page_id(struct page *p, char id[PAGE_ID])
{
    snprintf(id, PAGE_ID, "i%u", ++p->ids);
}

/* The text of "KEY.PART". */
static const char *part(const struct page *p, const char *key,
                        const char *name)
{
    struct buf whole = BUF_EMPTY;
    buf_printf(&whole, "%s.%s", key, name);
    const char *text = texts_get(p->texts, buf_string(&whole));
    buf_release(&whole);
    return text;
}

void page_section(struct page *p, const char *key)
{
    const char *title = part(p, key, "title");
    buf_printf(&p->html,
               "<section id=\"%s\" aria-labelledby=\"%s-title\">\n"
               "<h2 id=\"%s-title\">",
               key, key, key);
    markup_text(&p->html, title);
    buf_puts(&p->html, "</h2>\n<p class=\"how\">");
    markup_text(&p->html, part(p, key, "how"));
    buf_puts(&p->html, "</p>\n");
    buf_puts(&p->markdown, "## ");
    markup_markdown(&p->markdown, title);
    buf_puts(&p->markdown, "\n\n");
    markup_markdown(&p->markdown, part(p, key, "how"));
    buf_puts(&p->markdown, "\n\n");
}

void page_section_end(struct page *p)
{
    buf_puts(&p->html, "</section>\n");
}

void page_paragraph(struct page *p, const char *text)
{
    buf_puts(&p->html, "<p class=\"note\">");
    markup_text(&p->html, text);
    buf_puts(&p->html, "</p>\n");
    markup_markdown(&p->markdown, text);
    buf_puts(&p->markdown, "\n\n");
}

void page_table(struct page *p, struct table *t, const char *caption,
                bool folded)
{
    const char *text = texts_get(p->texts, caption);
    char id[PAGE_ID];
    if (table_rows(t) > 0) {
        page_id(p, id);
        if (folded) {
            buf_puts(&p->html, "<details><summary>");
            markup_text(&p->html, text);
            buf_puts(&p->html, "</summary>\n");
        }
        table_html(t, id, text, &p->html);
        buf_puts(&p->html, folded ? "</details>\n" : "");
        table_markdown(t, text, &p->markdown);
    }
    table_release(t);
}

void page_group(struct page *p, size_t file)
{
    if (p->study->count > 1) {
        buf_printf(&p->html, "<details class=\"group\"%s><summary>",
                   file == 0 ? " open=\"open\"" : "");
        markup_text(&p->html, p->study->labels[file]);
        buf_puts(&p->html, "</summary>\n");
    }
}

void page_group_end(struct page *p)
{
    if (p->study->count > 1)
        buf_puts(&p->html, "</details>\n");
}

void page_panels(struct page *p, const char *heading)
{
    if (heading != NULL) {
        buf_puts(&p->html, "<h3>");
        markup_text(&p->html, heading);
        buf_puts(&p->html, "</h3>\n");
    }
    buf_puts(&p->html, "<div class=\"panels\">\n");
}

void page_panels_end(struct page *p)
{
    buf_puts(&p->html, "</div>\n");
}

void page_panel(struct page *p, const char *title, char id[PAGE_ID])
{
    page_id(p, id);
    buf_printf(&p->html, "<figure class=\"panel\"><figcaption id=\"%s\">", id);
    markup_text(&p->html, title);
    buf_puts(&p->html, "</figcaption>\n");
}

void page_panel_end(struct page *p)
{
    buf_puts(&p->html, "</figure>\n");
}

void page_run_name(const struct page *p, size_t file, const struct run *run,
                   struct buf *out)
{
    buf_puts(out, run->name);
    if (p->study->count > 1)
        buf_printf(out, ", %s", p->study->labels[file]);
}

void page_release(struct page *p)
{
    buf_release(&p->html);
    buf_release(&p->markdown);
}
