#include "config.h"

#include "fields.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base64.h"
#include "digest.h"
#include "json_write.h"

static struct field *add(struct fields *f, const char *name,
                         enum field_kind kind)
{
    if (f->count == FIELDS_LIMIT)
        abort(); /* a list in the source that is too long */
    struct field *item = &f->items[f->count++];
    *item = (struct field){.name = name, .kind = kind};
    return item;
}

void fields_text(struct fields *f, const char *name, const char *text)
{
    add(f, name, FIELD_TEXT)->text = text;
}

void fields_number(struct fields *f, const char *name, uint64_t number)
{
    struct field *item = add(f, name, FIELD_NUMBER);
    item->number = number;
    snprintf(item->digits, sizeof item->digits, "%" PRIu64, number);
}

void fields_decimal(struct fields *f, const char *name, const char *text)
{
    add(f, name, FIELD_DECIMAL)->text = text;
}

void fields_flag(struct fields *f, const char *name, bool on)
{
    add(f, name, FIELD_FLAG)->number = on;
}

void fields_image(struct fields *f, const char *name, const struct buf *bytes)
{
    add(f, name, FIELD_IMAGE)->bytes = bytes;
}

void fields_images(struct fields *f, const char *name,
                   const struct buf *bytes)
{
    add(f, name, FIELD_IMAGES)->bytes = bytes;
}

void fields_json(struct fields *f, const char *name, const char *json)
{
    add(f, name, FIELD_JSON)->text = json;
}

static void put_image(const struct buf *bytes, bool record, struct buf *out)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1];
    if (!record) {
        buf_putc(out, '"');
        base64_encode(bytes->data, bytes->len, out);
        buf_putc(out, '"');
        return;
    }
    digest_bytes(bytes->data, bytes->len, digest);
    digest_to_hex(digest, hex);
    buf_putc(out, '{');
    json_write_member(out, "sha256", hex);
    buf_putc(out, '}');
}

static void put_value(const struct field *item, bool record, struct buf *out)
{
    switch (item->kind) {
    case FIELD_TEXT:
        json_write_text(out, item->text);
        break;
    case FIELD_NUMBER:
        buf_put_u64(out, item->number);
        break;
    case FIELD_DECIMAL:
        if (record)
            json_write_text(out, item->text);
        else
            buf_puts(out, item->text);
        break;
    case FIELD_FLAG:
        buf_puts(out, item->number != 0 ? "true" : "false");
        break;
    case FIELD_IMAGE:
        put_image(item->bytes, record, out);
        break;
    case FIELD_IMAGES:
        buf_putc(out, '[');
        put_image(item->bytes, record, out);
        buf_putc(out, ']');
        break;
    case FIELD_JSON:
        buf_puts(out, item->text);
        break;
    }
}

static void put_object(const struct fields *f, bool record, struct buf *out)
{
    buf_putc(out, '{');
    for (size_t i = 0; i < f->count; i++) {
        json_write_name(out, f->items[i].name);
        put_value(&f->items[i], record, out);
    }
    buf_putc(out, '}');
}

void fields_send(const struct fields *f, struct buf *out)
{
    put_object(f, false, out);
}

void fields_record(const struct fields *f, struct buf *out)
{
    put_object(f, true, out);
}

const char *fields_image_type(const struct buf *bytes)
{
    if (bytes->len >= 8 && memcmp(bytes->data, "\x89PNG\r\n\x1a\n", 8) == 0)
        return "image/png";
    if (bytes->len >= 3 && memcmp(bytes->data, "\xff\xd8\xff", 3) == 0)
        return "image/jpeg";
    return "application/octet-stream";
}

static const char *form_text(const struct field *item)
{
    switch (item->kind) {
    case FIELD_NUMBER:
        return item->digits;
    case FIELD_FLAG:
        return item->number != 0 ? "true" : "false";
    default:
        return item->text;
    }
}

void fields_form(const struct fields *f, struct http_part parts[HTTP_PARTS])
{
    for (size_t i = 0; i < f->count; i++) {
        const struct field *item = &f->items[i];
        parts[i] = (struct http_part){.name = item->name};
        if (item->kind == FIELD_IMAGE) {
            parts[i].bytes = item->bytes->data;
            parts[i].len = item->bytes->len;
            parts[i].type = fields_image_type(item->bytes);
            parts[i].file = strcmp(parts[i].type, "image/jpeg") == 0
                                ? "portrait.jpg"
                                : "portrait.png";
        } else {
            parts[i].bytes = form_text(item);
            parts[i].len = strlen(parts[i].bytes);
        }
    }
}
