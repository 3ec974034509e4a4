#include "config.h"

#include "making.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "file.h"
#include "intake.h"
#include "interrupt.h"
#include "manifest.h"
#include "out.h"
#include "schemas.h"
#include "step_check.h"
#include "steps.h"
#include "sums.h"

/* What is known of a line besides its bytes, which follow it. */
struct origin {
    uint64_t line;
    uint32_t file; /* of the operands */
    uint32_t rank; /* as stated, 0 for none */
    uint32_t kind; /* enum record_kind */
    uint32_t unused;
};

int making_open(struct making *m, const struct making_args *args)
{
    *m = (struct making){.args = args};
    m->images.spool.fd = m->lines.spool.fd = -1;
    if (people_open(&m->people) < 0 || images_open(&m->images) < 0)
        return -1;
    return sorter_open(&m->lines);
}

static int keep_line(struct making *m, const struct intake *in,
                     const struct person *person, uint32_t rank)
{
    struct buf payload = BUF_EMPTY;
    struct origin origin = {in->reader.number, (uint32_t)(in->next - 1), rank,
                            person->head.kind, 0};
    buf_add(&payload, &origin, sizeof origin);
    buf_add(&payload, person->line, person->len);
    int rc = sorter_add(&m->lines, person->head.name, person->head.id_len,
                        payload.data, payload.len);
    buf_release(&payload);
    return rc;
}

/* Takes the record now out. Returns 0, or -1 (told). */
static int take_record(struct making *m, const struct intake *in,
                       struct person *person)
{
    uint32_t rank = 0;
    struct findings *f = &m->findings;
    if (person_read(person, in->reader.line, in->reader.len,
                    &in->reader.scan, intake_place(in, NULL), f) < 0)
        return 0;
    person->number = m->lines.count;
    if (people_check(&m->people, person, &rank, f) < 0 ||
        images_add(&m->images, person, f) < 0)
        return -1;
    return keep_line(m, in, person, rank);
}

static enum exit_status read_people(struct making *m)
{
    struct intake in;
    struct person person = {0};
    struct progress progress;
    if (intake_open(&in, m->args->files, m->args->file_count, false, NULL) <
        0)
        return EXIT_SYSTEM;
    progress_start(&progress, m->args->progress, "people", 0);
    while (intake_next(&in)) {
        if (take_record(m, &in, &person) < 0)
            intake_fail(&in, EXIT_SYSTEM);
        if (m->findings.count > 0)
            intake_fail(&in, EXIT_DATA);
        progress_step(&progress);
    }
    progress_end(&progress);
    person_release(&person);
    return intake_close(&in);
}

static enum exit_status check_counts(const struct making *m)
{
    static const char *const names[] = {"fictitious people", "celebrities",
                                        "strangers"};
    const uint64_t *wanted = m->args->wanted, *came = m->people.kinds;
    enum exit_status status = EXIT_OK;
    for (int k = 0; k <= RECORD_STRANGER; k++) {
        if (wanted[k] == came[k])
            continue;
        diag("%" PRIu64 " %s announced, %" PRIu64 " came", wanted[k],
             names[k], came[k]);
        status = EXIT_DATA;
    }
    if (status == EXIT_OK && m->people.records == 0) {
        diag("there are no people");
        status = EXIT_DATA;
    }
    return status;
}

/* Looks whether the images can be read at all. */
static enum exit_status check_images(const struct making *m)
{
    const char *folder = m->args->images;
    if (folder != NULL && access(folder, R_OK | X_OK) < 0) {
        diag_errno("cannot read %s", folder);
        return EXIT_SYSTEM;
    }
    if (folder != NULL || m->people.images == 0)
        return EXIT_OK;
    diag("the records name images; --images says where they are");
    return EXIT_DATA;
}

/* Looks whether the steps that were given can have made these people. */
static enum exit_status check_steps(struct making *m)
{
    struct buf why = BUF_EMPTY;
    cJSON *steps = cJSON_ParseWithLength(m->steps.data, m->steps.len);
    int rc = step_check(steps, &m->people, &why);
    if (rc < 0)
        diag_at((struct diag_place){m->args->steps, 0, NULL}, "%s",
                buf_string(&why));
    cJSON_Delete(steps);
    buf_release(&why);
    return rc < 0 ? EXIT_DATA : EXIT_OK;
}

static const char *file_name(const struct making *m, uint32_t file)
{
    const char *name =
        m->args->file_count > 0 ? m->args->files[file] : "-";
    return strcmp(name, "-") == 0 ? "stdin" : name;
}

/* Reads back the line of one of those who clash. */
static int read_line(struct making *m, uint64_t number,
                     struct claims_line *line)
{
    struct buf bytes = BUF_EMPTY;
    struct sorter_item item;
    struct origin origin;
    int rc = sorter_read(&m->lines, (size_t)number, &bytes, &item);
    if (rc == 0) {
        memcpy(&origin, item.payload, sizeof origin);
        buf_add(&line->text, item.payload + sizeof origin,
                item.payload_len - sizeof origin);
        line->place.file = file_name(m, origin.file);
        line->place.line = origin.line;
    }
    buf_release(&bytes);
    return rc;
}

/* Tells what two people clash over; the lines are still as they came. */
static int tell_clash(struct making *m, const uint64_t numbers[2])
{
    struct claims_line lines[2] = {{.text = BUF_EMPTY}, {.text = BUF_EMPTY}};
    int rc = spool_flush(&m->lines.spool);
    for (int i = 0; i < 2 && rc == 0; i++)
        rc = read_line(m, numbers[i], &lines[i]);
    if (rc == 0)
        claims_tell(&m->people.claims, lines, &m->findings);
    buf_release(&lines[0].text);
    buf_release(&lines[1].text);
    return rc;
}

