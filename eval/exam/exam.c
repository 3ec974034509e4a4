#include "config.h"

#include "exam/exam.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "exam/reading.h"
#include "exam/sets.h"
#include "inside.h"
#include "intake.h"
#include "perm.h"
#include "tlog.h"

#define PEOPLE "people.jsonl"

/* Reads the root of the log. */
static enum exit_status read_root(struct exam *e, const char *release)
{
    struct tlog log;
    enum exit_status status = tlog_open(&log, release);
    if (status == EXIT_OK)
        digest_to_hex(log.checkpoint.root, e->root);
    tlog_close(&log);
    return status;
}

/* Takes the person on the line now out. */
static void take(struct reading *r, struct intake *in)
{
    struct exam *e = r->exam;
    struct record_head head;
    const char *reason = record_head(&in->reader.scan, &head);
    if (reason != NULL) {
        intake_refuse(in, NULL, "%s", reason);
        return;
    }
    reason = reading_person(r, &head);
    if (reason != NULL) {
        intake_refuse(in, r->id, "%s", reason);
        return;
    }
    struct exam_person *p = &e->people[e->person_count - 1];
    if (p->groups[0] == 0 && p->groups[1] == 0)
        sets_by_kind(e, p);
}

/* Reads all lines of an open input, and closes it. */
static enum exit_status read_lines(struct exam *e, struct intake *in,
                                   enum exam_depth depth)
{
    struct reading r = {.exam = e, .depth = depth};
    intake_index(in, &r.tape, RECORD_VALUES_LIMIT);
    while (intake_next(in))
        take(&r, in);
    enum exit_status status = intake_close(in);
    reading_release(&r);
    return status;
}

static enum exit_status read_people(struct exam *e, const char *release,
                                    enum exam_depth depth)
{
    struct intake in;
    struct buf name = BUF_EMPTY;
    int fd = inside_open_in(release, PEOPLE);
    if (fd < 0) {
        diag_errno("cannot read %s/" PEOPLE, release);
        return EXIT_SYSTEM;
    }
    buf_printf(&name, "%s/" PEOPLE, release);
    intake_open_fd(&in, fd, buf_string(&name));
    enum exit_status status = read_lines(e, &in, depth);
    buf_release(&name);
    return status;
}

/* Eight bytes a step. */
static uint64_t hash(struct text id)
{
    uint64_t h = id.len, word;
    for (size_t i = 0; i < id.len; i += sizeof word) {
        size_t left = id.len - i;
        word = 0;
        memcpy(&word, id.text + i, left < sizeof word ? left : sizeof word);
        h = perm_mix(h ^ word);
    }
    return h;
}

/* The slot of an id: its own, or the free one where it would be. */
static size_t find_slot(const struct exam *e, struct text id)
{
    size_t mask = e->slot_count - 1, slot = hash(id) & mask;
    while (e->slots[slot] != 0 &&
           !text_same(e->questions[e->slots[slot] - 1].id, id))
        slot = (slot + 1) & mask;
    return slot;
}

/* Makes the table of ids. Returns EXIT_DATA (told) if one is there twice. */
static enum exit_status index_questions(struct exam *e)
{
    e->slot_count = 16;
    while (e->slot_count < 2 * e->question_count)
        e->slot_count *= 2;
    e->slots = xcalloc(e->slot_count, sizeof *e->slots);
    for (size_t i = 0; i < e->question_count; i++) {
        size_t slot = find_slot(e, e->questions[i].id);
        if (e->slots[slot] != 0) {
            diag("%.*s: two questions have this id",
                 (int)e->questions[i].id.len, e->questions[i].id.text);
            return EXIT_DATA;
        }
        e->slots[slot] = (uint32_t)i + 1;
    }
    return EXIT_OK;
}

enum exit_status exam_open(struct exam *e, const char *release,
                           enum exam_depth depth)
{
    *e = (struct exam){0};
    enum exit_status status = read_root(e, release);
    if (status == EXIT_OK)
        status = sets_read(e, release);
    if (status == EXIT_OK)
        status = read_people(e, release, depth);
    if (status != EXIT_OK)
        return status;
    sets_count(e);
    return index_questions(e);
}

enum exit_status exam_open_people(struct exam *e, const char *path)
{
    struct intake in;
    char *files[] = {(char *)path};
    *e = (struct exam){0};
    if (intake_open(&in, files, 1, false, NULL) < 0)
        return EXIT_SYSTEM;
    enum exit_status status = read_lines(e, &in, EXAM_WHOLE);
    return status == EXIT_OK ? index_questions(e) : status;
}

size_t exam_find(const struct exam *e, struct text id)
{
    uint32_t found = e->slots[find_slot(e, id)];
    return found == 0 ? EXAM_NONE : found - 1;
}

bool exam_about(const struct exam *e, size_t person, size_t set)
{
    size_t group = e->sets[set].group;
    return e->people[person].groups[group / 64] >> group % 64 & 1;
}

bool exam_in(const struct exam *e, size_t question, size_t set)
{
    const struct exam_question *q = &e->questions[question];
    return q->role == e->sets[set].role && exam_about(e, q->person, set);
}

size_t exam_set(const struct exam *e, const char *name, size_t len)
{
    for (size_t i = 0; i < e->set_count; i++)
        if (text_same(e->sets[i].name, (struct text){name, len}))
            return i;
    return EXAM_NONE;
}

void exam_digest(const struct exam_question *q,
                 unsigned char digest[DIGEST_BYTES])
{
    digest_bytes(q->bytes.text, q->bytes.len, digest);
}

const char *exam_task_name(enum exam_task task)
{
    static const char *const names[] = {"choice", "open", "cloze"};
    return names[task];
}

const char *exam_modality_name(enum exam_modality modality)
{
    return modality == EXAM_IMAGE ? "image" : "text";
}

void exam_close(struct exam *e)
{
    free(e->people);
    free(e->questions);
    free(e->train);
    free(e->taught);
    free(e->sets);
    free(e->facts);
    free(e->slots);
    pool_release(&e->pool);
    *e = (struct exam){0};
}
