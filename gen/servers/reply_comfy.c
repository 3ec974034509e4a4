#include "config.h"

#include "reply_comfy.h"

#include <string.h>

#include "http_url.h"
#include "reply.h"

#define NAME_LIMIT 1024 /* bytes of ids and names */

/* Appends a member that is a string of 1 to NAME_LIMIT bytes. */
static int add_text(const cJSON *object, const char *name, struct buf *out)
{
    const char *text = reply_text(object, name);
    size_t len = text != NULL ? strlen(text) : 0;
    if (len == 0 || len > NAME_LIMIT)
        return -1;
    buf_add(out, text, len);
    return 0;
}

int reply_comfy_job(const struct buf *body, struct buf *id, const char **why)
{
    cJSON *tree = reply_parse(body, why);
    if (tree == NULL)
        return -1;
    int rc = add_text(tree, "prompt_id", id);
    if (rc < 0)
        *why = "has no prompt_id";
    cJSON_Delete(tree);
    return rc;
}

int reply_comfy_upload(const struct buf *body, struct buf *name,
                       const char **why)
{
    cJSON *tree = reply_parse(body, why);
    if (tree == NULL)
        return -1;
    if (add_text(tree, "subfolder", name) == 0)
        buf_putc(name, '/');
    int rc = add_text(tree, "name", name);
    if (rc < 0)
        *why = "has no name of the file";
    cJSON_Delete(tree);
    return rc;
}

/* The first picture that a node has saved, or else shown. */
static const cJSON *find_image(const cJSON *outputs)
{
    const cJSON *shown = NULL, *node, *image;
    cJSON_ArrayForEach(node, outputs)
        cJSON_ArrayForEach(image, reply_member(node, "images")) {
            const char *type = reply_text(image, "type");
            if (type != NULL && strcmp(type, "output") == 0)
                return image;
            if (shown == NULL)
                shown = image;
        }
    return shown;
}

static int put_query(const cJSON *image, struct buf *query)
{
    static const char *const names[] = {"filename", "subfolder", "type"};
    if (reply_text(image, "filename") == NULL)
        return -1;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *text = reply_text(image, names[i]);
        buf_printf(query, "%s%s=", i > 0 ? "&" : "", names[i]);
        http_url_escape(text != NULL ? text : "", query);
    }
    return 0;
}

/* What the message ["execution_error",{"exception_message":..}] says. */
static void put_error(const cJSON *status, struct buf *why)
{
    const cJSON *message;
    buf_puts(why, "failed at the job");
    cJSON_ArrayForEach(message, reply_member(status, "messages")) {
        const cJSON *detail = cJSON_GetArrayItem(message, 1);
        const char *kind = cJSON_GetStringValue(cJSON_GetArrayItem(message, 0));
        const char *text = reply_text(detail, "exception_message");
        const char *node = reply_text(detail, "node_type");
        if (kind == NULL || strcmp(kind, "execution_error") != 0 ||
            text == NULL)
            continue;
        buf_puts(why, ": ");
        if (node != NULL)
            buf_printf(why, "%s: ", node);
        buf_puts(why, text);
        return;
    }
}

static enum reply_comfy_state read_entry(const cJSON *entry,
                                         struct buf *query, struct buf *why)
{
    const cJSON *status = reply_member(entry, "status");
    const char *word = reply_text(status, "status_str");
    if (word != NULL && strcmp(word, "error") == 0) {
        put_error(status, why);
        return REPLY_COMFY_FAILED;
    }
    if (put_query(find_image(reply_member(entry, "outputs")), query) == 0)
        return REPLY_COMFY_DONE;
    buf_puts(why, "has done the job, but saved no picture");
    return REPLY_COMFY_FAILED;
}

enum reply_comfy_state reply_comfy_history(const struct buf *body,
                                           const char *id, struct buf *query,
                                           struct buf *why)
{
    const char *reason;
    cJSON *tree = reply_parse(body, &reason);
    if (!cJSON_IsObject(tree)) {
        buf_printf(why, "sent a history that %s",
                   tree == NULL ? reason : "is no object");
        cJSON_Delete(tree);
        return REPLY_COMFY_ODD;
    }
    const cJSON *entry = reply_member(tree, id);
    enum reply_comfy_state state = REPLY_COMFY_NONE;
    if (entry != NULL)
        state = read_entry(entry, query, why);
    cJSON_Delete(tree);
    return state;
}

bool reply_comfy_queued(const struct buf *body, const char *id)
{
    return body->len > 0 &&
           memmem(body->data, body->len, id, strlen(id)) != NULL;
}
