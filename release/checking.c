#include "config.h"

#include "checking.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "file.h"
#include "images.h"
#include "jsonl.h"
#include "manifest.h"
#include "record_bytes.h"
#include "schemas.h"
#include "sums.h"

#define PEOPLE_NAME "people.jsonl"

int checking_open(struct checking *c, const char *folder,
                  const struct checking_wish *wish)
{
    *c = (struct checking){.folder = folder, .wish = wish,
                           .findings.folder = folder};
    c->tree.paths.spool.fd = -1;
    if (people_open(&c->people) < 0)
        return -1;
    return tree_open(&c->tree, folder);
}

/* A pass over people.jsonl. */
struct pass {
    struct checking *checking;
    struct jsonl reader;
    struct person person;
    char before[RECORD_ID_LIMIT + 1]; /* the id of the line before */
};

static void wrong(struct pass *p, const char *rule, const char *id,
                  const char *what)
{
    findings_add(&p->checking->findings, rule,
                 (struct diag_place){PEOPLE_NAME, p->reader.number, id}, "%s",
                 what);
}

static void check_order(struct pass *p)
{
    const char *id = p->person.head.name;
    int order = strcmp(p->before, id);
    char expected[RECORD_ID_LIMIT + 16];
    if (order == 0)
        wrong(p, "people/twice", id, "the line before has the same id");
    else if (order > 0)
        wrong(p, "people/order", id, "out of order: lines are sorted by id");
    snprintf(expected, sizeof expected, "an id behind %s", p->before);
    if (order >= 0)
        findings_witness(&p->checking->findings, expected, id);
    strcpy(p->before, id);
}

/* Adds the record now out to the log. Returns 0, or -1 (told). */
static int check_leaf(struct pass *p)
{
    unsigned char digest[DIGEST_BYTES];
    struct record_bytes bytes;
    const struct person *person = &p->person;
    record_bytes_find(&bytes, person->scan, person->line, person->len);
    record_bytes_digest(&bytes, digest);
    return log_add(&p->checking->log, digest, person->head.name,
                   person->head.id_len);
}

/* Checks the record now out. Returns 0, or -1 (told). */
static int check_record(struct pass *p)
{
    struct checking *c = p->checking;
    struct diag_place place = {PEOPLE_NAME, p->reader.number, NULL};
    struct splits_stated stated = {0};
    if (person_read(&p->person, p->reader.line, p->reader.len,
                    &p->reader.scan, place, &c->findings) < 0)
        return 0;
    p->person.number = place.line;
    check_order(p);
    if (people_check(&c->people, &p->person, &stated, &c->findings) < 0 ||
        images_check(&p->person, &c->tree, &c->findings) < 0 ||
        check_leaf(p) < 0)
        return -1;
    return splits_add(&c->people.splits, &p->person.head, place.line,
                      stated);
}

/* The file's last byte must be LF. */
static void check_end(struct pass *p, int fd)
{
    char last = '\n';
    off_t size = lseek(fd, 0, SEEK_END);
    if (size <= 0 || pread(fd, &last, 1, size - 1) != 1 || last == '\n')
        return;
    findings_add(&p->checking->findings, "people/end",
                 (struct diag_place){PEOPLE_NAME, p->reader.number - 1, NULL},
                 "the last line does not end");
    findings_witness(&p->checking->findings, "LF", "the end");
}

/* The line from byte `column`, counted from 1, as a witness. */
static void show_line(struct pass *p, size_t column, const char *expected)
{
    const struct jsonl *r = &p->reader;
    size_t from = column - 1 < r->len ? column - 1 : r->len;
    findings_witness_bytes(&p->checking->findings, expected, r->line + from,
                           r->len - from);
}

static void no_object(struct pass *p)
{
    wrong(p, "people/object", NULL, "a record must be a JSON object");
    show_line(p, 1, "{");
}

