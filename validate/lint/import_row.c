#include "config.h"

#include "lint/import_row.h"

#include <cjson/cJSON.h>
#include <string.h>

#include "digest.h"
#include "json_edit.h"
#include "json_write.h"
#include "lint/asked.h"

#define ID_LIMIT 64 /* bytes */

int import_row_id(const struct json_rows *r, struct buf *id)
{
    const struct json_member *m = json_scan_find(&r->scan, "ID");
    if (m == NULL)
        return -1;
    size_t len = m->value_len;
    const char *text = json_member_plain(m, &len);
    if (text == NULL && m->value[0] >= '0' && m->value[0] <= '9') {
        text = m->value;
        len = m->value_len;
    }
    if (text == NULL || len == 0 || len > ID_LIMIT)
        return -1;
    buf_clear(id);
    buf_add(id, text, len);
    return 0;
}

/* Appends the sum of a picture, an object with its bytes; "" without any. */
static void write_sum(struct buf *out, const cJSON *picture)
{
    unsigned char digest[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1] = "";
    const char *bytes = asked_text(picture, "bytes");
    if (*bytes != '\0') {
        digest_bytes(bytes, strlen(bytes), digest);
        digest_to_hex(digest, hex);
    }
    json_write_text(out, hex);
}

static void write_sums(struct buf *out, const struct json_member *m)
{
    cJSON *tree = cJSON_ParseWithLength(m->value, m->value_len);
    const cJSON *picture;
    if (cJSON_IsObject(tree))
        write_sum(out, tree);
    if (cJSON_IsArray(tree))
        cJSON_ArrayForEach(picture, tree)
        {
            if (picture->prev != NULL && picture != tree->child)
                buf_putc(out, ',');
            write_sum(out, picture);
        }
    cJSON_Delete(tree);
}

void import_row_write(struct buf *out, const struct json_rows *r, uint64_t file,
                      uint64_t config, const char *set)
{
    const struct json_member *m = json_scan_find(&r->scan, "image");
    if (m == NULL)
        m = json_scan_find(&r->scan, "images");
    buf_putc(out, '{');
    json_write_member_u64(out, "file", file);
    json_write_member_u64(out, "line", r->row_line);
    json_write_member_u64(out, "config", config);
    json_write_member(out, "set", set);
    json_write_name(out, "images");
    buf_putc(out, '[');
    if (m != NULL)
        write_sums(out, m);
    buf_puts(out, "],\"row\":");
    if (m != NULL)
        json_cut(out, &r->scan, r->row.data, r->row.len, m);
    else
        buf_add(out, r->row.data, r->row.len);
    buf_putc(out, '}');
}
