#include "config.h"

#include "asking.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "image_decode.h"
#include "image_pin.h"
#include "json_write.h"
#include "rng.h"

static enum image_store_result refuse(const struct asking *a, const char *file,
                                      const char *what, struct buf *why)
{
    image_folder_path(a->folder, file, why);
    buf_printf(why, " %s (--replace makes it anew)", what);
    return IMAGE_STORE_WRONG;
}

/* Refuses a picture of which no pin tells where it is from. */
static enum image_store_result look_for_stray(const struct asking *a,
                                              const struct shot *shot,
                                              struct buf *why)
{
    char file[IMAGE_RECORD_FILE + 1];
    for (int f = IMAGE_PNG; f < IMAGE_FORMATS; f++) {
        struct buf bytes = BUF_EMPTY;
        image_record_name(shot, (enum image_format)f, file);
        enum image_store_result there = image_folder_read(
            a->folder, file, IMAGE_FILE_LIMIT, &bytes, why);
        buf_release(&bytes);
        if (there == IMAGE_STORE_DONE)
            return refuse(a, file, "is there, and nothing says where it is "
                                   "from", why);
        if (there != IMAGE_STORE_ABSENT)
            return there;
    }
    return IMAGE_STORE_ABSENT;
}

/* Reads the picture that a pin names, and compares. If it is gone, one of the
 * other format is not the pin's. */
static enum image_store_result read_pinned(const struct asking *a,
                                           const struct guise *guise,
                                           const struct shot *shot,
                                           const struct image_pin *pin,
                                           struct buf *bytes, struct buf *why)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    enum image_store_result there = image_folder_read(
        a->folder, pin->file, IMAGE_FILE_LIMIT, bytes, why);
    if (there == IMAGE_STORE_ABSENT)
        return look_for_stray(a, shot, why);
    if (there != IMAGE_STORE_DONE)
        return there;
    digest_bytes(bytes->data, bytes->len, digest);
    digest_to_hex(digest, hex);
    if (strcmp(hex, pin->sha256) != 0)
        return refuse(a, pin->file, "is not the picture that was received",
                      why);
    sitter_digest(guise, hex);
    if (strcmp(hex, pin->looks) != 0)
        return refuse(a, pin->file, "was made for other looks or clothes", why);
    return IMAGE_STORE_DONE;
}

/* Looks for a picture that was received before: its bytes, and what the record
 * says of it. */
static enum image_store_result find(const struct asking *a,
                                    const struct guise *guise,
                                    struct image_record *r, struct buf *bytes,
                                    struct buf *why)
{
    char name[IMAGE_RECORD_FILE + 1];
    struct image_pin pin = {.source = BUF_EMPTY};
    struct buf text = BUF_EMPTY;
    image_pin_name(r->shot, name);
    enum image_store_result result = image_folder_read(
        a->folder, name, IMAGE_PIN_LIMIT, &text, why);
    if (result == IMAGE_STORE_ABSENT)
        return look_for_stray(a, r->shot, why);
    if (result == IMAGE_STORE_DONE) {
        const char *wrong = image_pin_read(&pin, r->shot, &text);
        result = wrong != NULL
                     ? refuse(a, name, wrong, why)
                     : read_pinned(a, guise, r->shot, &pin, bytes, why);
    }
    if (result == IMAGE_STORE_DONE) {
        memcpy(r->file, pin.file, sizeof r->file);
        buf_add(&r->alt, pin.alt.data, pin.alt.len);
        buf_add(&r->source, pin.source.data, pin.source.len);
    }
    image_pin_release(&pin);
    buf_release(&text);
    return result;
}

/* The seed that is asked for: a function of the people's seed, the person's
 * index and the shot. */
static uint32_t draw_seed(const struct look *look, const struct shot *shot)
{
    char index[24], turn[16];
    snprintf(index, sizeof index, "%" PRIu64, look->index);
    snprintf(turn, sizeof turn, "%u", shot->k);
    const char *const parts[] = {"image seed", look->seed, index,
                                 view_role_name(shot->role), turn};
    struct rng rng;
    rng_init(&rng, parts, 5);
    return 1 + (uint32_t)rng_below(&rng, BACKEND_SEED_MAX);
}

/* The record's source. Nobody knows whose a model's pictures are. */
static void write_source(const struct asking *a,
                         const struct backend_reply *reply, struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "backend", backend_name(a->studio->backend.kind));
    if (reply->model[0] != '\0')
        json_write_member(out, "model", reply->model);
    if (reply->has_seed) {
        json_write_member_u64(out, "seed", reply->seed);
    } else {
        json_write_name(out, "seed");
        buf_puts(out, "null");
    }
    json_write_name(out, "request");
    buf_add(out, reply->request_json.data, reply->request_json.len);
    buf_puts(out, ",\"licence\":null,\"attribution\":null}");
}