static void no_json(struct pass *p)
{
    findings_add(&p->checking->findings, "people/json",
                 (struct diag_place){PEOPLE_NAME, p->reader.number, NULL},
                 "%s, at byte %zu", p->reader.scan.reason,
                 p->reader.scan.column);
    show_line(p, p->reader.scan.column, "JSON as RFC 8259 has it, in UTF-8");
}

static int check_lines(struct pass *p, struct progress *progress)
{
    int rc = 0;
    while (rc == 0) {
        switch (jsonl_next(&p->reader)) {
        case JSONL_RECORD:
            if (p->reader.scan.is_object)
                rc = check_record(p);
            else
                no_object(p);
            break;
        case JSONL_BAD:
            no_json(p);
            break;
        case JSONL_ERROR:
            findings_unreadable(&p->checking->findings, PEOPLE_NAME);
            return 0;
        case JSONL_END:
            return 0;
        }
        progress_step(progress);
    }
    return rc;
}

/* Opens people.jsonl; a file that is not there is a finding. */
static int open_people(struct checking *c)
{
    struct stat st;
    char *path = file_join(c->folder, PEOPLE_NAME);
    bool there = lstat(path, &st) == 0 && S_ISREG(st.st_mode);
    int fd = there ? open(path, O_RDONLY | O_NOFOLLOW | O_CLOEXEC) : -1;
    if (!there) {
        findings_add(&c->findings, "people/missing",
                     (struct diag_place){PEOPLE_NAME, 0, NULL},
                     "the people are missing");
        findings_witness(&c->findings, PEOPLE_NAME, "no such file");
    } else if (fd < 0) {
        findings_unreadable(&c->findings, PEOPLE_NAME);
    }
    free(path);
    return fd;
}

/* Tells what the people of two lines clash over. */
static void tell_clash(struct checking *c, const uint64_t numbers[2])
{
    struct claims_line lines[2] = {{.text = BUF_EMPTY}, {.text = BUF_EMPTY}};
    struct jsonl reader;
    int fd = open_people(c), found = 0;
    if (fd < 0)
        return;
    jsonl_init(&reader, fd);
    while (found < 2) {
        enum jsonl_status status = jsonl_next(&reader);
        if (status == JSONL_END || status == JSONL_ERROR)
            break;
        if (reader.number != numbers[found])
            continue;
        buf_add(&lines[found].text, reader.line, reader.len);
        lines[found++].place =
            (struct diag_place){PEOPLE_NAME, reader.number, NULL};
    }
    if (found == 2)
        claims_tell(&c->people.claims, lines, &c->findings);
    buf_release(&lines[0].text);
    buf_release(&lines[1].text);
    jsonl_release(&reader);
    close(fd);
}

static int check_people(struct checking *c, enum progress_mode mode)
{
    struct pass p = {.checking = c};
    struct progress progress;
    uint64_t clash[2];
    int fd = open_people(c), rc = 0;
    log_open(&c->log, c->folder, &c->findings, &c->tree);
    if (fd >= 0) {
        progress_start(&progress, mode, "people", 0);
        jsonl_init(&p.reader, fd);
        rc = check_lines(&p, &progress);
        check_end(&p, fd);
        jsonl_release(&p.reader);
        person_release(&p.person);
        progress_end(&progress);
        close(fd);
    }
    if (rc == 0)
        rc = people_finish(&c->people, PEOPLE_NAME, &c->findings, clash);
    if (rc == 1)
        tell_clash(c, clash);
    if (rc >= 0)
        rc = splits_rank(&c->people.splits, PEOPLE_NAME, &c->findings);
    return rc;
}

/* The manifest with its own edition and steps, then the sums with that manifest;
 * neither can be made again where a file could not be read. */
