#include "config.h"

#include "record.h"

#include <string.h>

static const char *const kinds[RECORD_KINDS] = {
    [RECORD_FICTITIOUS] = "fictitious",
    [RECORD_CELEBRITY] = "celebrity",
    [RECORD_STRANGER] = "stranger",
    [RECORD_AUXILIARY] = "auxiliary",
};

bool record_id_valid(const char *id, size_t len)
{
    if (len == 0 || len > RECORD_ID_LIMIT)
        return false;
    for (size_t i = 0; i < len; i++) {
        char c = id[i];
        if (!(c >= 'a' && c <= 'z') && !(c >= '0' && c <= '9') && c != '_')
            return false;
    }
    return true;
}

const char *record_kind_name(enum record_kind kind)
{
    return kinds[kind];
}

enum record_kind record_kind_parse(const char *text, size_t len)
{
    for (int k = 0; k < RECORD_KINDS; k++)
        if (strlen(kinds[k]) == len && memcmp(kinds[k], text, len) == 0)
            return (enum record_kind)k;
    return RECORD_KINDS;
}

const char *record_head(const struct json_scan *scan, struct record_head *head)
{
    const struct json_member *schema = json_scan_find(scan, "schema");
    const struct json_member *id = json_scan_find(scan, "id");
    const struct json_member *kind = json_scan_find(scan, "kind");
    if (schema == NULL || !json_member_is(schema, RECORD_SCHEMA))
        return "the record's schema is not '" RECORD_SCHEMA "'";
    if (scan->values > RECORD_VALUES_LIMIT)
        return "the record holds more than 1048576 values";
    if (id == NULL)
        return "the record has no id";
    head->id = json_member_plain(id, &head->id_len);
    if (head->id == NULL || !record_id_valid(head->id, head->id_len))
        return "the id is not a string of 1 to 96 of a-z, 0-9 and _";
    memcpy(head->name, head->id, head->id_len);
    head->name[head->id_len] = '\0';
    size_t len = 0;
    const char *text = kind != NULL ? json_member_plain(kind, &len) : NULL;
    head->kind = text != NULL ? record_kind_parse(text, len) : RECORD_KINDS;
    if (head->kind == RECORD_KINDS)
        return "the kind is not fictitious, celebrity, stranger or auxiliary";
    return NULL;
}
