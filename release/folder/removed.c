#include "config.h"

#include "removed.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "inside.h"
#include "json_write.h"
#include "num.h"

#define LINE 96 /* bytes in a line, at most, with its LF */

void removed_write(const char *release, uint64_t leaf, struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "release", release);
    json_write_member_u64(out, "leaf", leaf);
    buf_puts(out, "}\n");
}

/* Reads a line, of which the caller has looked at nothing. */
static bool read_line(const char *line, struct edition *release,
                      uint64_t *leaf)
{
    static const char head[] = "{\"release\":\"", middle[] = "\",\"leaf\":";
    char version[LINE];
    struct buf again = BUF_EMPTY;
    if (strncmp(line, head, sizeof head - 1) != 0)
        return false;
    strcpy(version, line + sizeof head - 1);
    version[strcspn(version, "\"")] = '\0';
    if (!edition_set_version(release, version))
        return false;
    const char *at = line + sizeof head - 1 + strlen(version);
    if (strncmp(at, middle, sizeof middle - 1) != 0)
        return false;
    at += sizeof middle - 1;
    if (!num_parse_bytes(at, strspn(at, "0123456789"), 0, UINT32_MAX, leaf))
        return false;
    removed_write(version, *leaf, &again);
    bool same = strcmp(buf_string(&again), line) == 0;
    buf_release(&again);
    return same;
}

static int wrong(struct findings *f, const char *rule, uint64_t line,
                 const char *what, const char *expected, const char *found)
{
    findings_add(f, rule, (struct diag_place){REMOVED_NAME, line, NULL}, "%s",
                 what);
    findings_witness_bytes(f, expected, found, strcspn(found, "\n"));
    return -1;
}

/* Takes the next tombstone. Returns 0, or -1 where it is wrong. */
static int take(struct removed *r, const char *line, struct findings *f)
{
    struct edition release = {.name = ""};
    uint64_t leaf;
    if (!read_line(line, &release, &leaf))
        return wrong(f, "removed/shape", r->count + 1, "is no tombstone",
                     "{\"release\":\"1.0.0\",\"leaf\":0} and a line end",
                     line);
    int order = r->count == 0 ? -1
                              : edition_order(r->last.version,
                                              release.version);
    if (order > 0 || (order == 0 && r->leaf >= leaf))
        return wrong(f, "removed/order", r->count + 1,
                     "is not behind the tombstone before",
                     "a later release, or a leaf behind", line);
    r->last = release;
    r->leaf = leaf;
    r->count++;
    return 0;
}

int removed_check(struct removed *r, struct tree *tree, struct findings *f)
{
    char line[LINE];
    *r = (struct removed){0};
    int64_t index = tree_find(tree, REMOVED_NAME, 0);
    if (index < 0)
        return index == -1 ? 0 : -1;
    int fd = inside_open(tree->fd, REMOVED_NAME);
    FILE *fp = fd >= 0 ? fdopen(fd, "r") : NULL;
    if (fd >= 0 && fp == NULL)
        close(fd);
    errno = fp != NULL ? 0 : errno;
    bool good = true;
    while (fp != NULL && good && fgets(line, sizeof line, fp) != NULL)
        good = take(r, line, f) == 0;
    if (fp == NULL || ferror(fp))
        findings_unreadable(f, REMOVED_NAME);
    else if (r->count == 0 && good)
        wrong(f, "removed/shape", 0, "holds no tombstone",
              "no such file where nobody was removed", "no line");
    if (fp != NULL)
        fclose(fp);
    return tree_explain(tree, REMOVED_NAME);
}

void removed_check_edition(const struct removed *r, const struct edition *e,
                           struct findings *f)
{
    if (r->count == 0 || (edition_order(r->last.version, e->version) < 0 &&
                          !edition_same_major(r->last.version, e->version)))
        return;
    wrong(f, "removed/release", r->count,
          "is of a release that this one cannot follow",
          "a release of an earlier major version", r->last.version);
}
