/* Memory for secrets, by libsodium: not swapped out, in no core dump, and wiped
 * before it is given back. */
#ifndef WIPED_H
#define WIPED_H

#include <stddef.h>

/* `size` bytes, not cleared; running out ends the process. Freed with
 * wiped_free() only. It holds bytes: nothing in it needs to be aligned. */
void *wiped_alloc(size_t size);

/* Wipes and frees what wiped_alloc() gave, or NULL. */
void wiped_free(void *secret);

/* Wipes bytes that lie elsewhere, whatever the compiler thinks of it. */
void wiped_clear(void *bytes, size_t len);

#endif
