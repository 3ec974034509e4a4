#include "config.h"

#include "findings.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"

static char *copy(const char *text)
{
    return text != NULL ? xstrndup(text, strlen(text)) : NULL;
}

/* "folder/file", or NULL where there is no file. */
static const char *whole_name(const struct findings *f, const char *file,
                              struct buf *name)
{
    if (file == NULL)
        return f->folder;
    if (f->folder != NULL)
        buf_printf(name, "%s/", f->folder);
    buf_puts(name, file);
    return buf_string(name);
}

static void tell(const struct findings *f, const struct finding *finding)
{
    struct buf name = BUF_EMPTY;
    struct diag_place place = {whole_name(f, finding->file, &name),
                               finding->line, finding->id};
    diag_at(place, "%s", finding->what);
    buf_release(&name);
}

static void keep(struct findings *f, struct diag_place place, char *what)
{
    if (f->kept == NULL)
        f->kept = xmalloc(FINDINGS_CAP, sizeof *f->kept);
    struct finding *finding = &f->kept[f->count];
    *finding = (struct finding){copy(place.file), place.line, copy(place.id),
                                what, false};
    diag_tame(finding->what);
    if (finding->file != NULL)
        diag_tame(finding->file);
    if (!f->silent)
        tell(f, finding);
}

void findings_add(struct findings *f, enum findings_rung rung,
                  struct diag_place place, const char *format, ...)
{
    f->failed[rung] = true;
    if (f->count < FINDINGS_CAP) {
        char text[1024];
        va_list args;
        va_start(args, format);
        vsnprintf(text, sizeof text, format, args);
        va_end(args);
        keep(f, place, copy(text));
    } else if (f->count == FINDINGS_CAP && !f->silent) {
        diag("and more");
    }
    f->count++;
}

static size_t kept(const struct findings *f)
{
    return f->count < FINDINGS_CAP ? f->count : FINDINGS_CAP;
}

bool findings_unread(const struct findings *f, const char *file)
{
    for (size_t i = 0; file != NULL && i < kept(f); i++) {
        const char *other = f->kept[i].file;
        if (!f->kept[i].unread || other == NULL)
            continue;
        size_t len = strlen(other);
        if (strncmp(other, file, len) == 0 &&
            (file[len] == '\0' || file[len] == '/'))
            return true;
    }
    return false;
}

void findings_unreadable(struct findings *f, const char *file)
{
    int reason = errno;
    size_t index = f->count;
    f->broken = true;
    if (findings_unread(f, file))
        return;
    findings_add(f, FINDINGS_INTACT, (struct diag_place){file, 0, NULL},
                 "cannot be read: %s", strerror(reason));
    if (index < FINDINGS_CAP)
        f->kept[index].unread = true;
}

enum exit_status findings_status(const struct findings *f)
{
    if (f->broken)
        return EXIT_SYSTEM;
    return f->count > 0 ? EXIT_DATA : EXIT_OK;
}

void findings_release(struct findings *f)
{
    for (size_t i = 0; i < kept(f); i++) {
        free(f->kept[i].file);
        free(f->kept[i].id);
        free(f->kept[i].what);
    }
    free(f->kept);
    *f = (struct findings){0};
}
