#include "config.h"

#include "lint/mllmu_config.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "num.h"

static const char *const names[MLLMU_CONFIGS] = {
    "Full_Set", "Test_Set", "Retain_Set", "ft_Data", "forget", "retain",
};

const char *mllmu_config_name(enum mllmu_config config)
{
    return names[config];
}

/* A name such as forget_5, behind its underscore a percentage. */
static enum mllmu_config set_of(const char *name, size_t len, char set[16])
{
    uint64_t percent;
    for (enum mllmu_config c = MLLMU_FORGET; c < MLLMU_CONFIGS; c++) {
        size_t prefix = strlen(names[c]) + 1;
        if (len <= prefix || strncmp(name, names[c], prefix - 1) != 0 ||
            name[prefix - 1] != '_' ||
            !num_parse_bytes(name + prefix, len - prefix, 1, 99, &percent))
            continue;
        snprintf(set, 16, "%s_%02u", names[c], (unsigned)percent);
        return c;
    }
    return MLLMU_CONFIGS;
}

static enum mllmu_config config_of(const char *name, size_t len, char set[16])
{
    for (enum mllmu_config c = MLLMU_FULL; c < MLLMU_FORGET; c++)
        if (strlen(names[c]) == len && strncmp(name, names[c], len) == 0)
            return c;
    return set_of(name, len, set);
}

enum mllmu_config mllmu_config_of(const char *path, char set[16])
{
    set[0] = '\0';
    const char *slash = strrchr(path, '/');
    const char *base = slash == NULL ? path : slash + 1;
    enum mllmu_config config = config_of(base, strcspn(base, "."), set);
    if (config != MLLMU_CONFIGS || slash == NULL)
        return config;
    const char *folder = slash;
    while (folder > path && folder[-1] != '/')
        folder--;
    return config_of(folder, (size_t)(slash - folder), set);
}
