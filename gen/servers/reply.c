#include "config.h"

#include "reply.h"

#include <string.h>

#include "base64.h"
#include "json_scan.h"
#include "utf8.h"

#define NUMBER_MAX 9007199254740992.0 /* 2^53 */

cJSON *reply_parse(const struct buf *body, const char **why)
{
    struct json_scan scan = {0};
    cJSON *tree = NULL;
    if (body->len == 0)
        *why = "is empty";
    else if (json_scan_check(&scan, body->data, body->len) < 0)
        *why = "is not JSON";
    else if (scan.values > REPLY_VALUES)
        *why = "has too many values";
    else {
        tree = cJSON_ParseWithLength(body->data, body->len);
        *why = "is not JSON";
    }
    json_scan_release(&scan);
    return tree;
}

const cJSON *reply_member(const cJSON *object, const char *name)
{
    return cJSON_IsObject(object)
               ? cJSON_GetObjectItemCaseSensitive(object, name)
               : NULL;
}

const char *reply_text(const cJSON *object, const char *name)
{
    return cJSON_GetStringValue(reply_member(object, name));
}

static bool number(const cJSON *item, uint64_t *n)
{
    if (!cJSON_IsNumber(item) || !(item->valuedouble >= 0) ||
        item->valuedouble > NUMBER_MAX)
        return false;
    *n = (uint64_t)item->valuedouble;
    return (double)*n == item->valuedouble;
}

bool reply_number(const cJSON *object, const char *name, uint64_t *n)
{
    return number(reply_member(object, name), n);
}

/* The first string that is not empty among the members named, or NULL. */
static const char *first_text(const cJSON *object, const char *const *names)
{
    for (; *names != NULL; names++) {
        const char *text = reply_text(object, *names);
        if (text != NULL && text[0] != '\0')
            return text;
    }
    return NULL;
}

/* What an error's tree says: OpenAI's {"error":{"message":..}}, FastAPI's
 * {"detail":[{"msg":..}]}, and their like. */
static const char *reason_in(const cJSON *tree)
{
    static const char *const names[] = {"message", "detail", "error", "errors",
                                        NULL};
    static const char *const inner[] = {"message", "msg", "type", "code",
                                        NULL};
    const char *text = first_text(reply_member(tree, "error"), inner);
    if (text == NULL)
        text = first_text(cJSON_GetArrayItem(reply_member(tree, "detail"), 0),
                          inner);
    return text != NULL ? text : first_text(tree, names);
}

void reply_reason(const struct buf *body, struct buf *out)
{
    const char *why;
    cJSON *tree = reply_parse(body, &why);
    const char *text = reason_in(tree);
    size_t start = out->len;
    if (text != NULL)
        buf_puts(out, text);
    else if (body->len > 0)
        buf_add(out, body->data, body->len);
    else
        buf_puts(out, "and says no more");
    for (size_t i = start; i < out->len; i++)
        if (out->data[i] == '\0' || out->data[i] == '\n' ||
            out->data[i] == '\r')
            out->data[i] = ' ';
    cJSON_Delete(tree);
}

/* The picture that a string holds. */
static enum reply_kind read_base64(const char *text,
                                   struct backend_reply *reply,
                                   const char **why)
{
    if (base64_decode(text, strlen(text), &reply->bytes) < 0) {
        *why = "has a picture that is not whole base64";
        return REPLY_BAD;
    }
    if (reply->bytes.len > 0)
        return REPLY_IMAGE;
    *why = "has an empty picture";
    return REPLY_BAD;
}

/* Records hold no control characters; JSON of others may. */
static bool is_printable(const char *text)
{
    for (size_t len; *text != '\0'; text += len) {
        uint32_t point = utf8_decode(text, &len);
        if (point < 0x20 || (point >= 0x7f && point < 0xa0))
            return false;
    }
    return true;
}

static void read_model(const char *name, struct backend_reply *reply)
{
    size_t len = name != NULL ? strlen(name) : 0;
    if (len > 0 && len <= BACKEND_MODEL && is_printable(name))
        memcpy(reply->model, name, len + 1);
}

/* The member `info` of sdapi: JSON within a string, an object, or anything
 * else, then nothing is known. */
