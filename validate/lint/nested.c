#include "config.h"

#include "lint/nested.h"

#include <string.h>

#include "json_scan.h"
#include "record.h"

cJSON *nested_parse(const char *text)
{
    struct json_scan scan = {.most = RECORD_VALUES_LIMIT};
    size_t len = strlen(text);
    cJSON *tree = NULL;
    if (json_scan_check(&scan, text, len) == 0)
        tree = cJSON_ParseWithLength(text, len);
    json_scan_release(&scan);
    return tree;
}
