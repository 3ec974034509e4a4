/* JSON inside a string of JSON, as exports hold nested columns. */
#ifndef LINT_NESTED_H
#define LINT_NESTED_H

#include <cjson/cJSON.h>

/* The tree of a text that is JSON, read as strictly as any other, of at most
 * RECORD_VALUES_LIMIT values; or NULL. The caller frees it. */
cJSON *nested_parse(const char *text);

#endif
