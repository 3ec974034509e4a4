/* A checkpoint has one spelling: what was read of it, written again, is the
 * same up to the signatures. */
#include "config.h"

#include "checkpoint.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct checkpoint c;
    if (checkpoint_parse(&c, (const char *)data, size) != NULL)
        return 0;
    struct buf out = BUF_EMPTY;
    char *origin = xstrndup(c.origin, c.origin_len);
    checkpoint_write(origin, c.size, c.root, NULL, &out);
    if (out.len != c.note.text_len + 1 ||
        memcmp(out.data, data, out.len) != 0)
        abort();
    free(origin);
    buf_release(&out);
    return 0;
}
