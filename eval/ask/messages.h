/* What is sent to a model: messages of a role, each of text with at most one
 * picture before it.
 *
 * The sum of messages is the SHA-256 of this JSON, compact and in this order,
 * in which a picture is its file's sum and stands only where there is one:
 *
 *   [{"role":"system"|"user"|"assistant","image":SHA256,"text":TEXT},..] */
#ifndef MESSAGES_H
#define MESSAGES_H

#include <stddef.h>

#include "buf.h"
#include "digest.h"
#include "exam/exam.h"

enum message_role { MESSAGE_SYSTEM, MESSAGE_USER, MESSAGE_ASSISTANT };

struct message {
    enum message_role role;
    const struct exam_image *image; /* borrowed from the exam, or NULL */
    size_t from, len;               /* its text, in the messages' */
};

/* Starts as {0}; serves any number of questions. */
struct messages {
    struct message *list; /* owned */
    size_t count, cap;
    struct buf text; /* owned: of all of them, one after another */
};

/* Begins a message whose text is added to `m->text` until the next one. */
void messages_begin(struct messages *m, enum message_role role,
                    const struct exam_image *image);

/* Ends the one that was begun. */
void messages_end(struct messages *m);

/* The text of a message, borrowed until the next change. */
struct text messages_text(const struct messages *m, size_t i);

/* "system", "user", "assistant". */
const char *message_role_name(enum message_role role);

/* The sum of messages, in hexadecimal. */
void messages_sum(const struct messages *m, char hex[DIGEST_HEX + 1]);

/* Empties without freeing; frees. */
void messages_clear(struct messages *m);
void messages_release(struct messages *m);

#endif
