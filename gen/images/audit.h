/* The images of all people checked against their records: people are gathered,
 * their images looked at by several threads, what was found told in order. */
#ifndef AUDIT_H
#define AUDIT_H

#include <stdatomic.h>
#include <stdbool.h>

#include "gallery.h"
#include "image_audit.h"
#include "intake.h"
#include "progress.h"
#include "record_limits.h"

#define AUDIT_JOBS 256  /* threads, at most */
#define AUDIT_IMAGES 512 /* gathered before they are looked at */

/* An image and whose it is. */
struct audit_image {
    struct diag_place place; /* its person's; the id is in `person` */
    char person[RECORD_ID_LIMIT + 1];
    uint32_t number;         /* of the person */
    struct image_audit audit;
};

struct audit {
    const char *folder; /* borrowed: --images */
    int fd;             /* it, or -1 */
    unsigned jobs;
    struct audit_image *images; /* owned: AUDIT_IMAGES */
    size_t count;               /* gathered */
    atomic_size_t next;         /* the one to look at next */
    uint32_t people;            /* so far */
    struct gallery gallery;
    struct progress progress;
    enum exit_status status; /* the worst that was found */
};

/* Returns 0, or -1 (told). */
int audit_open(struct audit *a, const char *folder, unsigned jobs,
               enum progress_mode progress);

/* Gathers the images of the record now out; a record that cannot be read is
 * refused. Returns 0, or -1 (told) if the system failed. */
int audit_add(struct audit *a, struct intake *in);

/* Looks at what is left; then, if every line was read (`whole`), at all
 * pictures together and at what else is in the folder. */
void audit_end(struct audit *a, bool whole);

void audit_close(struct audit *a);

#endif
