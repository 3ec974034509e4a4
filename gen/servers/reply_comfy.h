/* What ComfyUI answers, read. As in reply.h, nothing here talks or tells. */
#ifndef REPLY_COMFY_H
#define REPLY_COMFY_H

#include <stdbool.h>

#include "buf.h"

/* Appends the id of the job that POST /prompt has queued. Returns 0, or -1 with
 * a static text in *why. */
int reply_comfy_job(const struct buf *body, struct buf *id, const char **why);

/* Appends the name, with its folder, of what POST /upload/image has stored.
 * Returns as above. */
int reply_comfy_upload(const struct buf *body, struct buf *name,
                       const char **why);

enum reply_comfy_state {
    REPLY_COMFY_NONE, /* nothing is known of the job (yet) */
    REPLY_COMFY_DONE, /* the query of its first picture is in `query` */
    REPLY_COMFY_FAILED, /* what happened is in `why`, uncut */
    REPLY_COMFY_ODD     /* no history: `why` says so */
};

/* Reads GET /history/ID. The query is that of GET /view. */
enum reply_comfy_state reply_comfy_history(const struct buf *body,
                                           const char *id, struct buf *query,
                                           struct buf *why);

/* True if GET /queue names the job. */
bool reply_comfy_queued(const struct buf *body, const char *id);

#endif
