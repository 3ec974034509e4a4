#include "config.h"

#include "image_record.h"

#include <stdio.h>

#include "image_check.h"
#include "json_write.h"

void image_record_name(const struct shot *shot, enum image_format format,
                       char file[IMAGE_RECORD_FILE + 1])
{
    snprintf(file, IMAGE_RECORD_FILE + 1, "%s.%s", shot->id,
             image_extension(format));
}

void image_record_measure(struct image_record *r, const struct image *image,
                          const struct buf *bytes)
{
    unsigned char digest[DIGEST_BYTES];
    digest_bytes(bytes->data, bytes->len, digest);
    digest_to_hex(digest, r->sha256);
    image_pixels_digest(image, digest);
    digest_to_hex(digest, r->pixels);
    r->width = image->width;
    r->height = image->height;
    r->dhash = image_dhash(image);
    r->phash = image_phash(image);
    r->faults = image_check(image, bytes->data, bytes->len);
}

/* The rules it fails, as a JSON array. */
static void write_faults(const struct image_record *r, struct buf *out)
{
    struct buf words = BUF_EMPTY;
    image_fault_write(r->faults, &words);
    buf_add(out, words.data, words.len - 1); /* without its end */
    if (r->words.len > 0) {
        size_t from = r->faults == 0 ? 1 : 0;
        buf_add(out, r->words.data + from, r->words.len - from);
    }
    buf_putc(out, ']');
    buf_release(&words);
}

static void write_hash(struct buf *out, const char *name, uint64_t hash)
{
    char hex[IMAGE_HASH_HEX + 1];
    image_hash_hex(hash, hex);
    json_write_member(out, name, hex);
}

/* A member whose value is JSON already, or null if that is empty. */
static void write_json(struct buf *out, const char *name,
                       const struct buf *json)
{
    json_write_name(out, name);
    if (json->len > 0)
        buf_add(out, json->data, json->len);
    else
        buf_puts(out, "null");
}

static void write_path(const struct image_record *r, struct buf *out)
{
    struct buf path = BUF_EMPTY;
    buf_printf(&path, "%s/%s", r->person, r->file);
    json_write_member(out, "path", buf_string(&path));
    buf_release(&path);
}

void image_record_write(const struct image_record *r, struct buf *out)
{
    static const char *const identities[] = {"null", "false", "true"};
    buf_putc(out, '{');
    json_write_member(out, "id", r->shot->id);
    json_write_member(out, "role", view_role_name(r->shot->role));
    write_path(r, out);
    json_write_member(out, "sha256", r->sha256);
    json_write_member(out, "pixels_sha256", r->pixels);
    json_write_member_u64(out, "width", r->width);
    json_write_member_u64(out, "height", r->height);
    write_hash(out, "dhash", r->dhash);
    write_hash(out, "phash", r->phash);
    json_write_name(out, "qc");
    write_faults(r, out);
    json_write_name(out, "event");
    buf_puts(out, "null");
    write_json(out, "view", &r->view);
    json_write_name(out, "identity_checked");
    buf_puts(out, identities[r->identity]);
    json_write_name(out, "alt");
    json_write_string(out, r->alt.data, r->alt.len);
    write_json(out, "source", &r->source);
    buf_putc(out, '}');
}

void image_record_release(struct image_record *r)
{
    buf_release(&r->words);
    buf_release(&r->view);
    buf_release(&r->alt);
    buf_release(&r->source);
}
