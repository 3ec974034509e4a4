#include "config.h"

#include "tree.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "alloc.h"
#include "inside.h"

int tree_open(struct tree *t, const char *folder)
{
    *t = (struct tree){.folder = folder, .fd = -1, .apart = -1};
    return sorter_open(&t->paths);
}

/* A walk: the path of the entry it stands at. */
struct walk {
    struct tree *tree;
    struct findings *findings;
    struct buf path;
    unsigned depth;
    bool failed; /* told: the spool broke */
};

static void refuse(struct walk *w, const char *rule, const char *what,
                   const char *expected)
{
    findings_add(w->findings, rule,
                 (struct diag_place){buf_string(&w->path), 0, NULL}, "%s",
                 what);
    findings_witness(w->findings, expected, what);
}

/* Its witness is the path with \xNN for each byte that may not be there. */
static void refuse_name(struct walk *w)
{
    struct buf spelled = BUF_EMPTY;
    const char *path = buf_string(&w->path);
    refuse(w, "tree/name",
           "a name with other characters than A-Z a-z 0-9 . _ -", NULL);
    for (; *path != '\0' && spelled.len < FINDINGS_WITNESS; path++) {
        if (*path > ' ' && *path <= '~' && *path != '\\')
            buf_putc(&spelled, *path);
        else
            buf_printf(&spelled, "\\x%02x", (unsigned char)*path);
    }
    findings_witness(w->findings, "A-Z a-z 0-9 . _ -", buf_string(&spelled));
    buf_release(&spelled);
}

static void walk_folder(struct walk *w, int fd);

