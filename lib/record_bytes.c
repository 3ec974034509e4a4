#include "config.h"

#include "record_bytes.h"

#include <string.h>

#include "json_edit.h"

void record_bytes_find(struct record_bytes *b, const struct json_scan *scan,
                       const char *line, size_t len)
{
    const struct json_member *split = json_scan_find(scan, "split");
    const char *from = line + len, *to = line + len;
    if (split != NULL)
        json_cut_find(scan, split, &from, &to);
    *b = (struct record_bytes){line, to, (size_t)(from - line),
                               (size_t)(line + len - to)};
}

void record_bytes_digest(const struct record_bytes *b,
                         unsigned char digest[DIGEST_BYTES])
{
    struct digest_stream s;
    digest_start(&s);
    digest_more(&s, b->head, b->head_len);
    digest_more(&s, b->tail, b->tail_len);
    digest_end(&s, digest);
}

size_t record_bytes_leaf(const unsigned char digest[DIGEST_BYTES],
                         const char *id, size_t id_len,
                         char leaf[RECORD_LEAF_LIMIT])
{
    char hex[DIGEST_HEX + 1];
    digest_to_hex(digest, hex);
    memcpy(leaf, hex, DIGEST_HEX);
    memcpy(leaf + DIGEST_HEX, "  ", 2);
    memcpy(leaf + DIGEST_HEX + 2, id, id_len);
    return DIGEST_HEX + 2 + id_len;
}

int record_bytes_leaf_id(const char *leaf, size_t len, const char **id,
                         size_t *id_len)
{
    const size_t before = DIGEST_HEX + 2;
    if (len < before || strspn(leaf, "0123456789abcdef") != DIGEST_HEX ||
        memcmp(leaf + DIGEST_HEX, "  ", 2) != 0 ||
        !record_id_valid(leaf + before, len - before))
        return -1;
    *id = leaf + before;
    *id_len = len - before;
    return 0;
}
