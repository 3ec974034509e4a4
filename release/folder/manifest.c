#include "config.h"

#include "manifest.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "files/derived.h"
#include "inside.h"
#include "json_write.h"
#include "removed.h"
#include "shape.h"
#include "step_check.h"
#include "steps.h"
#include "sums.h"

#define HEAD_LIMIT ((size_t)2 << 20)   /* bytes in the first line */
#define HEAD_VALUES ((size_t)1 << 16) /* values in it */

static const struct shape_member shape[] = {
    {"schema", SHAPE_TEXT},
    {"name", SHAPE_TEXT},
    {"release", SHAPE_TEXT},
    {"suite", SHAPE_TEXT},
    {"generator_seed", SHAPE_TEXT | SHAPE_NULL},
    {"world", SHAPE_HEX | SHAPE_NULL},
    {"people", SHAPE_OBJECT},
    {"removed", SHAPE_COUNT | SHAPE_OPTIONAL},
    {"questions", SHAPE_OBJECT},
    {"images", SHAPE_COUNT},
    {"split", SHAPE_OBJECT | SHAPE_NULL},
    {"steps", SHAPE_ARRAY},
    {"files", SHAPE_ARRAY},
    {NULL, 0},
};

static void write_text_or_null(struct buf *out, const char *name,
                               const char *text)
{
    json_write_name(out, name);
    if (text != NULL)
        json_write_text(out, text);
    else
        buf_puts(out, "null");
}

static void write_counts(struct buf *out, const struct people *p)
{
    json_write_name(out, "people");
    buf_putc(out, '{');
    for (int k = 0; k <= RECORD_STRANGER; k++)
        json_write_member_u64(out, record_kind_name((enum record_kind)k),
                              p->kinds[k]);
    buf_putc(out, '}');
    if (p->removed > 0)
        json_write_member_u64(out, "removed", p->removed);
    json_write_name(out, "questions");
    buf_putc(out, '{');
    for (int s = 0; s < QUESTION_SETS; s++)
        json_write_member_u64(out, question_set_name((enum question_set)s),
                              p->questions[s]);
    buf_putc(out, '}');
    json_write_member_u64(out, "images", p->images);
}

/* The first line, without its LF. */
static void write_head(struct buf *out, const struct manifest *m)
{
    const struct people *p = m->people;
    buf_putc(out, '{');
    json_write_member(out, "schema", MANIFEST_SCHEMA);
    json_write_member(out, "name", m->edition->name);
    json_write_member(out, "release", m->edition->version);
    json_write_member(out, "suite", m->suite);
    write_text_or_null(out, "generator_seed", p->seed);
    write_text_or_null(out, "world", p->world);
    write_counts(out, p);
    json_write_name(out, "split");
    splits_write_rule(&p->splits, out);
    json_write_name(out, "steps");
    buf_puts(out, m->steps);
    json_write_name(out, "files");
    buf_putc(out, '[');
}

static bool is_canonical(const char *path)
{
    return strcmp(path, "people.jsonl") == 0 ||
           strcmp(path, REMOVED_NAME) == 0 ||
           strncmp(path, "images/", 7) == 0;
}

static int put_file(struct derived *d, struct tree *tree, size_t i,
                    bool *first)
{
    struct buf key = BUF_EMPTY, row = BUF_EMPTY;
    struct sorter_item item;
    char hex[DIGEST_HEX + 1];
    int rc = sorter_read(&tree->paths, i, &key, &item);
    if (rc == 0 && strcmp(item.key, MANIFEST_NAME) != 0 &&
        sums_list(item.key)) {
        digest_to_hex(tree->sums[i], hex);
        buf_puts(&row, *first ? "\n{" : ",\n{");
        json_write_member(&row, "path", item.key);
        json_write_member_u64(&row, "bytes", tree->sizes[i]);
        json_write_member(&row, "sha256", hex);
        json_write_member(&row, "class",
                          is_canonical(item.key) ? "canonical" : "derived");
        buf_putc(&row, '}');
        derived_put(d, row.data, row.len);
        *first = false;
    }
    buf_release(&key);
    buf_release(&row);
    return rc;
}

