#include "config.h"

#include "lists.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "buf.h"
#include "file.h"

#define ENDING ".txt"

/* One list while it is read. */
struct list {
    const char *path; /* borrowed */
    const struct splitset *set;
    uint64_t line;
    char id[RECORD_ID_LIMIT + 3];       /* the line, with LF until checked */
    char previous[RECORD_ID_LIMIT + 3]; /* the one before, or "" */
};

/* Opens a regular file. Returns NULL if it cannot be read (told). */
static FILE *open_list(const char *path)
{
    struct stat st;
    FILE *fp = NULL;
    int fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (fd >= 0 && fstat(fd, &st) == 0 && !S_ISREG(st.st_mode))
        errno = EINVAL;
    else if (fd >= 0)
        fp = fdopen(fd, "r");
    if (fp == NULL) {
        diag_errno("cannot read %s", path);
        if (fd >= 0)
            close(fd);
    }
    return fp;
}

static struct diag_place place(const struct list *l, const char *id)
{
    return (struct diag_place){l->path, l->line, id};
}

/* True if the line is an id and its LF, which is then cut off; else told. */
static bool is_id(struct list *l)
{
    size_t len = strlen(l->id);
    bool ended = len > 0 && l->id[len - 1] == '\n';
    if (ended)
        l->id[--len] = '\0';
    if (ended && record_id_valid(l->id, len))
        return true;
    diag_at(place(l, NULL), "not a line with an id");
    return false;
}

/* The rank of the person in that line of a list, from 1; 0 if the set is of
 * people who have none. */
static uint64_t rank_at(const struct splitset *set, uint64_t line)
{
    for (size_t i = 0; i < set->range_count; i++) {
        uint64_t held = set->ranges[i].last - set->ranges[i].first + 1;
        if (line <= held)
            return set->ranges[i].first + line - 1;
        line -= held;
    }
    return 0;
}

/* Checks the place of a person who is known. */
static enum exit_status check_place(const struct list *l, uint32_t rank)
{
    uint64_t wanted = rank_at(l->set, l->line);
    if (wanted != 0 && rank != wanted) {
        diag_at(place(l, l->id), "has rank %" PRIu32 ", but %" PRIu64
                " stands here", rank, wanted);
        return EXIT_DATA;
    }
    if (wanted == 0 && strcmp(l->previous, l->id) >= 0) {
        diag_at(place(l, l->id), "not in order behind %s", l->previous);
        return EXIT_DATA;
    }
    return EXIT_OK;
}

static enum exit_status check_line(struct list *l, struct roll *roll)
{
    uint32_t index;
    if (!is_id(l))
        return EXIT_DATA;
    if (l->line > l->set->count) {
        diag_at(place(l, l->id), "the set has only %" PRIu64 " people",
                l->set->count);
        return EXIT_DATA;
    }
    int found = roll_find(roll, l->id, &index);
    if (found < 0)
        return EXIT_SYSTEM;
    if (found == 0 || roll->people[index].kind != l->set->kind) {
        diag_at(place(l, l->id), found == 0 ? "nobody has this id"
                                            : "not one of this set's kind");
        return EXIT_DATA;
    }
    enum exit_status status = check_place(l, roll->ranks[index]);
    memcpy(l->previous, l->id, sizeof l->previous);
    return status;
}

static enum exit_status check_list(const char *path, struct roll *roll,
                                   const struct splitset *set)
{
    struct list l = {.path = path, .set = set};
    enum exit_status status = EXIT_OK;
    FILE *fp = open_list(path);
    if (fp == NULL)
        return EXIT_SYSTEM;
    while (status == EXIT_OK && fgets(l.id, sizeof l.id, fp) != NULL) {
        l.line++;
        status = check_line(&l, roll);
    }
    if (ferror(fp)) {
        diag_errno("cannot read %s", path);
        status = EXIT_SYSTEM;
    }
    fclose(fp);
    if (status == EXIT_OK && l.line < set->count) {
        diag_at((struct diag_place){.file = path}, "ends after %" PRIu64
                " of %" PRIu64 " ids", l.line, set->count);
        status = EXIT_DATA;
    }
    return status;
}

/* True if a set's list is called so. */
static bool is_known(const char *name, const struct splitsets *sets)
{
    size_t len = strlen(name) - strlen(ENDING);
    for (size_t i = 0; i < sets->count; i++)
        if (strlen(sets->list[i].name) == len &&
            memcmp(sets->list[i].name, name, len) == 0)
            return true;
    return false;
}

/* Looks for lists: *any tells whether there is one, `stray` becomes the first
 * by name that belongs to no set, or stays empty. Returns 0, or -1 (told). */
static int look(const char *folder, const struct splitsets *sets, bool *any,
                struct buf *stray)
{
    DIR *dir = opendir(folder);
    if (dir == NULL && errno == ENOENT)
        return 0;
    if (dir == NULL) {
        diag_errno("cannot read %s", folder);
        return -1;
    }
    for (struct dirent *e; (e = readdir(dir)) != NULL;) {
        size_t len = strlen(e->d_name), ending = strlen(ENDING);
        if (len < ending || strcmp(e->d_name + len - ending, ENDING) != 0)
            continue;
        *any = true;
        if (!is_known(e->d_name, sets) &&
            (stray->len == 0 || strcmp(e->d_name, buf_string(stray)) < 0)) {
            buf_clear(stray);
            buf_puts(stray, e->d_name);
        }
    }
    closedir(dir);
    return 0;
}

/* Checks the list of one set. */
static enum exit_status check_set(const char *folder, struct roll *roll,
                                  const struct splitset *set)
{
    struct buf name = BUF_EMPTY;
    buf_puts(&name, set->name);
    buf_puts(&name, ENDING);
    char *path = file_join(folder, buf_string(&name));
    enum exit_status status = EXIT_DATA;
    if (access(path, F_OK) < 0 && errno == ENOENT)
        diag_at((struct diag_place){.file = path}, "the list is missing");
    else
        status = check_list(path, roll, set);
    free(path);
    buf_release(&name);
    return status;
}

enum exit_status lists_check(const char *folder, struct roll *roll,
                             const struct splitsets *sets)
{
    bool any = false;
    struct buf stray = BUF_EMPTY;
    enum exit_status status = EXIT_OK;
    if (look(folder, sets, &any, &stray) < 0)
        status = EXIT_SYSTEM;
    for (size_t i = 0; any && status == EXIT_OK &&
                       i < sets->count; i++)
        status = check_set(folder, roll, &sets->list[i]);
    if (status == EXIT_OK && stray.len > 0) {
        diag("%s/%s: no set has this name", folder, buf_string(&stray));
        status = EXIT_DATA;
    }
    buf_release(&stray);
    return status;
}