static int check_manifest(struct checking *c)
{
    unsigned char digest[DIGEST_BYTES];
    struct buf steps = BUF_EMPTY;
    int rc = 0;
    c->has_edition = manifest_check(c->folder, &c->findings, &c->people,
                                    &c->edition, &steps) == 0;
    if (c->has_edition && !c->findings.broken) {
        const struct manifest m = {&c->edition, &c->people,
                                   buf_string(&steps)};
        rc = manifest_derive(c->folder, &c->findings, &m, &c->tree, digest);
        if (rc == 0)
            rc = sums_derive(c->folder, &c->findings, &c->tree, digest);
    } else {
        c->findings.failed[FINDINGS_FILES] = true;
    }
    buf_release(&steps);
    return rc;
}

static void tell_stray(struct checking *c, size_t i, const char *path)
{
    char hex[DIGEST_HEX + 1];
    digest_to_hex(c->tree.sums[i], hex);
    findings_add(&c->findings, "tree/stray", (struct diag_place){path, 0, NULL},
                 "no record and no rule accounts for this file");
    findings_witness(&c->findings, "a record or rule that names it",
                     c->tree.sizes[i] != TREE_NO_SIZE ? hex : path);
}

/* Files that no record and no rule account for; the sizes of all. */
static int check_strays(struct checking *c)
{
    static const char *const always[] = {PEOPLE_NAME, MANIFEST_NAME,
                                         SUMS_NAME, SUMS_SIGNATURE};
    struct buf key = BUF_EMPTY;
    struct sorter_item item;
    int rc = 0;
    for (int i = 0; i < 4 && rc == 0; i++)
        rc = tree_explain(&c->tree, always[i]);
    for (size_t i = 0; i < c->tree.paths.count && rc == 0; i++) {
        if (c->tree.sizes[i] != TREE_NO_SIZE)
            c->bytes += c->tree.sizes[i];
        if ((c->tree.paths.entries[i].mark & TREE_EXPLAINED) != 0)
            continue;
        rc = sorter_read(&c->tree.paths, i, &key, &item);
        if (rc == 0)
            tell_stray(c, i, item.key);
    }
    buf_release(&key);
    return rc;
}

/* All but how it follows an earlier one. */
static int check_itself(struct checking *c, unsigned jobs,
                        enum progress_mode progress)
{
    if (tree_walk(&c->tree, &c->findings) < 0 ||
        tree_hash(&c->tree, jobs, &c->findings) < 0)
        return -1;
    if (c->tree.paths.count == 0 && c->findings.broken)
        return 0;
    if (sums_check(c->folder, &c->findings, &c->tree) < 0 ||
        check_people(c, progress) < 0)
        return -1;
    if (findings_unread(&c->findings, PEOPLE_NAME))
        return checking_authentic(c, false); /* the rest follows from them */
    if (log_finish(&c->log) < 0 ||
        splits_derive(&c->people.splits, c->folder, &c->findings,
                      &c->tree) < 0 ||
        schemas_derive(c->folder, &c->findings, &c->tree) < 0 ||
        check_manifest(c) < 0 || checking_authentic(c, true) < 0)
        return -1;
    return check_strays(c);
}

int checking_run(struct checking *c, unsigned jobs,
                 enum progress_mode progress)
{
    if (check_itself(c, jobs, progress) < 0)
        return -1;
    if (c->wish->since == NULL)
        return 0;
    c->since.old = c->wish->since;
    c->since.public_key = c->wish->key != NULL ? c->wish->key->key : NULL;
    c->since.verdict = SINCE_NOT_CHECKED;
    if (c->findings.count == 0)
        c->earlier = since_check(&c->since, c->folder, &c->findings);
    return 0;
}

enum exit_status checking_status(const struct checking *c)
{
    enum exit_status own = findings_status(&c->findings);
    return own > c->earlier ? own : c->earlier;
}

void checking_close(struct checking *c)
{
    since_close(&c->since);
    tree_close(&c->tree);
    people_close(&c->people);
    log_close(&c->log);
    findings_release(&c->findings);
}
