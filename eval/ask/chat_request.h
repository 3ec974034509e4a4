/* Requests to servers of chats, as JSON: the body of OpenAI's POST
 * /v1/chat/completions, in the part of it that llama.cpp, vLLM and Ollama take,
 * too.
 *
 *   {"model":M,
 *    "messages":[{"role":"system","content":TEXT},
 *                {"role":"user","content":[
 *                   {"type":"image_url","image_url":{"url":"data:.."}},
 *                   {"type":"text","text":TEXT}]}],
 *    "temperature":0,"top_p":1,"seed":1,"max_tokens":N,
 *    "logprobs":true,"top_logprobs":20,
 *    "response_format":{"type":"json_object"}}
 *
 * The content is a string where there is no picture. The last two lines stand
 * only where they are asked for. */
#ifndef CHAT_REQUEST_H
#define CHAT_REQUEST_H

#include <stdbool.h>

#include "ask/messages.h"
#include "ask/pictures.h"
#include "buf.h"

struct chat_request {
    const char *model;   /* borrowed */
    unsigned max_tokens; /* of the reply */
    bool logprobs;
    bool json;           /* the reply must be a JSON object */
};

/* Appends the body; `id` is for messages about pictures, of which `pictures`
 * may be NULL where there are none. Returns 0, or -1 (told). */
int chat_request_write(const struct chat_request *r, const struct messages *m,
                       struct pictures *pictures, const char *id,
                       struct buf *out);

/* Appends the first two members, and leaves the object open. The same. */
int chat_request_begin(const char *model, const struct messages *m,
                       struct pictures *pictures, const char *id,
                       struct buf *out);

#endif
