#include "config.h"

#include "folder_hash.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "alloc.h"
#include "buf.h"
#include "diag.h"
#include "file.h"

#define FILES_LIMIT 4096 /* files in the folder, at most */

struct listing {
    char **paths; /* owned, relative to the folder */
    size_t count;
};

static int fail(const char *path)
{
    diag_errno("cannot read %s", path);
    return -1;
}

static int add_folder(struct listing *l, const char *folder,
                      const char *under);

/* Lists `name`, found in the folder `under` of the top one. */
static int add_name(struct listing *l, const char *folder, const char *under,
                    const char *name)
{
    if (name[0] == '.')
        return 0;
    char *path = under[0] == '\0' ? xstrndup(name, strlen(name))
                                  : file_join(under, name);
    char *full = file_join(folder, path);
    struct stat st;
    int rc = lstat(full, &st) < 0 ? fail(full) : 0;
    free(full);
    if (rc == 0 && S_ISREG(st.st_mode) && l->count < FILES_LIMIT) {
        l->paths[l->count++] = path;
        return 0;
    }
    if (rc == 0 && S_ISDIR(st.st_mode))
        rc = add_folder(l, folder, path);
    free(path);
    return rc;
}

static int add_folder(struct listing *l, const char *folder,
                      const char *under)
{
    char *full = under[0] == '\0' ? xstrndup(folder, strlen(folder))
                                  : file_join(folder, under);
    DIR *dir = opendir(full);
    int rc = dir == NULL ? fail(full) : 0;
    while (rc == 0) {
        errno = 0;
        struct dirent *entry = readdir(dir);
        if (entry == NULL) {
            rc = errno != 0 ? fail(full) : 0;
            break;
        }
        rc = add_name(l, folder, under, entry->d_name);
    }
    if (dir != NULL)
        closedir(dir);
    free(full);
    return rc;
}

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static int add_line(struct buf *lines, const char *folder, const char *path)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    char *full = file_join(folder, path);
    int rc = digest_file(full, digest, NULL) < 0 ? fail(full) : 0;
    free(full);
    if (rc < 0)
        return -1;
    digest_to_hex(digest, hex);
    buf_puts(lines, hex);
    buf_puts(lines, "  ");
    buf_puts(lines, path);
    buf_putc(lines, '\n');
    return 0;
}

int folder_hash(const char *folder, char hex[DIGEST_HEX + 1])
{
    struct listing l = {xcalloc(FILES_LIMIT, sizeof *l.paths), 0};
    struct buf lines = BUF_EMPTY;
    unsigned char digest[DIGEST_BYTES];
    int rc = add_folder(&l, folder, "");
    qsort(l.paths, l.count, sizeof *l.paths, by_bytes);
    for (size_t i = 0; i < l.count; i++) {
        if (rc == 0)
            rc = add_line(&lines, folder, l.paths[i]);
        free(l.paths[i]);
    }
    digest_bytes(lines.data, lines.len, digest);
    digest_to_hex(digest, hex);
    free(l.paths);
    buf_release(&lines);
    return rc;
}
