#include "config.h"

#include "findings.h"

#include <errno.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"

/* Areas whose rules break other rungs than the first. */
static const struct {
    const char *area;
    enum findings_rung rung;
} areas[] = {
    {"signature/", FINDINGS_AUTHENTIC},
    {"split/", FINDINGS_SPLITS},
    {"log/", FINDINGS_FILES},
    {"seed/", FINDINGS_SEED},
    {"date/", FINDINGS_DATED},
    {"since/", FINDINGS_SINCE},
    {"derived/", FINDINGS_FILES},
};

static enum findings_rung rung_of(const char *rule)
{
    for (size_t i = 0; i < sizeof areas / sizeof *areas; i++)
        if (strncmp(rule, areas[i].area, strlen(areas[i].area)) == 0)
            return areas[i].rung;
    return FINDINGS_INTACT;
}

static void finding_release(struct finding *finding)
{
    free(finding->file);
    free(finding->id);
    free(finding->what);
    free(finding->expected);
    free(finding->found);
}

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

/* Takes over the finding if it is one of the first, and tells it. */
static void add(struct findings *f, struct finding finding)
{
    size_t index = f->count++;
    if (index >= FINDINGS_CAP) {
        if (index == FINDINGS_CAP && !f->silent)
            diag("and more");
        finding_release(&finding);
        return;
    }
    if (f->kept == NULL)
        f->kept = xmalloc(FINDINGS_CAP, sizeof *f->kept);
    f->kept[index] = finding;
    if (!f->silent)
        tell(f, &finding);
}

void findings_add(struct findings *f, const char *rule,
                  struct diag_place place, const char *format, ...)
{
    struct finding finding = {.rule = rule, .line = place.line};
    f->failed[rung_of(rule)] = true;
    if (f->count < FINDINGS_CAP) {
        char text[1024];
        va_list args;
        va_start(args, format);
        vsnprintf(text, sizeof text, format, args);
        va_end(args);
        finding.file = copy(place.file);
        finding.id = copy(place.id);
        finding.what = copy(text);
        diag_tame(finding.what);
        if (finding.file != NULL)
            diag_tame(finding.file);
    }
    add(f, finding);
}

static size_t kept(const struct findings *f)
{
    return f->count < FINDINGS_CAP ? f->count : FINDINGS_CAP;
}

/* A copy of what fits, tamed as messages are. */
static char *copy_witness(const char *text)
{
    if (text == NULL)
        return NULL;
    char *witness = xstrndup(text, strnlen(text, FINDINGS_WITNESS));
    diag_tame(witness);
    return witness;
}

void findings_witness(struct findings *f, const char *expected,
                      const char *found)
{
    if (f->count == 0 || f->count > FINDINGS_CAP)
        return;
    struct finding *last = &f->kept[f->count - 1];
    free(last->expected);
    free(last->found);
    last->expected = copy_witness(expected);
    last->found = copy_witness(found);
}

void findings_witness_bytes(struct findings *f, const char *expected,
                            const char *found, size_t len)
{
    char *text = xstrndup(found, len < FINDINGS_WITNESS ? len
                                                        : FINDINGS_WITNESS);
    findings_witness(f, expected, text);
    free(text);
}

void findings_witness_u64(struct findings *f, uint64_t expected,
                          uint64_t found)
{
    char numbers[2][24];
    snprintf(numbers[0], sizeof numbers[0], "%" PRIu64, expected);
    snprintf(numbers[1], sizeof numbers[1], "%" PRIu64, found);
    findings_witness(f, numbers[0], numbers[1]);
}

void findings_move(struct findings *f, struct findings *from)
{
    size_t moved = kept(from), more = from->count - moved;
    for (size_t i = 0; i < moved; i++)
        add(f, from->kept[i]);
    for (int rung = 0; rung < FINDINGS_RUNGS; rung++)
        f->failed[rung] |= from->failed[rung];
    f->broken |= from->broken;
    if (more > 0)
        add(f, (struct finding){0}); /* there are enough before it */
    f->count += more > 0 ? more - 1 : 0;
    free(from->kept);
    *from = (struct findings){.silent = true};
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
    findings_add(f, "tree/unreadable", (struct diag_place){file, 0, NULL},
                 "cannot be read: %s", strerror(reason));
    findings_witness(f, "a file that can be read", strerror(reason));
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
    for (size_t i = 0; i < kept(f); i++)
        finding_release(&f->kept[i]);
    free(f->kept);
    *f = (struct findings){0};
}
