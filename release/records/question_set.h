/* The sets of questions: what a question is for. */
#ifndef QUESTION_SET_H
#define QUESTION_SET_H

enum question_set {
    QUESTION_TRAIN,
    QUESTION_EVAL,
    QUESTION_TEST,
    QUESTION_BASE,
    QUESTION_PROBE,
    QUESTION_SETS
};

/* The name of a set in records, and back (QUESTION_SETS for none). */
const char *question_set_name(enum question_set set);
enum question_set question_set_parse(const char *name);

#endif
