#include "config.h"

#include "staging.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <fts.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "file.h"
#include "out.h"

#define MARK_LIMIT 128 /* bytes */

static bool is_entry(const struct staging_kind *kind, const char *name)
{
    for (size_t i = 0; kind->entries[i] != NULL; i++)
        if (strcmp(kind->entries[i], name) == 0)
            return true;
    return false;
}

/* True if the folder holds the file that is a mark of its kind. */
static bool is_marked(const struct staging_kind *kind, const char *folder)
{
    char start[MARK_LIMIT] = "";
    size_t len = strlen(kind->mark);
    char *path = file_join(folder, kind->mark_file);
    int fd = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    bool found = fd >= 0 && len < sizeof start &&
                 read(fd, start, len) > 0 && strcmp(start, kind->mark) == 0;
    if (fd >= 0)
        close(fd);
    free(path);
    return found;
}

/* What a folder holds. */
struct content {
    bool any;   /* there are entries */
    bool alien; /* some are not of its kind */
};

/* Returns 0, or -1 with errno. */
static int look_into(const struct staging *s, struct content *content)
{
    DIR *dir = opendir(s->target);
    if (dir == NULL)
        return -1;
    *content = (struct content){false, false};
    struct dirent *e;
    errno = 0;
    while ((e = readdir(dir)) != NULL) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        content->any = true;
        if (!is_entry(s->kind, e->d_name))
            content->alien = true;
    }
    int saved = errno;
    closedir(dir);
    errno = saved;
    return saved != 0 ? -1 : 0;
}

/* Tells why, in words before and behind the name of its kind. */
static enum exit_status refuse(const struct staging *s, const char *why,
                               const char *rest)
{
    diag_at((struct diag_place){s->target, 0, NULL}, "%s%s%s", why,
            s->kind->noun, rest);
    return EXIT_DATA;
}

static enum exit_status refuse_content(const struct staging *s)
{
    return refuse(s, "is there and is not empty; --replace replaces a ", "");
}

/* Whether the target may be taken now. */
static enum exit_status check_target(const struct staging *s)
{
    struct stat st;
    if (lstat(s->target, &st) < 0) {
        if (errno == ENOENT)
            return EXIT_OK;
        diag_errno("cannot look at %s", s->target);
        return EXIT_SYSTEM;
    }
    if (!S_ISDIR(st.st_mode))
        return refuse(s, "is there and is no folder for a ", "");
    struct content content;
    if (look_into(s, &content) < 0) {
        diag_errno("cannot look into %s", s->target);
        return EXIT_SYSTEM;
    }
    if (!content.any)
        return EXIT_OK;
    if (!s->replace)
        return refuse_content(s);
    if (!is_marked(s->kind, s->target))
        return refuse(s, "is not empty and is no ", "; it is not replaced");
    if (content.alien)
        return refuse(s, "holds more than a ", "; it is not replaced");
    return EXIT_OK;
}

enum exit_status staging_init(struct staging *s,
                              const struct staging_kind *kind,
                              const char *path, bool replace)
{
    size_t len = strlen(path);
    while (len > 1 && path[len - 1] == '/')
        len--;
    *s = (struct staging){kind, xstrndup(path, len), NULL, replace};
    const char *slash = strrchr(s->target, '/');
    const char *name = slash != NULL ? slash + 1 : s->target;
    if (name[0] == '\0' || strcmp(name, ".") == 0 || strcmp(name, "..") == 0)
        return refuse(s, "is no name for a ", "");
    return check_target(s);
}

int staging_open(struct staging *s)
{
    char *beside = out_beside(s->target);
    if (mkdtemp(beside) == NULL) {
        diag_errno("cannot make a folder beside %s", s->target);
        free(beside);
        return -1;
    }
    s->beside = beside;
    if (chmod(beside, 0755) == 0)
        return 0;
    diag_errno("cannot set the mode of %s", beside);
    return -1;
}

/* Puts all of the folder beside on disk. */
static int sync_all(const char *folder)
{
    int fd = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (fd < 0)
        return -1;
    int rc = syncfs(fd);
    int saved = errno;
    close(fd);
    errno = saved;
    return rc;
}

/* The folder takes the name; a release that had it moves to where the folder
 * was. Returns 0, or -1 with errno. */
static int take_name(struct staging *s)
{
    if (rename(s->beside, s->target) == 0) {
        free(s->beside);
        s->beside = NULL;
        return 0;
    }
    if (!s->replace || (errno != ENOTEMPTY && errno != EEXIST))
        return -1;
    return renameat2(AT_FDCWD, s->beside, AT_FDCWD, s->target,
                     RENAME_EXCHANGE);
}

enum exit_status staging_commit(struct staging *s)
{
    if (sync_all(s->beside) < 0) {
        diag_errno("cannot sync %s", s->beside);
        return EXIT_SYSTEM;
    }
    enum exit_status status = check_target(s);
    if (status != EXIT_OK)
        return status;
    if (take_name(s) < 0) {
        if (!s->replace && errno == ENOTEMPTY) /* since we looked */
            return refuse_content(s);
        diag_errno("cannot rename %s onto %s", s->beside, s->target);
        return EXIT_SYSTEM;
    }
    if (out_sync_parent(s->target) < 0) {
        diag_errno("cannot sync the folder of %s", s->target);
        return EXIT_SYSTEM;
    }
    return EXIT_OK;
}

static void remove_tree(char *folder)
{
    char *roots[] = {folder, NULL};
    FTS *fts = fts_open(roots, FTS_PHYSICAL | FTS_NOCHDIR | FTS_XDEV, NULL);
    FTSENT *e;
    bool failed = fts == NULL;
    while (fts != NULL && (e = fts_read(fts)) != NULL)
        if (e->fts_info != FTS_D && remove(e->fts_accpath) < 0)
            failed = true;
    if (fts != NULL)
        fts_close(fts);
    if (failed)
        diag_errno("cannot remove all of %s", folder);
}

void staging_close(struct staging *s)
{
    if (s->beside != NULL)
        remove_tree(s->beside);
    free(s->beside);
    free(s->target);
    *s = (struct staging){0};
}
