/* The configurations of MLLMU-Bench, as its files are named after them:
 * Full_Set and Test_Set (eval and test questions about fictitious people),
 * Retain_Set (celebrities, whatever its name says), ft_Data (what is trained
 * on), forget_5 and retain_95 and so on (rows of Full_Set). */
#ifndef LINT_MLLMU_CONFIG_H
#define LINT_MLLMU_CONFIG_H

#include <stddef.h>

enum mllmu_config {
    MLLMU_FULL,
    MLLMU_TEST,
    MLLMU_CELEBRITIES,
    MLLMU_TRAIN,
    MLLMU_FORGET,
    MLLMU_RETAIN,
    MLLMU_CONFIGS
};

/* The configuration of a file: its name up to the first point, or, if that is
 * none, the name of its folder (ft_Data/train-00000-of-00001.json). Of
 * MLLMU_FORGET and MLLMU_RETAIN, `set` is the name of the set as in our own
 * records, forget_05; else "". Returns MLLMU_CONFIGS if neither is known. */
enum mllmu_config mllmu_config_of(const char *path, char set[16]);

/* "Full_Set" and so on; forget and retain for sets. */
const char *mllmu_config_name(enum mllmu_config config);

#endif
