#include "config.h"

#include "studio.h"

#include "asking.h"
#include "drawing.h"

/* Readies the renderer. Returns 0, TSV_BAD or TSV_UNREADABLE (told). */
static int open_render(struct studio *studio)
{
    unsigned char digest[DIGEST_BYTES];
    int rc = render_init(&studio->render);
    if (rc != 0)
        return rc;
    const char *path = studio->render.palette.table.path;
    if (digest_file(path, digest, NULL) < 0) {
        diag_errno("cannot read %s", path);
        return TSV_UNREADABLE;
    }
    digest_to_hex(digest, studio->palette);
    return 0;
}

enum exit_status studio_open(struct studio *studio, const char *images,
                             const char *prompt, const char *negative)
{
    int rc = prompts_load(&studio->prompts, prompt, negative);
    if (rc == 0 && studio->drawn)
        rc = open_render(studio);
    if (rc != 0)
        return rc == TSV_BAD ? EXIT_DATA : EXIT_SYSTEM;
    if ((!studio->drawn && http_setup() < 0) ||
        image_store_open(&studio->store, images) < 0)
        return EXIT_SYSTEM;
    return EXIT_OK;
}

void studio_close(struct studio *studio)
{
    image_store_close(&studio->store);
    prompts_release(&studio->prompts);
    if (studio->drawn)
        render_release(&studio->render);
}

enum studio_result studio_stored(enum image_store_result result)
{
    return result == IMAGE_STORE_BROKEN  ? STUDIO_FAILED
           : result == IMAGE_STORE_WRONG ? STUDIO_REFUSED
                                         : STUDIO_DONE;
}

/* Makes one picture after the other. */
static enum studio_result make_all(struct studio *studio,
                                   struct backend *backend,
                                   const struct image_folder *folder,
                                   const struct sitter *sitter,
                                   struct sitting *s)
{
    enum studio_result result = STUDIO_DONE;
    struct asking asking = {studio, backend, folder, sitter, BUF_EMPTY};
    while (result == STUDIO_DONE && s->count < s->shots.count) {
        struct image_record *r = &s->records[s->count];
        *r = (struct image_record){.person = sitter->id,
                                   .shot = &s->shots.list[s->count]};
        s->count++;
        if (atomic_load(&studio->closed))
            result = STUDIO_FAILED;
        else if (studio->drawn)
            result = drawing_make(studio, folder, sitter, r, &s->why);
        else
            result = asking_make(&asking, r, &s->why);
    }
    asking_release(&asking);
    return result;
}

enum studio_result studio_sit(struct studio *studio, struct backend *backend,
                              const struct sitter *sitter,
                              struct sitting *sitting)
{
    struct image_folder folder;
    sitting->count = 0;
    sitting->why = BUF_EMPTY;
    shots_list(&sitting->shots, sitter->id, sitter->kind, studio->train_views,
               studio->views);
    enum studio_result result = studio_stored(image_folder_open(
        &folder, &studio->store, sitter->id, &sitting->why));
    if (result == STUDIO_DONE)
        result = make_all(studio, backend, &folder, sitter, sitting);
    if (result != STUDIO_DONE) {
        struct buf unsaid = BUF_EMPTY; /* the first failure is told */
        image_folder_close(&folder, &unsaid);
        buf_release(&unsaid);
        return result;
    }
    return studio_stored(image_folder_close(&folder, &sitting->why));
}

void sitting_release(struct sitting *sitting)
{
    for (size_t i = 0; i < sitting->count; i++)
        image_record_release(&sitting->records[i]);
    sitting->count = 0;
    buf_release(&sitting->why);
}
