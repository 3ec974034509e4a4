/* What servers of chats reply, read: JSON of unknown hands, checked strictly
 * and bounded. Nothing here talks to a server or tells anything.
 *
 *   {"model":..,"system_fingerprint":..,
 *    "choices":[{"message":{"content":..,"refusal":..},"finish_reason":..,
 *                "logprobs":{"content":[{"token":..,"logprob":..,
 *                   "top_logprobs":[{"token":..,"logprob":..},..]},..]}}],
 *    "usage":{"prompt_tokens":..,"completion_tokens":..}}
 *
 * All but the first choice's message may be null or absent. A content that is
 * null is what was refused, or empty. NUL in a text becomes U+FFFD.
 *
 * Letters are read off the first token that is not blank. Of the likeliest ones
 * at its place, and itself, those that are "A" but for blanks around it (also
 * as tokenizers write these) are all A: their probabilities are added. */
#ifndef CHAT_REPLY_H
#define CHAT_REPLY_H

#include <stdbool.h>
#include <stddef.h>

#include "ask/asking.h"
#include "buf.h"
#include "json_scan.h"
#include "json_tape.h"
#include "schema/value.h"

#define CHAT_REPLY_VALUES ((size_t)1 << 20) /* JSON values, at most */

/* Serves any number of replies; starts as {0}. */
struct chat_reader {
    struct json_scan scan;
    struct json_tape tape; /* of the body read last */
    struct buf scratch;
};

/* Indexes a body. Returns NULL, or a static text that goes on "a reply that
 * ..."; the body's root is then no value. */
const char *chat_reader_index(struct chat_reader *c, const struct buf *body);

/* Reads a reply into response, finish, model, fingerprint and tokens, and if
 * `letters`, these. Returns the same. */
const char *chat_reply_read(struct chat_reader *c, const struct buf *body,
                            bool letters, struct reply *r);

/* Appends what a server says of an error, whole and in one line: it may repeat
 * the key, which goes before the text is cut. */
void chat_reply_reason(struct chat_reader *c, const struct buf *body,
                       struct buf *out);

void chat_reader_release(struct chat_reader *c);

#endif
