#include "config.h"

#include "wiped.h"

#include <sodium.h>

#include "diag.h"

void *wiped_alloc(size_t size)
{
    void *secret = sodium_init() < 0 ? NULL : sodium_malloc(size);
    if (secret == NULL)
        diag_out_of_memory();
    return secret;
}

void wiped_free(void *secret)
{
    sodium_free(secret);
}

void wiped_clear(void *bytes, size_t len)
{
    sodium_memzero(bytes, len);
}
