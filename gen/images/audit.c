#include "config.h"

#include "audit.h"

#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "alloc.h"
#include "unlisted.h"

int audit_open(struct audit *a, const char *folder, unsigned jobs,
               enum progress_mode progress)
{
    *a = (struct audit){.folder = folder, .fd = -1, .jobs = jobs};
    a->images = xcalloc(AUDIT_IMAGES, sizeof *a->images);
    progress_start(&a->progress, progress, "images", 0);
    return gallery_open(&a->gallery);
}

/* Opens the folder, once there are people: at the end of a pipe it may not be
 * there before. Returns 0, or -1 (told). */
static int open_folder(struct audit *a)
{
    if (a->fd < 0)
        a->fd = open(a->folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (a->fd < 0)
        diag_errno("cannot open the folder %s", a->folder);
    return a->fd < 0 ? -1 : 0;
}

static void worsen(struct audit *a, enum exit_status status)
{
    if (status > a->status)
        a->status = status;
}

static void *look_at_some(void *shared)
{
    struct audit *a = shared;
    for (size_t i; (i = atomic_fetch_add(&a->next, 1)) < a->count;)
        image_audit_run(&a->images[i].audit, a->fd);
    return NULL;
}

static void look_at_all(struct audit *a)
{
    pthread_t threads[AUDIT_JOBS];
    unsigned started = 1; /* this one */
    atomic_store(&a->next, 0);
    while (started < a->jobs && started < a->count &&
           pthread_create(&threads[started], NULL, look_at_some, a) == 0)
        started++;
    look_at_some(a);
    for (unsigned i = 1; i < started; i++)
        pthread_join(threads[i], NULL);
}

/* Tells what was found of an image, and remembers the image. */
static int settle(struct audit *a, struct audit_image *image)
{
    struct image_audit *audit = &image->audit;
    const char *line = buf_string(&audit->wrong);
    image->place.id = image->person;
    if (audit->wrong.len > 0)
        worsen(a, EXIT_DATA);
    if (audit->broken)
        worsen(a, EXIT_SYSTEM);
    for (size_t len; (len = strcspn(line, "\n")) > 0; line += len + 1)
        diag_at(image->place, "image %s: %.*s", audit->claim.id, (int)len,
                line);
    int rc = gallery_add(&a->gallery, image->number, image->place, audit);
    image_audit_release(audit);
    progress_step(&a->progress);
    return rc;
}

/* Looks at all images gathered. Returns 0, or -1 (told) if the system
 * failed. */
static int flush(struct audit *a)
{
    if (open_folder(a) < 0) {
        worsen(a, EXIT_SYSTEM);
        return -1;
    }
    look_at_all(a);
    for (size_t i = 0; i < a->count; i++)
        if (settle(a, &a->images[i]) < 0)
            worsen(a, EXIT_SYSTEM);
    a->count = 0;
    return a->status == EXIT_SYSTEM ? -1 : 0;
}

/* Takes up the images of a person, or NULL. Returns NULL, or what is wrong with
 * them; the person then has none. */
static const char *take_up(struct audit *a, const cJSON *images,
                           const struct record_head *head,
                           struct diag_place place)
{
    const cJSON *i;
    size_t count = a->count;
    if (images != NULL && !cJSON_IsArray(images))
        return "the record's images are no list";
    if (cJSON_GetArraySize(images) > RECORD_IMAGES_LIMIT)
        return "the record has more than 64 images";
    cJSON_ArrayForEach(i, images)
    {
        struct audit_image *image = &a->images[count++];
        *image = (struct audit_image){.place = place, .number = a->people};
        memcpy(image->person, head->name, sizeof image->person);
        const char *wrong = image_claim_read(&image->audit.claim, i);
        if (wrong != NULL)
            return wrong;
    }
    a->count = count;
    a->people++;
    return NULL;
}

/* Reads the record now out. Returns NULL, or what is wrong with it. */
static const char *read_record(struct audit *a, const struct intake *in,
                               struct record_head *head)
{
    const struct jsonl *r = &in->reader;
    const char *wrong = record_head(&r->scan, head);
    if (wrong != NULL)
        return wrong;
    cJSON *tree = cJSON_ParseWithLength(r->line, r->len);
    if (tree == NULL) /* it is JSON, so that nothing else can be wrong */
        diag_out_of_memory();
    wrong = take_up(a, cJSON_GetObjectItemCaseSensitive(tree, "images"), head,
                    intake_place(in, NULL));
    cJSON_Delete(tree);
    return wrong;
}

int audit_add(struct audit *a, struct intake *in)
{
    struct record_head head = {0};
    if (a->count + RECORD_IMAGES_LIMIT > AUDIT_IMAGES && flush(a) < 0)
        return -1;
    const char *wrong = read_record(a, in, &head);
    if (wrong != NULL)
        intake_refuse(in, head.name[0] != '\0' ? head.name : NULL, "%s",
                      wrong);
    return 0;
}

/* Counts what a last look told: none, some, or a failure. */
static void judge(struct audit *a, int64_t told)
{
    if (told != 0)
        worsen(a, told > 0 ? EXIT_DATA : EXIT_SYSTEM);
}

void audit_end(struct audit *a, bool whole)
{
    int rc = flush(a);
    progress_end(&a->progress);
    if (rc < 0)
        return;
    judge(a, gallery_tell_near(&a->gallery));
    judge(a, gallery_sort(&a->gallery));
    if (whole)
        judge(a, unlisted_tell(&a->gallery, a->folder));
}

void audit_close(struct audit *a)
{
    if (a->fd >= 0)
        close(a->fd);
    gallery_close(&a->gallery);
    free(a->images);
}