int manifest_derive(const char *folder, struct findings *findings,
                    const struct manifest *m, struct tree *tree,
                    unsigned char digest[DIGEST_BYTES])
{
    struct buf head = BUF_EMPTY;
    struct derived d;
    bool first = true;
    if (derived_open(&d, folder, MANIFEST_NAME, findings) < 0)
        return -1;
    write_head(&head, m);
    derived_put(&d, head.data, head.len);
    int rc = 0;
    for (size_t i = 0; i < tree->paths.count && rc == 0; i++)
        rc = put_file(&d, tree, i, &first);
    derived_put(&d, "\n]}\n", 4);
    buf_release(&head);
    return derived_close(&d, digest) < 0 ? -1 : rc;
}

static int wrong(struct findings *f, const char *rule, const char *what,
                 const char *expected)
{
    findings_add(f, rule, (struct diag_place){MANIFEST_NAME, 1, NULL}, "%s",
                 what);
    findings_witness(f, expected, what);
    return -1;
}

static void tell_member(struct findings *f, const struct json_member *there,
                        const struct json_member *wanted)
{
    char *expected = xstrndup(wanted->value, wanted->value_len);
    findings_add(f, "manifest/member",
                 (struct diag_place){MANIFEST_NAME, 1, NULL},
                 "its '%.*s' is %.*s, the records give %.200s",
                 (int)there->name_len, there->name,
                 there->value_len < 200 ? (int)there->value_len : 200,
                 there->value, expected);
    findings_witness_bytes(f, expected, there->value, there->value_len);
    free(expected);
}

/* Appends the manifest's first line, without its LF. 0, or -1 with errno. */
static int read_first_line(const char *folder, struct buf *line)
{
    int fd = inside_open_in(folder, MANIFEST_NAME);
    FILE *fp = fd >= 0 ? fdopen(fd, "r") : NULL;
    if (fp == NULL)
        return -1;
    for (int c; (c = getc(fp)) != EOF && c != '\n';) {
        if (line->len == HEAD_LIMIT)
            break;
        buf_putc(line, (char)c);
    }
    int rc = ferror(fp) ? -1 : 0;
    fclose(fp);
    return rc;
}

/* Compares the members of the line that is there with those that should be:
 * the same member is told by name. */
static void compare_members(struct findings *f, const struct json_scan *there,
                            const struct json_scan *wanted)
{
    for (size_t i = 0; i < there->count && i < wanted->count; i++) {
        const struct json_member *a = &there->members[i];
        const struct json_member *b = &wanted->members[i];
        if (a->value_len == b->value_len &&
            memcmp(a->value, b->value, a->value_len) == 0)
            continue;
        tell_member(f, a, b);
    }
}

/* Compares a head of good shape with what the people give. */
static void compare_head(struct findings *f, const struct manifest *m,
                         const struct json_scan *there, const cJSON *head)
{
    const cJSON *steps = cJSON_GetObjectItemCaseSensitive(head, "steps");
    struct buf why = BUF_EMPTY, wanted = BUF_EMPTY;
    struct json_scan scan = {0};
    write_head(&wanted, m);
    buf_puts(&wanted, "]}");
    if (json_scan_check(&scan, wanted.data, wanted.len) == 0)
        compare_members(f, there, &scan);
    if (step_check(steps, m->people, &why) < 0)
        wrong(f, "manifest/steps", buf_string(&why),
              "runs that made these records");
    json_scan_release(&scan);
    buf_release(&wanted);
    buf_release(&why);
}

