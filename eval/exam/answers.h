/* Logs of answers, palimpsest/answer/1 (palimpsest-answers(5)), read for an
 * exam: at most one answer a question, all given by one model to one prompt.
 *
 * Refused, with the line that is at fault: what is no such record; an answer to
 * a question that the release does not have or has in another form, of another
 * release, of another model or prompt than the first line's; and a second
 * answer to a question that does not say the same as the first. */
#ifndef ANSWERS_H
#define ANSWERS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"
#include "exam/exam.h"
#include "exam/pool.h"

/* A text that a model's log-probabilities are of. */
enum answer_kind {
    ANSWER_REFERENCE,
    ANSWER_PARAPHRASE,
    ANSWER_PERTURBED, /* and the four behind it */
    ANSWER_OPTION = ANSWER_PERTURBED + EXAM_PERTURBED, /* A to D */
    ANSWER_KINDS = ANSWER_OPTION + EXAM_OPTIONS
};

struct answer_scored {
    enum answer_kind kind;
    size_t tokens;         /* 0 or more */
    const double *logprob; /* of each token, natural logarithm */
    const double *greedy;  /* 1 where the token was the likeliest, 0 where not;
                              or NULL */
    const double *mean, *var; /* of the log-probability over the vocabulary,
                                 under the model's own distribution, at each
                                 token; or NULL */
    uint64_t bytes;        /* of the text; 0 where unknown */
};

struct answer {
    bool present;
    bool lettered;        /* log-probabilities of letters are there */
    uint64_t line;        /* where it stands, from 1 */
    struct text response;
    struct text finish;   /* or none */
    double letters[EXAM_OPTIONS]; /* -INFINITY for one that is absent */
    const struct answer_scored *scored;
    size_t scored_count;
    int64_t prompt_tokens, completion_tokens; /* or -1 */
};

struct answers {
    const char *path;    /* borrowed, for messages */
    struct answer *list; /* owned: by the question's index */
    size_t count;        /* of those that are present */
    size_t again;        /* lines that say an answer again */
    struct text model, reported, fingerprint; /* the first line's; the latter
                                                 two may be none */
    struct text prompt, prompt_sha256; /* its name and sum */
    struct text *shots;  /* owned: ids of all demonstrations, sorted */
    size_t shot_count, shot_cap;
    bool torn;           /* the last line has no line end and is not JSON */
    uint64_t whole;      /* bytes before it, or of the whole file */
    struct pool pool;
};

/* Reads a log, "-" being stdin. A last line that is torn counts as never
 * written, and is not told. Returns EXIT_OK, or what to exit with (told); either
 * way it ends with answers_close(). */
enum exit_status answers_read(struct answers *a, const struct exam *e,
                              const char *path);

/* The same of an open file, which stays open. */
enum exit_status answers_read_fd(struct answers *a, const struct exam *e,
                                 int fd, const char *path);

/* The scored text of a kind, or NULL. */
const struct answer_scored *answer_scored(const struct answer *a,
                                          enum answer_kind kind);

/* A kind's name in the log: "reference", "perturbed_1", "option_A". */
const char *answer_kind_name(enum answer_kind kind);

void answers_close(struct answers *a);

#endif
