#include "config.h"

#include "image_pin.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "canonical.h"
#include "json_scan.h"
#include "json_write.h"
#include "shape.h"

#define SCHEMA "palimpsest/pin/1"

void image_pin_name(const struct shot *shot, char file[IMAGE_RECORD_FILE + 1])
{
    snprintf(file, IMAGE_RECORD_FILE + 1, "%s.json", shot->id);
}

void image_pin_write(const struct image_record *r,
                     const char looks[DIGEST_HEX + 1], struct buf *out)
{
    buf_putc(out, '{');
    json_write_member(out, "schema", SCHEMA);
    json_write_member(out, "file", r->file);
    json_write_member(out, "sha256", r->sha256);
    json_write_member(out, "looks", looks);
    json_write_name(out, "alt");
    json_write_string(out, r->alt.data, r->alt.len);
    json_write_name(out, "source");
    buf_add(out, r->source.data, r->source.len);
    buf_puts(out, "}\n");
}

/* True if the file may be the shot's picture. */
static bool names_picture(const struct shot *shot, const char *file)
{
    char name[IMAGE_RECORD_FILE + 1];
    for (int f = IMAGE_PNG; f < IMAGE_FORMATS; f++) {
        image_record_name(shot, (enum image_format)f, name);
        if (strcmp(name, file) == 0)
            return true;
    }
    return false;
}

/* Copies a string member without escapes into `text` of `size` bytes. False if
 * there is none, or it is too long. */
static bool copy_plain(const struct json_scan *scan, const char *name,
                       char *text, size_t size)
{
    size_t len = 0;
    const struct json_member *m = json_scan_find(scan, name);
    const char *plain = m != NULL ? json_member_plain(m, &len) : NULL;
    if (plain == NULL || len >= size)
        return false;
    memcpy(text, plain, len);
    text[len] = '\0';
    return true;
}

/* Appends what the string member `alt` says. False if there is none. */
static bool copy_alt(const struct json_scan *scan, struct buf *alt)
{
    const struct json_member *m = json_scan_find(scan, "alt");
    cJSON *tree =
        m != NULL ? cJSON_ParseWithLength(m->value, m->value_len) : NULL;
    const char *text = cJSON_GetStringValue(tree);
    if (text != NULL)
        buf_puts(alt, text);
    cJSON_Delete(tree);
    return text != NULL;
}

static const char *read_members(struct image_pin *pin, const struct shot *shot,
                                const struct json_scan *scan)
{
    const struct json_member *schema = json_scan_find(scan, "schema");
    const struct json_member *source = json_scan_find(scan, "source");
    if (schema == NULL || !json_member_is(schema, SCHEMA))
        return "is no pin of a picture";
    if (!copy_plain(scan, "file", pin->file, sizeof pin->file) ||
        !names_picture(shot, pin->file))
        return "names no file of this picture";
    if (!copy_plain(scan, "sha256", pin->sha256, sizeof pin->sha256) ||
        !shape_hex(pin->sha256))
        return "has no sum of the picture";
    if (!copy_plain(scan, "looks", pin->looks, sizeof pin->looks) ||
        !shape_hex(pin->looks))
        return "has no sum of the looks";
    if (!copy_alt(scan, &pin->alt))
        return "has no description";
    if (source == NULL || source->value[0] != '{')
        return "has no source";
    buf_add(&pin->source, source->value, source->value_len);
    return NULL;
}

const char *image_pin_read(struct image_pin *pin, const struct shot *shot,
                           const struct buf *bytes)
{
    struct json_scan scan = {0};
    size_t len = bytes->len, column;
    const char *wrong = NULL;
    *pin = (struct image_pin){.alt = BUF_EMPTY, .source = BUF_EMPTY};
    if (len > 0 && bytes->data[len - 1] == '\n')
        len--;
    if (len == 0 || json_scan_check(&scan, bytes->data, len) < 0)
        wrong = "is not JSON";
    else if (canonical_check(bytes->data, len, &column) != NULL)
        wrong = "is not in the one spelling of records";
    else
        wrong = read_members(pin, shot, &scan);
    json_scan_release(&scan);
    return wrong;
}

void image_pin_release(struct image_pin *pin)
{
    buf_release(&pin->alt);
    buf_release(&pin->source);
}
