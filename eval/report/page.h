/* The page and its Markdown twin while they are written: sections, paragraphs
 * and tables go to both, figures to the page alone. */
#ifndef PAGE_H
#define PAGE_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "report/palette.h"
#include "report/study.h"
#include "report/table.h"
#include "report/texts.h"

#define PAGE_ID 24 /* bytes of an element's id */

struct page {
    struct buf html, markdown;     /* owned */
    const struct study *study;     /* borrowed, as those that follow */
    const struct texts *texts;
    const struct palette *palette;
    unsigned ids; /* given so far */
};

/* A name for an element that no other one has. */
void page_id(struct page *p, char id[PAGE_ID]);

/* Begins a section: heading and note are the texts "KEY.title" and "KEY.how". */
void page_section(struct page *p, const char *key);
void page_section_end(struct page *p);

/* A paragraph of plain text. */
void page_paragraph(struct page *p, const char *text);

/* A table, its caption a text of that key; not written if it has no rows. A
 * folded one is shown when asked for. The table is released. */
void page_table(struct page *p, struct table *t, const char *caption,
                bool folded);

/* Begins what belongs to one file, folded but for the first where there are
 * several. */
void page_group(struct page *p, size_t file);
void page_group_end(struct page *p);

/* Begins panels of a figure side by side, under a heading of plain text unless
 * that is NULL. */
void page_panels(struct page *p, const char *heading);
void page_panels_end(struct page *p);

/* Begins a panel of a figure, whose title is plain text; its drawing is named by
 * `id`. */
void page_panel(struct page *p, const char *title, char id[PAGE_ID]);
void page_panel_end(struct page *p);

/* Appends a run's name, with its file's label where there are several. */
void page_run_name(const struct page *p, size_t file, const struct run *run,
                   struct buf *out);

void page_release(struct page *p);

#endif
