/* What a release asks: its people, the eval and test questions about them in
 * the order of people.jsonl, and the sets they are asked in. Of train questions
 * only what is right in choices is kept (priors.h), unless more is asked for;
 * base questions are kept for whoever teaches, probe questions by nobody.
 *
 * A release is trusted to be whole (ckrelease(1) checks that), not to be well
 * formed: a line that cannot be read is told, with its number. Everything is
 * owned by the exam and lives until exam_close(). */
#ifndef EXAM_H
#define EXAM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "digest.h"
#include "exam/pool.h"
#include "record.h"

#define EXAM_GROUPS 128 /* sets of people, at most */
#define EXAM_OPTIONS 4  /* of a choice */
#define EXAM_PERTURBED 5
#define EXAM_NONE SIZE_MAX /* no such question, set or fact */

enum exam_role { EXAM_EVAL, EXAM_TEST, EXAM_TRAIN, EXAM_BASE, EXAM_ROLES };

/* Which questions are kept besides eval and test ones. */
enum exam_depth {
    EXAM_ASKED,  /* none */
    EXAM_TAUGHT, /* train questions */
    EXAM_WHOLE   /* and base ones, and the pictures that people are taught with */
};
enum exam_task { EXAM_CHOICE, EXAM_OPEN, EXAM_CLOZE, EXAM_TASKS };
enum exam_modality { EXAM_TEXT, EXAM_IMAGE, EXAM_MODALITIES };

struct exam_image {
    struct text path;   /* below images/ in the release; checked (inside.h) */
    struct text sha256; /* of the file, in hexadecimal */
    const char *type;   /* "image/png", "image/jpeg", "image/webp" */
};

struct exam_person {
    struct text id;
    enum record_kind kind;
    uint64_t groups[EXAM_GROUPS / 64]; /* bits: the sets of people they are in */
    size_t first, count; /* their questions, eval and test */
    const struct exam_image *taught; /* portrait and train views, if kept */
    size_t taught_count;
};

struct exam_perturbed {
    struct text answer, value;
};

struct exam_question {
    struct text id;
    struct text bytes; /* the JSON object as it stands in people.jsonl */
    size_t person;     /* index */
    size_t fact;       /* index */
    enum exam_role role;
    enum exam_task task;
    enum exam_modality modality;
    struct text wording;  /* id of the wording */
    struct text pair;     /* id of the same in the other modality, or none */
    struct text question; /* what is asked */
    struct text options[EXAM_OPTIONS]; /* of a choice, A to D */
    struct text answer; /* a letter, a sentence or what fills the gap */
    struct text value;  /* in its normal form */
    const struct text *aliases;
    size_t alias_count;
    struct text paraphrase; /* of an open question, or none */
    const struct exam_perturbed *perturbed; /* EXAM_PERTURBED, or NULL */
    const struct exam_image *image;         /* or NULL */
};

/* What was right in a choice of a train question. */
struct exam_taught {
    size_t person, fact; /* indices */
    struct text option;
};

/* A set of questions: those of one role about a set of people. */
struct exam_set {
    struct text name;    /* "forget_05", "test_05", "real" */
    size_t group;        /* bit in the people's `groups` */
    enum exam_role role; /* eval or test */
    size_t people;       /* in it */
};

struct exam {
    char root[DIGEST_HEX + 1]; /* of the log over the release's records */
    struct exam_person *people;
    size_t person_count, person_cap;
    struct exam_question *questions; /* eval and test */
    size_t question_count, question_cap;
    struct exam_question *train; /* and base, where they were asked for */
    size_t train_count, train_cap;
    struct exam_taught *taught;
    size_t taught_count, taught_cap;
    struct exam_set *sets; /* as splits.json names them, real, stranger; then
                              those of test questions */
    size_t set_count, set_cap;
    size_t group_count; /* sets of people */
    struct text *facts; /* names, in the order they are first asked for */
    size_t fact_count, fact_cap;
    uint32_t *slots;    /* hash table of the questions' ids */
    size_t slot_count;
    struct pool pool;   /* all text */
};

/* What a run forgets and what it is held against: indices of sets, EXAM_NONE
 * where the release has none of that kind. */
struct exam_sides {
    size_t forget, retain, test, real, stranger;
};

/* Reads a release. Returns EXIT_OK, or what to exit with (told); either way it
 * ends with exam_close(). */
enum exit_status exam_open(struct exam *e, const char *release,
                           enum exam_depth depth);

/* Reads people as mkqa(1) writes them, all that is asked about them; they are
 * in no release and in no set, and the root is empty. The same. */
enum exit_status exam_open_people(struct exam *e, const char *path);

/* The index of the question of that id, or EXAM_NONE. */
size_t exam_find(const struct exam *e, struct text id);

/* Whether a question, eval or test, is asked in a set. */
bool exam_in(const struct exam *e, size_t question, size_t set);

/* Whether a person is in the group of people that a set asks about. */
bool exam_about(const struct exam *e, size_t person, size_t set);

/* The index of the set of that name, or EXAM_NONE. */
size_t exam_set(const struct exam *e, const char *name, size_t len);

/* The sides for a forget set, the first of the release if `name` is NULL:
 * forget_05 stands against retain_95, request_01 against retain. Returns 0, or
 * -1 (told) if there is no such set. */
int exam_sides(const struct exam *e, const char *name, struct exam_sides *s);

/* The SHA-256 of a question's bytes. */
void exam_digest(const struct exam_question *q,
                 unsigned char digest[DIGEST_BYTES]);

/* The names of tasks, modalities and roles as records spell them. */
const char *exam_task_name(enum exam_task task);
const char *exam_modality_name(enum exam_modality modality);

void exam_close(struct exam *e);

#endif
