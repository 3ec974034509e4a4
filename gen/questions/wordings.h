/* The wordings of questions: templates/questions/<fact>.tsv, the phrases that
 * stand for a person in a picture (referents.tsv) and the probe questions
 * (probe.tsv). Read once, read-only afterwards. */
#ifndef WORDINGS_H
#define WORDINGS_H

#include <stddef.h>

#include "people/facts.h"
#include "template.h"
#include "tsv.h"

enum task { TASK_CHOICE, TASK_OPEN, TASK_CLOZE, TASKS };
enum question_set { SET_TRAIN, SET_EVAL, SET_TEST, SET_BASE, SET_PROBE, SETS };

#define WORDING_SETS 3 /* train, eval and test have wordings of their own */
#define WORDING_PROBES 256 /* rows of probe.tsv, at most */
#define WORDING_GAP "____"

struct wording {
    struct template text;
    struct template answer;     /* open questions only */
    struct template paraphrase; /* open questions only */
    unsigned number; /* in its fact, task and set, or of its probe; from 1 */
};

/* Wordings that stand together in a file. */
struct wording_list {
    struct wording *first; /* borrowed from `all` */
    size_t count;
};

struct probe {
    const char *kind; /* "reverse", "two_hop", "alias" */
    enum fact fact;   /* the fact asked for */
    struct wording wording;
};

struct wordings {
    struct tsv tables[FACTS]; /* owned; rows is 0 for facts never asked */
    struct wording *all[FACTS];
    struct wording_list lists[FACTS][TASKS][WORDING_SETS];
    struct tsv referents;        /* set, plain, possessive */
    struct tsv probe_table;
    struct probe *probes;        /* owned */
    size_t probe_count;
};

/* Reads the folder. Returns 0, TSV_BAD or TSV_UNREADABLE. */
int wordings_load(struct wordings *w, const char *folder);

/* The wordings of a question; base questions use those of train. */
const struct wording_list *wordings_of(const struct wordings *w,
                                       enum fact fact, enum task task,
                                       enum question_set set);

/* The rows of referents.tsv for a set: the first one and their number. */
size_t wordings_referents(const struct wordings *w, enum question_set set,
                          size_t *count);

const char *task_name(enum task task);
const char *question_set_name(enum question_set set);

void wordings_release(struct wordings *w);

#endif
