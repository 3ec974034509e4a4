#include "config.h"

#include "report/writeup.h"

#include <stdlib.h>
#include <string.h>

#include "datadir.h"
#include "file.h"
#include "report/markup.h"
#include "report/page.h"
#include "report/palette.h"
#include "report/published.h"
#include "report/sections.h"
#include "report/texts.h"

#define STYLE_LIMIT ((size_t)1 << 20) /* bytes */

/* What a report is made of besides scores. */
struct materials {
    struct texts texts;
    struct palette palette;
    struct published published;
    struct buf style;
};

static enum exit_status of_table(int rc)
{
    return rc == 0 ? EXIT_OK : rc == TSV_BAD ? EXIT_DATA : EXIT_SYSTEM;
}

static enum exit_status read_style(struct materials *m, const char *folder)
{
    char *path = file_join(folder, "style.css");
    enum exit_status status = EXIT_OK;
    if (file_read(path, STYLE_LIMIT, &m->style) < 0) {
        diag_errno("cannot read %s", path);
        status = EXIT_SYSTEM;
    } else if (strpbrk(buf_string(&m->style), "<&") != NULL) {
        diag("%s holds a '<' or '&', which a page cannot hold there", path);
        status = EXIT_DATA;
    }
    free(path);
    return status;
}

static enum exit_status read_materials(struct materials *m)
{
    char *folder = datadir_path("templates/report");
    char *tables = datadir_path("templates/published");
    enum exit_status status = of_table(texts_read(&m->texts, folder));
    if (status == EXIT_OK)
        status = of_table(palette_read(&m->palette, folder));
    if (status == EXIT_OK)
        status = read_style(m, folder);
    if (status == EXIT_OK)
        status = published_read(&m->published, tables);
    free(folder);
    free(tables);
    return status;
}

static void release_materials(struct materials *m)
{
    texts_release(&m->texts);
    palette_release(&m->palette);
    published_release(&m->published);
    buf_release(&m->style);
}

static void put_head(const struct materials *m, struct page *p)
{
    const char *title = texts_get(&m->texts, "title");
    buf_puts(&p->html, WRITEUP_MARK
             "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">\n"
             "<head>\n<meta charset=\"utf-8\" />\n"
             "<meta name=\"viewport\" "
             "content=\"width=device-width, initial-scale=1\" />\n"
             "<meta name=\"color-scheme\" content=\"light dark\" />\n"
             "<title>");
    markup_text(&p->html, title);
    buf_puts(&p->html, "</title>\n<style>\n");
    palette_css(&m->palette, &p->html);
    buf_add(&p->html, m->style.data, m->style.len);
    buf_puts(&p->html, "</style>\n</head>\n<body>\n"
                       "<a class=\"skip\" href=\"#runs\">");
    markup_text(&p->html, texts_get(&m->texts, "skip"));
    buf_puts(&p->html, "</a>\n<header>\n<h1>");
    markup_text(&p->html, title);
    buf_puts(&p->html, "</h1>\n<p class=\"subtitle\">");
    markup_text(&p->html, texts_get(&m->texts, "subtitle"));
    buf_puts(&p->html, "</p>\n</header>\n");
    buf_puts(&p->markdown, "# ");
    markup_markdown(&p->markdown, title);
    buf_puts(&p->markdown, "\n\n");
}

/* Links to the sections that are there, between header and main part. */
static void put_contents(const struct materials *m, struct page *p,
                         const struct buf *body)
{
    static const char *const keys[] = {
        "what", "runs", "tradeoff", "bars", "curves", "replies",
        "differences", "measures", "published", "files"};
    struct buf text = BUF_EMPTY;
    buf_puts(&p->html, "<nav aria-label=\"");
    markup_text(&p->html, texts_get(&m->texts, "contents"));
    buf_puts(&p->html, "\"><ul>\n");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++) {
        buf_clear(&text);
        buf_printf(&text, "<section id=\"%s\"", keys[i]);
        if (memmem(body->data, body->len, text.data, text.len) == NULL)
            continue;
        buf_clear(&text);
        buf_printf(&text, "%s.title", keys[i]);
        buf_printf(&p->html, "<li><a href=\"#%s\">", keys[i]);
        markup_text(&p->html, texts_get(&m->texts, buf_string(&text)));
        buf_puts(&p->html, "</a></li>\n");
    }
    buf_puts(&p->html, "</ul></nav>\n");
    buf_release(&text);
}

static void put_sections(const struct materials *m, struct page *p)
{
    section_what(p);
    section_runs(p);
    section_tradeoff(p);
    section_bars(p);
    section_curves(p);
    section_replies(p);
    section_differences(p);
    section_measures(p);
    section_published(p, &m->published);
    section_files(p);
}

static void put_foot(const struct materials *m, struct page *p)
{
    buf_puts(&p->html, "</main>\n<footer><p>");
    markup_text(&p->html, texts_get(&m->texts, "footer"));
    buf_puts(&p->html, " ");
    markup_text(&p->html, PACKAGE_VERSION);
    buf_puts(&p->html, "</p></footer>\n</body>\n</html>\n");
}

static void write_all(const struct materials *m, const struct study *study,
                      struct writeup *d)
{
    struct page page = {.study = study, .texts = &m->texts,
                        .palette = &m->palette};
    struct page body = page;
    put_head(m, &page);
    put_sections(m, &body);
    put_contents(m, &page, &body.html);
    buf_puts(&page.html, "<main>\n");
    buf_add(&page.html, body.html.data, body.html.len);
    put_foot(m, &page);
    buf_add(&page.markdown, body.markdown.data, body.markdown.len);
    d->html = page.html;
    d->markdown = page.markdown;
    page_release(&body);
}

enum exit_status writeup_make(struct writeup *d, const struct study *study)
{
    struct materials materials = {0};
    *d = (struct writeup){BUF_EMPTY, BUF_EMPTY};
    enum exit_status status = read_materials(&materials);
    if (status == EXIT_OK)
        write_all(&materials, study, d);
    release_materials(&materials);
    return status;
}

void writeup_release(struct writeup *d)
{
    buf_release(&d->html);
    buf_release(&d->markdown);
}
