/* The files of pictures under one folder, a folder a person:
 * "f0001/f0001_p.png". A file is written beside its name, synced and renamed,
 * so that it is there whole or not at all whatever happens; what a process that
 * was killed left beside goes when the file is written again. No link below the
 * folder is followed. A person's folder is locked while it is open, so that
 * runs at the same time do not write the same file.
 *
 * What is wrong is appended to `why` and is for the caller to tell. */
#ifndef IMAGE_STORE_H
#define IMAGE_STORE_H

#include "buf.h"

struct image_store {
    const char *path; /* borrowed */
    int fd;           /* the folder, or -1 */
};

/* What came of looking at a file or writing one. */
enum image_store_result {
    IMAGE_STORE_DONE,
    IMAGE_STORE_ABSENT, /* no such file; nothing is appended to `why` */
    IMAGE_STORE_WRONG,  /* what is there is not what it should be */
    IMAGE_STORE_BROKEN, /* the system failed */
};

struct image_folder {
    const struct image_store *store; /* borrowed */
    const char *name;                /* borrowed: the person's id */
    int fd;                          /* or -1 */
};

/* Opens the folder, which is made if it is not there. Returns 0, or -1
 * (told). */
int image_store_open(struct image_store *store, const char *path);
void image_store_close(struct image_store *store);

/* Opens the folder of a person, which is made if it is not there, and waits for
 * its lock. `name` is a record's id. */
enum image_store_result image_folder_open(struct image_folder *folder,
                                          const struct image_store *store,
                                          const char *name, struct buf *why);

/* Syncs the folder, so that names last, and closes it; safe on a folder that
 * did not open. */
enum image_store_result image_folder_close(struct image_folder *folder,
                                           struct buf *why);

/* Appends the content of a file of at most `limit` bytes. */
enum image_store_result image_folder_read(const struct image_folder *folder,
                                          const char *file, size_t limit,
                                          struct buf *bytes, struct buf *why);

/* Writes the file; one that is there is replaced. */
enum image_store_result image_folder_write(const struct image_folder *folder,
                                           const char *file,
                                           const struct buf *bytes,
                                           struct buf *why);

/* Removes the file if it is there. */
enum image_store_result image_folder_remove(const struct image_folder *folder,
                                            const char *file, struct buf *why);

/* Appends "DIR/person/file". */
void image_folder_path(const struct image_folder *folder, const char *file,
                       struct buf *out);

#endif
