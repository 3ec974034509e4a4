#include "config.h"

#include "sums.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "files/derived.h"
#include "inside.h"
#include "manifest.h"

/* Bytes of a line with the longest path, and its LF. */
#define LINE_LIMIT (DIGEST_HEX + 2 + SORTER_KEY_LIMIT + 1)

/* A list with so many wrong lines is read no further: it may be one of another
 * folder, and very long. */
#define WRONG_LIMIT 1000

bool sums_list(const char *path)
{
    return strcmp(path, SUMS_NAME) != 0 && strcmp(path, SUMS_SIGNATURE) != 0;
}

static void put_sum(struct derived *d, const unsigned char *digest,
                    const char *path)
{
    char hex[DIGEST_HEX + 1];
    digest_to_hex(digest, hex);
    derived_put(d, hex, DIGEST_HEX);
    derived_put(d, "  ", 2);
    derived_put(d, path, strlen(path));
    derived_put(d, "\n", 1);
}

/* Puts all sums; the manifest, which may not yet be in the tree, at its
 * place. */
static int put_all(struct derived *d, struct tree *tree,
                   const unsigned char *manifest)
{
    struct buf key = BUF_EMPTY;
    struct sorter_item item;
    bool put = false;
    int rc = 0;
    for (size_t i = 0; i < tree->paths.count && rc == 0; i++) {
        rc = sorter_read(&tree->paths, i, &key, &item);
        if (rc < 0 || !sums_list(item.key) ||
            strcmp(item.key, MANIFEST_NAME) == 0)
            continue;
        if (!put && strcmp(item.key, MANIFEST_NAME) > 0) {
            put_sum(d, manifest, MANIFEST_NAME);
            put = true;
        }
        put_sum(d, tree->sums[i], item.key);
    }
    if (!put)
        put_sum(d, manifest, MANIFEST_NAME);
    buf_release(&key);
    return rc;
}

int sums_derive(const char *folder, struct findings *findings,
                struct tree *tree,
                const unsigned char manifest[DIGEST_BYTES])
{
    struct derived d;
    if (derived_open(&d, folder, SUMS_NAME, findings) < 0)
        return -1;
    int rc = put_all(&d, tree, manifest);
    return derived_close(&d, NULL) < 0 ? -1 : rc;
}

/* One pass over SHA256SUMS. */
struct pass {
    struct findings *findings;
    struct tree *tree;
    struct diag_place place;
    char before[SORTER_KEY_LIMIT + 1]; /* the path of the line before */
    unsigned wrong;                    /* findings so far */
};

static void wrong(struct pass *p, const char *rule, const char *path,
                  const char *what)
{
    p->wrong++;
    findings_add(p->findings, rule, p->place, "%s %s", path, what);
}

static void differs(struct pass *p, const char *hex, const char *there,
                    const char *path)
{
    char listed[DIGEST_HEX + 1] = "";
    memcpy(listed, hex, DIGEST_HEX);
    wrong(p, "sums/sum", path, "has another sum");
    findings_witness(p->findings, listed, there);
}

static int check_sum(struct pass *p, const char *hex, const char *path)
{
    char there[DIGEST_HEX + 1];
    int64_t i = tree_find(p->tree, path, (size_t)p->place.line);
    if (i == -2)
        return -1;
    if (i == -1) {
        if (findings_unread(p->findings, path))
            return 0;
        wrong(p, "sums/missing", path, "is missing");
        findings_witness(p->findings, path, "no such file");
        return 0;
    }
    struct sorter_entry *e = &p->tree->paths.entries[i];
    if ((e->mark & TREE_LISTED) != 0) {
        wrong(p, "sums/twice", path, "is listed twice");
        findings_witness(p->findings, "one line for each file", path);
    }
    e->mark |= TREE_LISTED;
    digest_to_hex(p->tree->sums[i], there);
    if (p->tree->sizes[i] != TREE_NO_SIZE &&
        memcmp(there, hex, DIGEST_HEX) != 0)
        differs(p, hex, there, path);
    return 0;
}

