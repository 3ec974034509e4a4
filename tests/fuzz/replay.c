/* Runs a fuzz target once on each file named as an operand. */
#include "config.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "buf.h"
#include "file.h"
#include "target.h"

#define LIMIT ((size_t)1 << 24) /* bytes in a file of a corpus */

static int replay(const char *path)
{
    struct buf b = BUF_EMPTY;
    if (file_read(path, LIMIT, &b) < 0) {
        fprintf(stderr, "%s: %s\n", path, strerror(errno));
        buf_release(&b);
        return -1;
    }
    uint8_t *exact = xmalloc(b.len + 1, 1);
    uint8_t *data = exact + 1; /* so that it ends where its memory does */
    memcpy(data, buf_string(&b), b.len);
    LLVMFuzzerTestOneInput(data, b.len);
    free(exact);
    buf_release(&b);
    return 0;
}

int main(int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
        if (replay(argv[i]) < 0)
            return 3;
    return argc > 1 ? 0 : 2;
}