static void walk_into(struct walk *w, int parent, const char *name)
{
    if (w->depth == TREE_DEPTH) {
        refuse(w, "tree/depth", "folders nest deeper than 64", "64");
        return;
    }
    int fd = openat(parent, name,
                    O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (fd < 0) {
        findings_unreadable(w->findings, buf_string(&w->path));
        return;
    }
    w->depth++;
    walk_folder(w, fd);
    w->depth--;
}

/* How many bytes of a file are holes: no more than it takes to be too many. */
static uint64_t count_holes(int parent, const char *name, off_t size)
{
    int fd = openat(parent, name,
                    O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    uint64_t holes = 0;
    off_t at = fd < 0 ? -1 : lseek(fd, 0, SEEK_HOLE);
    while (at >= 0 && at < size && holes <= TREE_HOLES) {
        off_t data = lseek(fd, at, SEEK_DATA);
        if (data < 0)
            data = size; /* none behind the hole */
        holes += (uint64_t)(data - at);
        at = lseek(fd, data, SEEK_HOLE);
    }
    if (fd >= 0)
        close(fd);
    return holes;
}

/* True if a regular file is let in. */
static bool is_whole(struct walk *w, int parent, const char *name,
                     const struct stat *st)
{
    if (st->st_blocks * 512 >= st->st_size ||
        count_holes(parent, name, st->st_size) <= TREE_HOLES)
        return true;
    refuse(w, "tree/holes", "a file with more than 1 MiB of holes", NULL);
    findings_witness_u64(w->findings, (uint64_t)st->st_size,
                         (uint64_t)st->st_blocks * 512);
    return false;
}

static void walk_entry(struct walk *w, int parent, const char *name)
{
    struct stat st;
    if (fstatat(parent, name, &st, AT_SYMLINK_NOFOLLOW) < 0)
        findings_unreadable(w->findings, buf_string(&w->path));
    else if (!inside_valid(buf_string(&w->path)))
        refuse_name(w);
    else if (S_ISDIR(st.st_mode))
        walk_into(w, parent, name);
    else if (S_ISLNK(st.st_mode))
        refuse(w, "tree/link", "a symbolic link", "a file or a folder");
    else if (!S_ISREG(st.st_mode))
        refuse(w, "tree/kind", "neither a file nor a folder",
               "a file or a folder");
    else if (is_whole(w, parent, name, &st) &&
             sorter_add(&w->tree->paths, w->path.data, w->path.len, NULL,
                        0) < 0)
        w->failed = true;
}

/* Takes over `fd`. */
static void walk_folder(struct walk *w, int fd)
{
    DIR *dir = fdopendir(fd);
    if (dir == NULL) {
        findings_unreadable(w->findings, buf_string(&w->path));
        close(fd);
        return;
    }
    size_t parent = w->path.len, entries = 0;
    errno = 0;
    for (struct dirent *e; !w->failed && (e = readdir(dir)) != NULL;) {
        if (strcmp(e->d_name, ".") == 0 || strcmp(e->d_name, "..") == 0)
            continue;
        entries++;
        if (parent > 0)
            buf_putc(&w->path, '/');
        buf_puts(&w->path, e->d_name);
        walk_entry(w, fd, e->d_name);
        w->path.len = parent;
        errno = 0;
    }
    if (errno != 0)
        findings_unreadable(w->findings, buf_string(&w->path));
    else if (entries == 0 && parent > 0)
        refuse(w, "tree/empty", "an empty folder", "a file in it");
    closedir(dir);
}

int tree_walk(struct tree *t, struct findings *f)
{
    struct walk w = {.tree = t, .findings = f};
    int fd = open(t->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    t->fd = fd < 0 ? -1 : fcntl(fd, F_DUPFD_CLOEXEC, 0);
    if (t->fd < 0) {
        findings_unreadable(f, NULL);
        if (fd >= 0)
            close(fd);
        return 0;
    }
    walk_folder(&w, fd);
    buf_release(&w.path);
    return w.failed ? -1 : sorter_sort(&t->paths);
}

/* What the hashing threads share. */
struct work {
    struct tree *tree;
    atomic_size_t next;  /* the file to hash next */
    atomic_bool failed;  /* told: a path could not be read back */
};

static int hash_file(struct tree *t, size_t i, const char *path)
{
    struct stat st;
    int fd = inside_open(t->fd, path);
    int64_t total = -1;
    if (fd >= 0 && fstat(fd, &st) == 0)
        total = digest_fd(fd, (uint64_t)st.st_size, t->sums[i]);
    int saved = errno;
    if (fd >= 0)
        close(fd);
    errno = saved;
    if (total < 0)
        return -1;
    t->sizes[i] = (uint64_t)st.st_size;
    if (total != st.st_size)
        t->paths.entries[i].mark |= TREE_CHANGED;
    return 0;
}

static int hash_one(struct tree *t, size_t i, struct buf *key)
{
    struct sorter_item item;
    if (sorter_read(&t->paths, i, key, &item) < 0)
        return -1;
    if (hash_file(t, i, item.key) < 0) {
        t->sizes[i] = TREE_NO_SIZE;
        memcpy(t->sums[i], &errno, sizeof errno);
    }
    return 0;
}

static void *hash_some(void *shared)
{
    struct work *w = shared;
    struct buf key = BUF_EMPTY;
    while (!atomic_load(&w->failed)) {
        size_t i = atomic_fetch_add(&w->next, 1);
        if (i >= w->tree->paths.count)
            break;
        if ((int64_t)i != w->tree->apart && hash_one(w->tree, i, &key) < 0)
            atomic_store(&w->failed, true);
    }
    buf_release(&key);
    return NULL;
}

/* Tells the files that could not be read, or not as they were. */
static int tell_unread(struct tree *t, struct findings *f)
{
    struct buf key = BUF_EMPTY;
    int rc = 0;
    for (size_t i = 0; i < t->paths.count && rc == 0; i++) {
        struct sorter_item item;
        bool changed = (t->paths.entries[i].mark & TREE_CHANGED) != 0;
        if ((t->sizes[i] != TREE_NO_SIZE && !changed) ||
            (int64_t)i == t->apart)
            continue;
        rc = sorter_read(&t->paths, i, &key, &item);
        if (rc == 0 && changed) {
            tree_tell_change(item.key, f);
        } else if (rc == 0) {
            memcpy(&errno, t->sums[i], sizeof errno);
            findings_unreadable(f, item.key);
        }
    }
    buf_release(&key);
    return rc;
}

/* Leaves a file to others. Returns 0, or -1 (told). */
static int set_apart(struct tree *t, const char *path)
{
    t->apart = path != NULL ? tree_find(t, path, 0) : -1;
    if (t->apart >= 0)
        t->sizes[t->apart] = TREE_NO_SIZE;
    return t->apart == -2 ? -1 : 0;
}

int tree_hash(struct tree *t, unsigned jobs, const char *apart,
              struct findings *f)
{
    struct work w = {.tree = t};
    size_t count = t->paths.count;
    t->sums = xmalloc(count + 1, sizeof *t->sums);
    t->sizes = xmalloc(count + 1, sizeof *t->sizes);
    if (set_apart(t, apart) < 0)
        return -1;
    if (jobs > count)
        jobs = count > 0 ? (unsigned)count : 1;
    pthread_t *threads = xmalloc(jobs, sizeof *threads);
    unsigned started = 1; /* this one */
    while (started < jobs &&
           pthread_create(&threads[started], NULL, hash_some, &w) == 0)
        started++;
    hash_some(&w);
    for (unsigned i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
    free(threads);
    return atomic_load(&w.failed) ? -1 : tell_unread(t, f);
}

void tree_set_apart(struct tree *t, const unsigned char sum[DIGEST_BYTES],
                    uint64_t size)
{
    if (t->apart < 0)
        return;
    memcpy(t->sums[t->apart], sum, DIGEST_BYTES);
    t->sizes[t->apart] = size;
}

void tree_tell_change(const char *path, struct findings *f)
{
    findings_add(f, "tree/changed", (struct diag_place){path, 0, NULL},
                 "changed while it was read");
    findings_witness(f, "as many bytes as it had before",
                     "more of them, or fewer");
}

int64_t tree_find(struct tree *t, const char *path, size_t guess)
{
    return sorter_find(&t->paths, path, guess);
}

int tree_explain(struct tree *t, const char *path)
{
    int64_t i = tree_find(t, path, 0);
    if (i >= 0)
        t->paths.entries[i].mark |= TREE_EXPLAINED;
    return i == -2 ? -1 : 0;
}

void tree_close(struct tree *t)
{
    sorter_close(&t->paths);
    if (t->fd >= 0)
        close(t->fd);
    free(t->sums);
    free(t->sizes);
    *t = (struct tree){.fd = -1, .paths.spool.fd = -1};
}
