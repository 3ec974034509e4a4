#include "config.h"

#include "alloc.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "diag.h"

void *xrealloc(void *old, size_t count, size_t size)
{
    if (size != 0 && count > SIZE_MAX / size)
        diag_out_of_memory();
    size_t bytes = count * size;
    void *memory = realloc(old, bytes != 0 ? bytes : 1);
    if (memory == NULL)
        diag_out_of_memory();
    return memory;
}

void *xmalloc(size_t count, size_t size)
{
    return xrealloc(NULL, count, size);
}

void *xcalloc(size_t count, size_t size)
{
    void *memory = calloc(count != 0 ? count : 1, size != 0 ? size : 1);
    if (memory == NULL)
        diag_out_of_memory();
    return memory;
}

char *xstrndup(const char *text, size_t len)
{
    char *copy = xmalloc(len + 1, 1);
    memcpy(copy, text, len);
    copy[len] = '\0';
    return copy;
}
