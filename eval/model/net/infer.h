/* Answers word by word: a prompt is read once, its keys and values are kept,
 * and words are put behind it. The logits have the bits that network_forward()
 * gives at the same place of the whole passage. */
#ifndef NET_INFER_H
#define NET_INFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "net/network.h"

/* What is kept of one prompt. Starts as {0}; owned until kept_release(). */
struct kept {
    real *numbers;  /* [layers][room][2 width]: keys, then values */
    size_t tokens;  /* kept of each layer */
    size_t room;    /* for tokens */
    uint32_t shift; /* position of the first */
};

void kept_release(struct kept *k);

/* Reads `count` prompts (all their words; `answer` is not looked at) and keeps
 * what they come to in kept[0..count-1]. ws->logits has a row a prompt: what
 * follows its last word; ws->first, best, greatest and total go with it. */
void infer_begin(const struct network *net, struct workspace *ws,
                 const struct passage *prompts, size_t count,
                 struct kept *kept);

/* Words put behind a prompt and what was committed of it. */
struct extension {
    struct kept *kept;
    const uint32_t *words;
    size_t count; /* 1 or more; kept->tokens + count + shift <= context */
    bool commit;  /* they stay; at most one a prompt and call, and the other
                     extensions of the same prompt do not see them */
};

/* Rows as of infer_begin(), one a word of each extension in turn: what follows
 * it. ws->first[i] is the first row of extension i. */
void infer_extend(const struct network *net, struct workspace *ws,
                  const struct extension *extensions, size_t count);

/* The log-probability of a word at a row of the last call. */
real infer_logp(const struct network *net, const struct workspace *ws,
                size_t row, uint32_t word);

#endif
