/* The sections of a report, each written to the page and its Markdown twin. One
 * that has nothing to show is left out. */
#ifndef SECTIONS_H
#define SECTIONS_H

#include "report/page.h"
#include "report/published.h"

/* What happened: a sentence a run, what is plainly wrong first. */
void section_what(struct page *p);

/* The table of runs, and what each score is made of. */
void section_runs(struct page *p);

/* Figures, with their tables. */
void section_tradeoff(struct page *p);
void section_bars(struct page *p);
void section_curves(struct page *p);
void section_replies(struct page *p);

/* The cells beside the headlines, for a section of them. */
void section_slices(struct page *p, const char **tasks, const char **roles);

/* Tables alone. */
void section_differences(struct page *p);
void section_measures(struct page *p);
void section_published(struct page *p, const struct published *tables);
void section_files(struct page *p);

#endif
