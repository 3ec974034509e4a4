#include "config.h"

#include "secret.h"

#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "file.h"

/* True if the key is one line of printable ASCII, which headers can carry. */
static bool fit(const struct buf *key)
{
    if (key->len == 0 || key->len > SECRET_LIMIT)
        return false;
    for (size_t i = 0; i < key->len; i++)
        if (key->data[i] < 0x20 || key->data[i] > 0x7e)
            return false;
    return true;
}

static enum exit_status refuse(const char *where)
{
    diag("the key in %s is not one line of 1 to %d printable ASCII characters",
         where, SECRET_LIMIT);
    return EXIT_USAGE;
}

static enum exit_status read_file(const char *path, struct buf *key)
{
    struct stat st;
    if (stat(path, &st) < 0 || file_read(path, SECRET_LIMIT + 2, key) < 0) {
        if (errno == EFBIG)
            return refuse(path);
        diag_errno("cannot read the key in %s", path);
        return EXIT_SYSTEM;
    }
    if ((st.st_mode & 077) != 0) {
        diag("others may read the key in %s (chmod 600 %s)", path, path);
        return EXIT_USAGE;
    }
    while (key->len > 0 && (key->data[key->len - 1] == '\n' ||
                            key->data[key->len - 1] == '\r'))
        key->len--;
    return fit(key) ? EXIT_OK : refuse(path);
}

enum exit_status secret_read(const char *path, struct buf *key)
{
    if (path != NULL)
        return read_file(path, key);
    const char *value = getenv(SECRET_VARIABLE);
    if (value == NULL || value[0] == '\0')
        return EXIT_OK;
    buf_puts(key, value);
    return fit(key) ? EXIT_OK : refuse("the environment");
}

void secret_release(struct buf *key)
{
    if (key->data != NULL)
        explicit_bzero(key->data, key->cap);
    buf_release(key);
}
