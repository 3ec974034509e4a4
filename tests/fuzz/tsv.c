/* A table that is read has all its cells, each of them text, and its keys can
 * be checked. */
#include "config.h"

#include "tsv.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    int fd = memfd_create("fuzz", MFD_CLOEXEC);
    if (fd < 0 || write(fd, data, size) != (ssize_t)size)
        abort();
    char name[32];
    snprintf(name, sizeof name, "%d", fd);
    struct tsv t;
    if (tsv_read(&t, "/proc/self/fd", name, "key value") == 0) {
        tsv_check_keys(&t, 1);
        tsv_check_keys(&t, 3);
        for (size_t row = 0; row < t.rows; row++)
            for (size_t column = 0; column < t.columns; column++)
                if (strpbrk(tsv_cell(&t, row, column), "\t\n") != NULL)
                    abort();
    }
    tsv_release(&t);
    close(fd);
    return 0;
}
