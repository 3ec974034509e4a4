/* A line that is checked as a record: cJSON reads what the strict reader let
 * through, and what has the shape of a record has a name, facts and an id. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "canonical.h"
#include "json_scan.h"
#include "record.h"
#include "record_check.h"
#include "shape.h"
#include "target.h"

static void check_tree(const char *line, size_t len,
                       const struct record_head *head)
{
    struct buf why = BUF_EMPTY;
    cJSON *tree = cJSON_ParseWithLength(line, len);
    if (tree == NULL)
        abort();
    if (record_check(tree, head->kind, &why) == 0) {
        if (shape_text(tree, "name") == NULL ||
            strcmp(shape_text(tree, "id"), head->name) != 0)
            abort();
    } else if (why.len == 0) {
        abort();
    }
    cJSON_Delete(tree);
    buf_release(&why);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct json_scan scan = {0};
    struct record_head head;
    const char *line = (const char *)data;
    size_t column;
    if (json_scan_check(&scan, line, size) == 0 && scan.is_object &&
        record_head(&scan, &head) == NULL &&
        canonical_check(line, size, &column) == NULL)
        check_tree(line, size, &head);
    json_scan_release(&scan);
    return 0;
}