/* Asks for the picture. */
static enum studio_result ask(const struct asking *a,
                              const struct guise *guise,
                              struct image_record *r, const struct view *view,
                              struct buf *bytes)
{
    const cJSON *tree = guise->tree;
    const struct look *look = &guise->look;
    const struct prompts *prompts = &a->studio->prompts;
    bool edit = r->shot->role != VIEW_PORTRAIT;
    struct buf prompt = BUF_EMPTY, negative = BUF_EMPTY;
    struct backend_reply reply = {.bytes = BUF_EMPTY};
    prompts_write(prompts, edit ? PROMPT_EDIT : PROMPT_MAKE, tree, look, view,
                  &prompt);
    prompts_write(prompts, PROMPT_NEGATIVE, tree, look, view, &negative);
    struct backend_request request = {
        .id = r->shot->id,
        .prompt = buf_string(&prompt),
        .negative = buf_string(&negative),
        .seed = draw_seed(look, r->shot),
        .reference = edit ? &a->portrait : NULL,
    };
    enum backend_result result = backend_make(a->backend, &request, &reply);
    if (result == BACKEND_MADE) {
        buf_add(bytes, reply.bytes.data, reply.bytes.len);
        write_source(a, &reply, &r->source);
    }
    backend_reply_release(&reply);
    buf_release(&prompt);
    buf_release(&negative);
    return result == BACKEND_MADE      ? STUDIO_DONE
           : result == BACKEND_REFUSED ? STUDIO_REFUSED
                                       : STUDIO_FAILED;
}

/* Stores a received picture and its pin. What was there goes first, so that a
 * pin never stands beside another picture than its own. */
static enum image_store_result store(const struct asking *a,
                                     const struct guise *guise,
                                     const struct image_record *r,
                                     const struct buf *bytes, struct buf *why)
{
    char file[IMAGE_RECORD_FILE + 1], looks[DIGEST_HEX + 1];
    struct buf pin = BUF_EMPTY;
    enum image_store_result result = IMAGE_STORE_DONE;
    for (int f = IMAGE_PNG;
         f < IMAGE_FORMATS && result == IMAGE_STORE_DONE; f++) {
        image_record_name(r->shot, (enum image_format)f, file);
        result = image_folder_remove(a->folder, file, why);
    }
    image_pin_name(r->shot, file);
    sitter_digest(guise, looks);
    image_pin_write(r, looks, &pin);
    if (result == IMAGE_STORE_DONE)
        result = image_folder_write(a->folder, file, &pin, why);
    if (result == IMAGE_STORE_DONE)
        result = image_folder_write(a->folder, r->file, bytes, why);
    buf_release(&pin);
    return result;
}

/* Decodes the picture and measures it. One that is no picture is this person's
 * trouble; the next may be whole. */
static enum studio_result measure(struct image_record *r,
                                  const struct buf *bytes, struct buf *why)
{
    struct image image;
    const char *wrong = image_decode(bytes->data, bytes->len, &image);
    if (wrong != NULL) {
        buf_printf(why, "image %s: %s", r->shot->id, wrong);
        return image_decode_failed(wrong) ? STUDIO_FAILED : STUDIO_REFUSED;
    }
    image_record_measure(r, &image, bytes);
    image_release(&image);
    return STUDIO_DONE;
}

/* Asks, looks whether a picture came, describes it and stores it. */
static enum studio_result fetch(const struct asking *a,
                                const struct guise *guise,
                                struct image_record *r, struct buf *bytes,
                                struct buf *why)
{
    struct view view;
    view_draw(&view, &guise->look, r->shot->role, r->shot->k);
    buf_clear(bytes);
    enum studio_result result = ask(a, guise, r, &view, bytes);
    if (result == STUDIO_DONE)
        result = measure(r, bytes, why);
    if (result != STUDIO_DONE)
        return result;
    image_record_name(r->shot, image_sniff(bytes->data, bytes->len), r->file);
    prompts_write(&a->studio->prompts, PROMPT_ALT, guise->tree, &guise->look,
                  &view, &r->alt);
    return studio_stored(store(a, guise, r, bytes, why));
}

/* Of a view that somebody else has taken no more is known than the clothes;
 * those are told if they are not the person's own. */
static void write_view(const struct sitter *sitter, const struct guise *guise,
                       struct buf *out)
{
    if (guise == &sitter->own)
        return;
    buf_putc(out, '{');
    sitter_write_clothes(guise, out);
    buf_putc(out, '}');
}

enum studio_result asking_make(struct asking *asking, struct image_record *r,
                               struct buf *why)
{
    const struct guise *guise = sitter_guise(asking->sitter, r->shot->role);
    struct buf bytes = BUF_EMPTY;
    enum image_store_result found =
        asking->studio->replace ? IMAGE_STORE_ABSENT
                                : find(asking, guise, r, &bytes, why);
    enum studio_result result = studio_stored(found);
    if (found == IMAGE_STORE_ABSENT)
        result = fetch(asking, guise, r, &bytes, why);
    else if (found == IMAGE_STORE_DONE)
        result = measure(r, &bytes, why);
    if (r->shot->role == VIEW_PORTRAIT)
        buf_add(&asking->portrait, bytes.data, bytes.len);
    else
        r->identity = IMAGE_RECORD_UNSURE;
    write_view(asking->sitter, guise, &r->view);
    buf_release(&bytes);
    return result;
}

void asking_release(struct asking *asking)
{
    buf_release(&asking->portrait);
}
