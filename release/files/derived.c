#include "config.h"

#include "derived.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "digest.h"
#include "file.h"
#include "inside.h"

#define BLOCK 4096
#define REST 80 /* bytes of a witness */

/* Opens for writing a file that must be new, or for reading. */
static FILE *open_file(const struct derived *d)
{
    bool reading = d->findings != NULL;
    char *path = file_join(d->folder, d->name);
    int fd = reading ? inside_open_in(d->folder, d->name)
                     : open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC,
                            0666);
    FILE *fp = fd >= 0 ? fdopen(fd, reading ? "r" : "w") : NULL;
    if (fd >= 0 && fp == NULL)
        close(fd);
    if (fp == NULL && !reading)
        diag_errno("cannot write %s", path);
    free(path);
    return fp;
}

/* `expected` and `found`: what follows where they part. */
static void differs(struct derived *d, const char *rule, const char *what,
                    const char *expected, const char *found)
{
    if (d->differs)
        return;
    d->differs = true;
    findings_add(d->findings, rule,
                 (struct diag_place){d->name, d->line, NULL}, "%s", what);
    findings_witness(d->findings, expected, found);
}

/* Copies what is left of a line, or the first bytes of it. */
static const char *rest(char text[REST], const char *bytes, size_t len)
{
    const char *end = memchr(bytes, '\n', len);
    if (end != NULL)
        len = (size_t)(end - bytes);
    if (len > REST - 1)
        len = REST - 1;
    memcpy(text, bytes, len);
    text[len] = '\0';
    return text;
}

/* A file that is missing or a link has been told, or will be, as such; it is
 * not the derived one either. */
static void no_file(struct derived *d)
{
    d->line = 0;
    if (errno == ENOENT || errno == ELOOP)
        differs(d, "derived/missing", "a derived file is missing", d->name,
                "no such file");
    else
        findings_unreadable(d->findings, d->name);
    d->differs = true;
}

int derived_open(struct derived *d, const char *folder, const char *name,
                 struct findings *findings)
{
    *d = (struct derived){.folder = folder, .name = name,
                          .findings = findings, .line = 1};
    digest_start(&d->sum);
    d->fp = open_file(d);
    if (d->fp == NULL && findings != NULL)
        no_file(d);
    return d->fp == NULL && findings == NULL ? -1 : 0;
}

static void count_lines(struct derived *d, const char *bytes, size_t len)
{
    for (size_t i = 0; i < len; i++)
        if (bytes[i] == '\n')
            d->line++;
}

/* Where two blocks part. */
static size_t common(const char *a, const char *b, size_t len)
{
    size_t i = 0;
    while (i < len && a[i] == b[i])
        i++;
    return i;
}

static void compare(struct derived *d, const char *bytes, size_t len)
{
    char block[BLOCK], made[REST], there[REST];
    while (len > 0 && d->fp != NULL && !d->differs) {
        size_t want = len < BLOCK ? len : BLOCK;
        size_t got = fread(block, 1, want, d->fp);
        size_t same = common(bytes, block, got);
        count_lines(d, bytes, same);
        if (got < want && ferror(d->fp)) {
            findings_unreadable(d->findings, d->name);
            d->differs = true;
        } else if (same < got) {
            differs(d, "derived/bytes",
                    "differs from what the release's records give",
                    rest(made, bytes + same, want - same),
                    rest(there, block + same, got - same));
        } else if (got < want) {
            differs(d, "derived/short", "ends too early",
                    rest(made, bytes + got, want - got), "the end");
        }
        bytes += want;
        len -= want;
    }
}

void derived_put(struct derived *d, const void *bytes, size_t len)
{
    digest_more(&d->sum, bytes, len);
    d->bytes += len;
    if (d->findings != NULL) {
        compare(d, bytes, len);
    } else if (!d->failed && fwrite(bytes, 1, len, d->fp) != len) {
        d->failed = true;
        diag_errno("cannot write %s/%s", d->folder, d->name);
    }
}

int derived_close(struct derived *d, unsigned char *digest)
{
    unsigned char unused[DIGEST_BYTES];
    digest_end(&d->sum, digest != NULL ? digest : unused);
    if (d->fp == NULL)
        return 0;
    if (d->findings != NULL && !d->differs && getc(d->fp) != EOF)
        differs(d, "derived/long", "goes on behind its end", "the end",
                "more bytes");
    if (fclose(d->fp) != 0 && d->findings == NULL && !d->failed) {
        d->failed = true;
        diag_errno("cannot write %s/%s", d->folder, d->name);
    }
    d->fp = NULL;
    return d->failed ? -1 : 0;
}
