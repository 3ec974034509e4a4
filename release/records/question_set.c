#include "config.h"

#include "question_set.h"

#include <string.h>

static const char *const names[QUESTION_SETS] = {
    [QUESTION_TRAIN] = "train", [QUESTION_EVAL] = "eval",
    [QUESTION_TEST] = "test",   [QUESTION_BASE] = "base",
    [QUESTION_PROBE] = "probe",
};

const char *question_set_name(enum question_set set)
{
    return names[set];
}

enum question_set question_set_parse(const char *name)
{
    int set = 0;
    while (set < QUESTION_SETS && strcmp(names[set], name) != 0)
        set++;
    return (enum question_set)set;
}