static void read_info(const cJSON *info, struct backend_reply *reply)
{
    const char *text = cJSON_GetStringValue(info), *why;
    cJSON *inner = NULL;
    if (text != NULL) {
        struct buf body = {.data = (char *)text, .len = strlen(text)};
        inner = reply_parse(&body, &why);
        info = inner;
    }
    reply->has_seed =
        number(cJSON_GetArrayItem(reply_member(info, "all_seeds"), 0),
               &reply->seed) ||
        reply_number(info, "seed", &reply->seed);
    read_model(reply_text(info, "sd_model_name"), reply);
    cJSON_Delete(inner);
}

enum reply_kind reply_sdapi(const struct buf *body,
                            struct backend_reply *reply, const char **why)
{
    cJSON *tree = reply_parse(body, why);
    if (tree == NULL)
        return REPLY_BAD;
    enum reply_kind kind = REPLY_BAD;
    /* One was asked for: any further ones are maps of extensions. */
    const cJSON *first =
        cJSON_GetArrayItem(reply_member(tree, "images"), 0);
    const char *text = cJSON_GetStringValue(first);
    *why = "has no picture";
    if (text != NULL)
        kind = read_base64(text, reply, why);
    read_info(reply_member(tree, "info"), reply);
    cJSON_Delete(tree);
    return kind;
}

/* True where the server says that it hides the picture. */
static bool is_filtered(const cJSON *object)
{
    static const char *const names[] = {"finish_reason", "finishReason", NULL};
    const char *reason = first_text(object, names);
    return reason != NULL && (strcmp(reason, "CONTENT_FILTERED") == 0 ||
                              strcmp(reason, "content_filter") == 0);
}

/* A picture, or its address: b64_json, url or a bare string. */
static enum reply_kind read_item(const cJSON *item,
                                 struct backend_reply *reply, struct buf *url,
                                 const char **why)
{
    static const char *const names[] = {"b64_json", "url", NULL};
    const char *text = cJSON_GetStringValue(item);
    if (text == NULL)
        text = first_text(item, names);
    if (text == NULL) {
        *why = "has no picture";
        return REPLY_BAD;
    }
    if (strncmp(text, "http://", 7) != 0 && strncmp(text, "https://", 8) != 0)
        return read_base64(text, reply, why);
    buf_puts(url, text);
    return REPLY_AT_URL;
}

enum reply_kind reply_openai(const struct buf *body,
                             struct backend_reply *reply, struct buf *url,
                             const char **why)
{
    cJSON *tree = reply_parse(body, why);
    if (tree == NULL)
        return REPLY_BAD;
    const cJSON *item = cJSON_GetArrayItem(reply_member(tree, "data"), 0);
    enum reply_kind kind = REPLY_FILTERED;
    if (!is_filtered(tree) && !is_filtered(item))
        kind = read_item(item, reply, url, why);
    reply->has_seed = reply_number(item, "seed", &reply->seed) ||
                      reply_number(tree, "seed", &reply->seed);
    read_model(reply_text(tree, "model"), reply);
    cJSON_Delete(tree);
    return kind;
}

static int read_command_object(const struct buf *line,
                               struct backend_reply *reply, struct buf *path,
                               const char **why)
{
    cJSON *tree = reply_parse(line, why);
    const char *text = reply_text(tree, "path");
    if (tree != NULL)
        *why = "has no path";
    if (text != NULL)
        buf_puts(path, text);
    reply->has_seed = reply_number(tree, "seed", &reply->seed);
    read_model(reply_text(tree, "model"), reply);
    cJSON_Delete(tree);
    return path->len > 0 ? 0 : -1;
}

int reply_command(const struct buf *said, struct backend_reply *reply,
                  struct buf *path, const char **why)
{
    struct buf line = *said;
    if (line.len > 0 && line.data[line.len - 1] == '\n')
        line.len--;
    *why = "is empty";
    if (line.len == 0)
        return -1;
    if (line.data[0] == '{')
        return read_command_object(&line, reply, path, why);
    *why = "is more than one line";
    if (memchr(line.data, '\n', line.len) != NULL ||
        memchr(line.data, '\0', line.len) != NULL)
        return -1;
    buf_add(path, line.data, line.len);
    return 0;
}
