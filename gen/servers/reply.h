/* What image servers answer, read: JSON of unknown hands, checked strictly and
 * bounded before a tree is built of it; pictures in base64; reasons. Nothing
 * here talks to a server or tells anything. */
#ifndef REPLY_H
#define REPLY_H

#include <cjson/cJSON.h>

#include "backend.h"
#include "buf.h"

#define REPLY_VALUES ((size_t)1 << 16) /* JSON values in a reply, at most */

enum reply_kind {
    REPLY_IMAGE,    /* the picture is in reply->bytes */
    REPLY_AT_URL,   /* its address is in `url` */
    REPLY_FILTERED, /* the server hides what it made */
    REPLY_BAD       /* *why says what is wrong */
};

/* The tree of a reply, which the caller frees with cJSON_Delete(); or NULL and
 * a static text in *why. */
cJSON *reply_parse(const struct buf *body, const char **why);

/* Appends what a server says of an error, whole and in one line: it may repeat
 * the key, which goes before the text is cut (exchange_fail()). */
void reply_reason(const struct buf *body, struct buf *out);

/* Read the reply of a kind of server into bytes, seed and model of `reply`;
 * *why is a static text. */
enum reply_kind reply_sdapi(const struct buf *body,
                            struct backend_reply *reply, const char **why);
enum reply_kind reply_openai(const struct buf *body,
                             struct backend_reply *reply, struct buf *url,
                             const char **why);

/* Reads what a command says: a path, or {"path":..,"seed":..,"model":..}, in
 * one line. Appends the path. Returns 0, or -1 with a static text in *why. */
int reply_command(const struct buf *said, struct backend_reply *reply,
                  struct buf *path, const char **why);

/* The whole number a member has, within 0..2^53. Returns false if it has
 * none. */
bool reply_number(const cJSON *object, const char *name, uint64_t *number);

/* The member of that name, or NULL; and its string, or NULL. */
const cJSON *reply_member(const cJSON *object, const char *name);
const char *reply_text(const cJSON *object, const char *name);

#endif
