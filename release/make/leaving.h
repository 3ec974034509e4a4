/* Who is to leave a release, by id: the ids as they are asked for, each with
 * the leaf of the earlier log that stands for the person. */
#ifndef LEAVING_H
#define LEAVING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "diag.h"

struct leaver {
    char *id;      /* owned */
    uint64_t leaf; /* from 0 */
    bool found;    /* leaf means something */
};

/* Starts as {0}, ends with leaving_release(). */
struct leaving {
    struct leaver *list; /* owned; by id, bytewise, after leaving_sort() */
    size_t count, cap;
};

/* Adds the ids of a list such as "f0007,f0012". Returns EXIT_OK, or EXIT_USAGE
 * (told) if it is none. */
enum exit_status leaving_add(struct leaving *l, const char *list);

/* Adds the ids of a file, one a line. Returns EXIT_OK, or what to exit with
 * (told). */
enum exit_status leaving_add_file(struct leaving *l, const char *path);

/* Sorts them. Returns EXIT_OK, or EXIT_DATA (told) if one is there twice. */
enum exit_status leaving_sort(struct leaving *l);

/* The one of that id, or NULL. */
struct leaver *leaving_find(const struct leaving *l, const char *id);

void leaving_release(struct leaving *l);

#endif
