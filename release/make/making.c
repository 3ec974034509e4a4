#include "config.h"

#include "making.h"

#include <fcntl.h>
#include <inttypes.h>
#include <string.h>
#include <unistd.h>

#include "folder/step_check.h"
#include "folder/steps.h"
#include "intake.h"
#include "keyfile.h"
#include "record_bytes.h"
#include "records/form.h"
#include "records/person_check.h"
#include "wiped.h"

#define PEOPLE_FILE "people.jsonl"

int making_open(struct making *m, const struct making_args *args)
{
    *m = (struct making){.args = args, .previous = PREVIOUS_NONE};
    m->images.spool.fd = m->lines.spool.fd = -1;
    if (form_compile(&m->schema) < 0 || people_open(&m->people) < 0 || images_open(&m->images) < 0 ||
        sorter_open(&m->lines) < 0)
        return -1;
    if (args->key == NULL)
        return 0;
    m->key = keyfile_secret(args->key, args->passphrase);
    return m->key != NULL ? 0 : -1;
}

static int keep_line(struct making *m, const struct intake *in,
                     const struct person *person, struct splits_stated stated)
{
    struct buf payload = BUF_EMPTY;
    struct record_bytes bytes;
    struct making_origin origin = {in->reader.number,
                                   (uint32_t)(in->next - 1),
                                   person->head.kind, stated, {0}};
    record_bytes_find(&bytes, person->scan, person->line, person->len);
    record_bytes_digest(&bytes, origin.digest);
    buf_add(&payload, &origin, sizeof origin);
    buf_add(&payload, person->line, person->len);
    int rc = sorter_add(&m->lines, person->head.name, person->head.id_len,
                        payload.data, payload.len);
    buf_release(&payload);
    return rc;
}

/* Takes the record now out. Returns 0, or -1 (told). */
static int take_record(struct making *m, const struct intake *in,
                       struct form *form, struct person *person)
{
    struct splits_stated stated = {0};
    struct findings *f = &m->findings;
    const struct person_line line = {in->reader.line, in->reader.len,
                                     &in->reader.scan,
                                     intake_place(in, NULL)};
    if (person_read(person, &line, form, f) < 0)
        return 0;
    person->number = m->lines.count;
    person_check(person, f);
    if (people_check(&m->people, person, &stated, f) < 0 ||
        images_add(&m->images, person, f) < 0)
        return -1;
    return keep_line(m, in, person, stated);
}

/* Opens the people: those of an earlier release who stay, or the operands. */
static int open_people(struct making *m, struct intake *in)
{
    const struct spool *earlier = &m->previous.people;
    if (earlier->fd < 0)
        return intake_open(in, m->args->files, m->args->file_count, false,
                           NULL);
    int fd = fcntl(earlier->fd, F_DUPFD_CLOEXEC, 0);
    if (fd < 0 || lseek(fd, 0, SEEK_SET) < 0) {
        diag_errno("cannot read back a temporary file");
        if (fd >= 0)
            close(fd);
        return -1;
    }
    intake_open_fd(in, fd, PEOPLE_FILE);
    return 0;
}

static enum exit_status read_people(struct making *m)
{
    struct intake in;
    struct person person = {0};
    struct form form;
    struct progress progress;
    if (open_people(m, &in) < 0)
        return EXIT_SYSTEM;
    form_init(&form, &m->schema);
    intake_index(&in, &form.tape, RECORD_VALUES_LIMIT);
    progress_start(&progress, m->args->progress, "people", 0);
    while (intake_next(&in)) {
        if (take_record(m, &in, &form, &person) < 0)
            intake_fail(&in, EXIT_SYSTEM);
        if (m->findings.count > 0 ||
            traces_tell(&m->previous.traces, &person))
            intake_fail(&in, EXIT_DATA);
        progress_step(&progress);
    }
    progress_end(&progress);
    person_release(&person);
    form_release(&form);
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

/* Reads back the line of one of those who clash. */
static int read_line(struct making *m, uint64_t number,
                     struct claims_line *line)
{
    struct buf bytes = BUF_EMPTY;
    struct sorter_item item;
    struct making_origin origin;
    int rc = sorter_read(&m->lines, (size_t)number, &bytes, &item);
    if (rc == 0) {
        memcpy(&origin, item.payload, sizeof origin);
        buf_add(&line->text, item.payload + sizeof origin,
                item.payload_len - sizeof origin);
        line->place.file = making_file(m, origin.file);
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
    struct unique_twins clashes[UNIQUE_TWINS];
    enum exit_status status = EXIT_OK;
    if (m->args->commit != NULL)
        status = seeding_load(&m->seeding, m->args->commit, m->args->reveal);
    if (status == EXIT_OK && m->args->steps != NULL)
        status = steps_read(m->args->steps, &m->steps);
    if (status == EXIT_OK)
        status = read_people(m);
    if (status == EXIT_OK)
        status = check_counts(m);
    if (status == EXIT_OK)
        status = check_images(m);
    if (status != EXIT_OK)
        return status;
    m->people.removed = m->previous.removed;
    int rc = people_finish(&m->people, NULL, &m->findings, clashes);
    for (int i = 0, count = rc; i < count && rc >= 0; i++)
        rc = tell_clash(m, clashes[i].numbers);
    if (rc < 0)
        return EXIT_SYSTEM;
    if (m->findings.count > 0)
        return findings_status(&m->findings);
    if (m->args->steps != NULL)
        return check_steps(m);
    if (m->previous.people.fd >= 0)
        steps_split_again(buf_string(&m->previous.steps), &m->people,
                          &m->steps);
    else
        steps_derive(&m->people, &m->steps);
    return EXIT_OK;
}

const char *making_file(const struct making *m, uint32_t file)
{
    const char *name =
        m->args->file_count > 0 ? m->args->files[file] : "-";
    if (m->previous.people.fd >= 0)
        return PEOPLE_FILE;
    return strcmp(name, "-") == 0 ? "stdin" : name;
}

void making_close(struct making *m)
{
    wiped_free(m->key);
    schema_release(&m->schema);
    previous_close(&m->previous);
    buf_release(&m->earlier_images);
    people_close(&m->people);
    images_close(&m->images);
    log_close(&m->log);
    seeding_release(&m->seeding);
    sorter_close(&m->lines);
    buf_release(&m->steps);
    findings_release(&m->findings);
}