enum exit_status making_read(struct making *m)
{
    uint64_t clash[2];
    enum exit_status status = EXIT_OK;
    if (m->args->steps != NULL)
        status = steps_read(m->args->steps, &m->steps);
    if (status == EXIT_OK)
        status = read_people(m);
    if (status == EXIT_OK)
        status = check_counts(m);
    if (status == EXIT_OK)
        status = check_images(m);
    if (status != EXIT_OK)
        return status;
    int rc = people_finish(&m->people, NULL, &m->findings, clash);
    if (rc == 1)
        rc = tell_clash(m, clash);
    if (rc < 0)
        return EXIT_SYSTEM;
    if (m->args->steps == NULL)
        steps_derive(&m->people, &m->steps);
    else if (m->findings.count == 0)
        return check_steps(m);
    return findings_status(&m->findings);
}

/* Two lines with the same id, one after the other. */
static enum exit_status tell_twins(const struct making *m, const char *id,
                                   const struct origin *first,
                                   const struct origin *second)
{
    struct diag_place place = {file_name(m, second->file), second->line, id};
    diag_at(place, "%s:%" PRIu64 " has the same id",
            file_name(m, first->file), first->line);
    return EXIT_DATA;
}

/* The person being written, and the one before. */
struct row {
    struct buf bytes;
    struct sorter_item item;
    struct origin origin, before;
    struct record_head head; /* head.name is the id before, until it is set */
};

static enum exit_status write_row(struct making *m, struct row *row,
                                  size_t i, struct out *out)
{
    if (sorter_read(&m->lines, i, &row->bytes, &row->item) < 0)
        return EXIT_SYSTEM;
    row->before = row->origin;
    memcpy(&row->origin, row->item.payload, sizeof row->origin);
    if (i > 0 && strcmp(row->head.name, row->item.key) == 0)
        return tell_twins(m, row->item.key, &row->before, &row->origin);
    row->head.id_len = row->item.key_len;
    row->head.kind = (enum record_kind)row->origin.kind;
    memcpy(row->head.name, row->item.key, row->item.key_len + 1);
    if (out_write(out, row->item.payload + sizeof row->origin,
                  row->item.payload_len - sizeof row->origin) < 0 ||
        out_write(out, "\n", 1) < 0 ||
        splits_add(&m->people.splits, &row->head, i + 1,
                   row->origin.rank) < 0)
        return EXIT_SYSTEM;
    return EXIT_OK;
}

/* Writes people.jsonl. */
static enum exit_status write_people(struct making *m, const char *folder)
{
    struct row row = {.bytes = BUF_EMPTY};
    struct out out;
    char *path = file_join(folder, "people.jsonl");
    enum exit_status status = EXIT_SYSTEM;
    if (sorter_sort(&m->lines) == 0 && out_open(&out, path) == 0) {
        status = EXIT_OK;
        for (size_t i = 0; i < m->lines.count && status == EXIT_OK; i++)
            status = interrupt_seen() ? EXIT_SYSTEM
                                      : write_row(m, &row, i, &out);
        if (status == EXIT_OK && out_commit(&out) < 0)
            status = EXIT_SYSTEM;
        out_abort(&out);
    }
    buf_release(&row.bytes);
    free(path);
    return status;
}

/* Writes what follows from people.jsonl, and copies the images. */
static int write_rest(struct making *m, const char *folder)
{
    if (splits_rank(&m->people.splits, NULL, &m->findings) < 0)
        return -1;
    if (m->findings.count > 0)
        return 0;
    if (splits_derive(&m->people.splits, folder, NULL, NULL) < 0 ||
        schemas_derive(folder, NULL, NULL) < 0)
        return -1;
    if (m->args->images == NULL)
        return 0;
    return images_copy(&m->images, m->args->images, folder, &m->findings);
}

/* Writes the manifest and the sums of all that is there. */
static int write_sums(struct making *m, const char *folder)
{
    unsigned char digest[DIGEST_BYTES];
    long cores = sysconf(_SC_NPROCESSORS_ONLN);
    struct tree tree;
    int rc = tree_open(&tree, folder);
    if (rc == 0)
        rc = tree_walk(&tree, &m->findings);
    if (rc == 0)
        rc = tree_hash(&tree, cores > 0 ? (unsigned)cores : 1, &m->findings);
    if (rc == 0 && m->findings.count == 0)
        rc = manifest_derive(folder, NULL, &m->people, buf_string(&m->steps),
                             &tree, digest);
    if (rc == 0 && m->findings.count == 0)
        rc = sums_derive(folder, NULL, &tree, digest);
    tree_close(&tree);
    return rc;
}

enum exit_status making_write(struct making *m, const char *folder)
{
    enum exit_status status = write_people(m, folder);
    if (status != EXIT_OK)
        return status;
    sorter_close(&m->lines);
    if (write_rest(m, folder) < 0)
        return EXIT_SYSTEM;
    if (m->findings.count > 0)
        return findings_status(&m->findings);
    if (interrupt_seen() || write_sums(m, folder) < 0)
        return EXIT_SYSTEM;
    return findings_status(&m->findings);
}

void making_close(struct making *m)
{
    people_close(&m->people);
    images_close(&m->images);
    sorter_close(&m->lines);
    buf_release(&m->steps);
    findings_release(&m->findings);
}
