#include "config.h"

#include "drawing.h"

#include <string.h>

#include "image_decode.h"
#include "image_pin.h"
#include "image_png.h"
#include "json_write.h"

/* Removes what a backend made of the same shot before. */
static enum image_store_result remove_asked(const struct image_folder *folder,
                                            const struct shot *shot,
                                            struct buf *why)
{
    char file[IMAGE_RECORD_FILE + 1];
    image_pin_name(shot, file);
    enum image_store_result result = image_folder_remove(folder, file, why);
    image_record_name(shot, IMAGE_JPEG, file);
    if (result == IMAGE_STORE_DONE)
        result = image_folder_remove(folder, file, why);
    return result;
}

static enum image_store_result differs(const struct image_folder *folder,
                                       const char *file, struct buf *why)
{
    image_folder_path(folder, file, why);
    buf_puts(why, " is there, and another picture (--replace makes it anew)");
    return IMAGE_STORE_WRONG;
}

/* Stores the picture unless it is there. */
static enum image_store_result store(const struct studio *studio,
                                     const struct image_folder *folder,
                                     const struct image_record *r,
                                     const struct buf *bytes, struct buf *why)
{
    struct buf there = BUF_EMPTY, wrong = BUF_EMPTY;
    enum image_store_result result = image_folder_read(
        folder, r->file, IMAGE_FILE_LIMIT, &there, &wrong);
    bool same = result == IMAGE_STORE_DONE && there.len == bytes->len &&
                memcmp(there.data, bytes->data, bytes->len) == 0;
    if (result == IMAGE_STORE_DONE && !same)
        result = differs(folder, r->file, &wrong);
    if (result == IMAGE_STORE_WRONG && studio->replace)
        result = IMAGE_STORE_ABSENT;
    else
        buf_add(why, wrong.data, wrong.len);
    if (result != IMAGE_STORE_BROKEN && studio->replace &&
        remove_asked(folder, r->shot, why) != IMAGE_STORE_DONE)
        result = IMAGE_STORE_BROKEN;
    if (result == IMAGE_STORE_ABSENT)
        result = image_folder_write(folder, r->file, bytes, why);
    buf_release(&there);
    buf_release(&wrong);
    return result;
}

/* The record's view: how it is seen, and the clothes if they are not the
 * person's own. */
static void write_view(const struct view *view, const struct sitter *sitter,
                       const struct guise *guise, struct buf *out)
{
    view_write(view, out);
    if (guise == &sitter->own)
        return;
    out->len--; /* the closing brace */
    sitter_write_clothes(guise, out);
    buf_putc(out, '}');
}

/* The record's source: all that the picture depends on besides the line. */
static void write_source(const struct studio *studio, const char *seed,
                         struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "backend", "render");
    json_write_member(out, "seed", seed);
    json_write_name(out, "request");
    buf_putc(out, '{');
    json_write_member_u64(out, "size", studio->size);
    json_write_member_u64(out, "renderer", RENDER_VERSION);
    json_write_member(out, "palette", studio->palette);
    buf_putc(out, '}');
    json_write_member(out, "licence", "CC0-1.0");
    json_write_name(out, "attribution");
    buf_puts(out, "null}");
}

enum studio_result drawing_make(const struct studio *studio,
                                const struct image_folder *folder,
                                const struct sitter *sitter,
                                struct image_record *r, struct buf *why)
{
    const struct guise *guise = sitter_guise(sitter, r->shot->role);
    const struct look *look = &guise->look;
    struct view view;
    struct image image;
    struct buf bytes = BUF_EMPTY;
    const char *wrong = render_check(&studio->render, look);
    if (wrong != NULL) {
        buf_puts(why, wrong);
        return STUDIO_REFUSED;
    }
    view_draw(&view, look, r->shot->role, r->shot->k);
    render_portrait(&studio->render, look, &view, studio->size, &image);
    image_png(&image, &bytes);
    image_record_name(r->shot, IMAGE_PNG, r->file);
    image_record_measure(r, &image, &bytes);
    image_release(&image);
    enum image_store_result stored = store(studio, folder, r, &bytes, why);
    buf_release(&bytes);
    write_view(&view, sitter, guise, &r->view);
    write_source(studio, look->seed, &r->source);
    prompts_write(&studio->prompts, PROMPT_ALT, guise->tree, look, &view,
                  &r->alt);
    return studio_stored(stored);
}