/* The name and version of a head of good shape. Returns 0, or -1 with `why`. */
static int read_edition(const cJSON *head, struct edition *e, struct buf *why)
{
    if (edition_set_name(e, shape_text(head, "name")) &&
        edition_set_version(e, shape_text(head, "release")))
        return 0;
    buf_puts(why, "its 'name' and 'release' are not those of a release");
    return -1;
}

/* Which version of Palimpsest it states, as text that any terminal bears. */
static int read_suite(const cJSON *head, struct manifest_own *own,
                      struct buf *why)
{
    static const char may[] = "abcdefghijklmnopqrstuvwxyz0123456789.+~-";
    const char *suite = shape_text(head, "suite");
    size_t len = strspn(suite, may);
    if (len > 0 && len <= MANIFEST_SUITE && suite[len] == '\0') {
        memcpy(own->suite, suite, len + 1);
        return 0;
    }
    buf_puts(why, "its 'suite' is no version");
    return -1;
}

/* Takes from a head what is its own to say. */
static int read_head(struct findings *f, const cJSON *head,
                     struct manifest_own *own)
{
    struct buf why = BUF_EMPTY;
    int rc = shape_check(head, "the manifest", shape, &why);
    if (rc == 0)
        rc = read_edition(head, &own->edition, &why);
    if (rc == 0)
        rc = read_suite(head, own, &why);
    if (rc == 0)
        rc = steps_write(cJSON_GetObjectItemCaseSensitive(head, "steps"),
                         &own->steps, &why);
    if (rc < 0)
        wrong(f, "manifest/shape", buf_string(&why),
              "the shape of schema/manifest.json");
    buf_release(&why);
    return rc;
}

int manifest_check(const char *folder, struct findings *f,
                   const struct people *people, struct manifest_own *own)
{
    struct buf line = BUF_EMPTY;
    struct json_scan scan = {.most = HEAD_VALUES};
    cJSON *head = NULL;
    int rc = read_first_line(folder, &line);
    if (rc < 0 && (errno == ENOENT || errno == ELOOP))
        wrong(f, "manifest/missing", "the manifest is missing",
              MANIFEST_NAME);
    else if (rc < 0)
        findings_unreadable(f, MANIFEST_NAME);
    buf_puts(&line, "]}");
    if (rc == 0 && json_scan_check(&scan, line.data, line.len) < 0)
        rc = wrong(f, "manifest/json",
                   "its first line is not the JSON of a manifest up to its "
                   "files",
                   "a first line that is JSON once ]} is put behind it");
    if (rc == 0) {
        head = cJSON_ParseWithLength(line.data, line.len);
        rc = read_head(f, head, own);
    }
    if (rc == 0) {
        const struct manifest m = {&own->edition, own->suite, people,
                                   buf_string(&own->steps)};
        compare_head(f, &m, &scan, head);
    }
    cJSON_Delete(head);
    json_scan_release(&scan);
    buf_release(&line);
    return rc;
}

bool manifest_is_ours(const struct manifest_own *own)
{
    return strcmp(own->suite, PACKAGE_VERSION) == 0;
}

int manifest_edition(int folder, struct edition *edition)
{
    static const char before[] = "{\"schema\":\"" MANIFEST_SCHEMA
                                 "\",\"name\":\"";
    static const char between[] = "\",\"release\":\"";
    char text[sizeof before + EDITION_NAME + sizeof between +
              EDITION_VERSION + 2] = "";
    int fd = inside_open(folder, MANIFEST_NAME);
    ssize_t got = fd < 0 ? -1 : pread(fd, text, sizeof text - 1, 0);
    if (fd >= 0)
        close(fd);
    if (got < 0 || strncmp(text, before, strlen(before)) != 0)
        return -1;
    char *name = text + strlen(before), *version = strstr(name, between);
    if (version == NULL)
        return -1;
    *version = '\0';
    version += strlen(between);
    version[strcspn(version, "\"")] = '\0';
    return edition_set_name(edition, name) &&
                   edition_set_version(edition, version) ? 0 : -1;
}