/* Checks one line of `len` bytes, its LF among them. */
static int check_line(struct pass *p, char *line, size_t len)
{
    size_t head = DIGEST_HEX + 2;
    if (len < head + 2 || strlen(line) != len || line[len - 1] != '\n' ||
        strspn(line, "0123456789abcdef") != DIGEST_HEX ||
        memcmp(line + DIGEST_HEX, "  ", 2) != 0) {
        wrong(p, "sums/line", "this", "is not a line of sha256sum");
        findings_witness(p->findings, "64 hexadecimal digits, two blanks, a "
                                      "path, LF", line);
        return 0;
    }
    line[len - 1] = '\0';
    char *path = line + head;
    if (!inside_valid(path) || !sums_list(path)) {
        wrong(p, "sums/path", path, "is no path that may be listed");
        findings_witness(p->findings, "names of A-Z a-z 0-9 . _ - parted by "
                                      "slashes, not the sums' own", path);
        return 0;
    }
    if (strcmp(p->before, path) >= 0) {
        wrong(p, "sums/order", path, "is out of order");
        char expected[SORTER_KEY_LIMIT + 16];
        snprintf(expected, sizeof expected, "a path behind %s", p->before);
        findings_witness(p->findings, expected, path);
    }
    memcpy(p->before, path, (size_t)len - head);
    return check_sum(p, line, path);
}

/* Reads a line, or as much of it as may be one. Returns its length with its LF,
 * or 0 at the end. */
static size_t read_line(FILE *fp, char line[LINE_LIMIT + 1])
{
    size_t len = 0;
    for (int c = 0; c != '\n' && len < LINE_LIMIT; line[len++] = (char)c) {
        c = getc_unlocked(fp);
        if (c == EOF)
            break;
    }
    line[len] = '\0';
    return len;
}

static int check_lines(struct pass *p, FILE *fp)
{
    char line[LINE_LIMIT + 1];
    int rc = 0;
    while (rc == 0 && p->wrong <= WRONG_LIMIT) {
        size_t len = read_line(fp, line);
        if (len == 0)
            break;
        p->place.line++;
        rc = check_line(p, line, len);
    }
    if (rc == 0 && ferror(fp))
        findings_unreadable(p->findings, SUMS_NAME);
    return rc;
}

static void tell_one_unlisted(const struct tree *tree, size_t i,
                              const char *path, struct findings *f)
{
    char hex[DIGEST_HEX + 1];
    findings_add(f, "sums/unlisted", (struct diag_place){path, 0, NULL},
                 "not listed in " SUMS_NAME);
    digest_to_hex(tree->sums[i], hex);
    findings_witness(f, "a line in " SUMS_NAME,
                     tree->sizes[i] != TREE_NO_SIZE ? hex : path);
}

static int tell_unlisted(struct tree *tree, struct findings *f)
{
    struct buf key = BUF_EMPTY;
    struct sorter_item item;
    int rc = 0;
    for (size_t i = 0; i < tree->paths.count && rc == 0; i++) {
        if ((tree->paths.entries[i].mark & TREE_LISTED) != 0)
            continue;
        rc = sorter_read(&tree->paths, i, &key, &item);
        if (rc == 0 && sums_list(item.key))
            tell_one_unlisted(tree, i, item.key, f);
    }
    buf_release(&key);
    return rc;
}

int sums_check(const char *folder, struct findings *f, struct tree *tree)
{
    struct pass p = {f, tree, {SUMS_NAME, 0, NULL}, "", 0};
    int fd = inside_open_in(folder, SUMS_NAME);
    FILE *fp = fd >= 0 ? fdopen(fd, "r") : NULL;
    int rc = 0;
    if (fd < 0 && (errno == ENOENT || errno == ELOOP)) {
        wrong(&p, "sums/none", SUMS_NAME, "is missing");
        findings_witness(f, SUMS_NAME, "no such file");
    } else if (fp == NULL) {
        findings_unreadable(f, SUMS_NAME);
    } else {
        rc = check_lines(&p, fp);
    }
    if (fp != NULL)
        fclose(fp);
    if (rc < 0 || p.wrong > WRONG_LIMIT || findings_unread(f, SUMS_NAME))
        return rc;
    return tell_unlisted(tree, f);
}
