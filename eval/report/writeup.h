/* The whole report: one page that needs nothing besides itself, and the same
 * tables as Markdown. */
#ifndef WRITEUP_H
#define WRITEUP_H

#include "buf.h"
#include "diag.h"
#include "report/study.h"

#define WRITEUP_MARK "<!DOCTYPE html>\n<!-- palimpsest/report/1 -->\n"

struct writeup {
    struct buf html, markdown; /* owned */
};

/* Makes it with the data folder's words, colours and tables of others. Returns
 * EXIT_OK, EXIT_DATA or EXIT_SYSTEM (told); released in any case. */
enum exit_status writeup_make(struct writeup *d, const struct study *study);

void writeup_release(struct writeup *d);

#endif
