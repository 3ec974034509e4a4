/* The network: passages forward, and the gradient of whatever is made of their
 * logits backward.
 *
 * A decoder only: x = embedding + position; each block adds first attention,
 * then a perceptron, both of the normed x (RMSNorm, eps 1e-5), with QuickGELU
 * x * sigmoid(1.702 x); logits = norm(x) E^T. A picture becomes four tokens
 * before the words: three 3x3 convolutions of stride 2 with ReLU (3-16-32-64
 * channels, 64 -> 32 -> 16 -> 8 pixels a side), and each quadrant of the map
 * one linear map to a token.
 *
 * The same bits come out whatever the processor, the compiler and the other
 * passages of a batch (kernels.h says in which order sums are taken). A network
 * is only read and may be shared by threads; a workspace belongs to one. */
#ifndef NET_NETWORK_H
#define NET_NETWORK_H

#include <stddef.h>
#include <stdint.h>

#include "net/kernels.h"
#include "net/real.h"
#include "net/shape.h"

/* Words with at most one picture before them, of which those from `answer` on
 * are to be predicted. All is borrowed. */
struct passage {
    const uint32_t *words; /* each below the vocabulary */
    size_t count;          /* of words, 1 or more */
    size_t answer;         /* index of the first word predicted, to `count`;
                              1 or more where there is no picture */
    const real *picture;   /* [3][64][64], red first, -1 .. 1; or NULL */
    uint32_t shift;        /* position of the first token; all tokens lie below
                              the context: passage_tokens() + shift <= context */
};

struct network {
    const struct shape *shape;   /* borrowed, as all of it */
    const struct layout *layout;
    const real *weights;         /* layout->total numbers */
    enum kernels kernels;        /* 0: the best that the processor has */
};

struct tape;

/* What one thread computes in: starts as {0}, grows as needed, and keeps what
 * it has for the next batch. Owned by it until workspace_release(); the results
 * are those of the last forward pass. */
struct workspace {
    size_t rows;       /* words predicted, passage by passage */
    size_t *first;     /* [passages + 1] the first row of each, then `rows` */
    uint32_t *targets; /* [rows] the words */
    real *logits;      /* [rows][vocabulary] */
    real *logp;        /* [rows] log-probability of the target */
    uint32_t *best;    /* [rows] the likeliest word, of equals the lowest */
    real *greatest;    /* [rows] its logit */
    real *total;       /* [rows] sum of exp(logit - greatest) */
    struct tape *tape; /* what the backward pass needs */
};

void workspace_release(struct workspace *ws);

/* How many tokens a passage makes: those of its picture, and its words but for
 * the last, which only is predicted. */
size_t passage_tokens(const struct passage *p);

/* The logits at the words to be predicted of `count` passages, and what
 * `struct workspace` says beside them. */
void network_forward(const struct network *net, struct workspace *ws,
                     const struct passage *passages, size_t count);

/* Adds the gradient of a loss to `gradient` (layout->total numbers, laid out as
 * the weights are). Follows network_forward() of the same passages; the caller
 * has made of ws->logits, in place, the loss's derivative by each logit. */
void network_backward(const struct network *net, struct workspace *ws,
                      const struct passage *passages, size_t count,
                      real *gradient);

/* Makes of ws->logits, in place, coefficient[row] * (softmax - one hot): the
 * derivative of the sum over rows of -coefficient[row] * log p(target). */
void rows_cross_entropy(const struct network *net, struct workspace *ws,
                        const real *coefficient);

/* Makes of ws->logits, in place, the probabilities of all words. */
void rows_softmax(const struct network *net, struct workspace *ws);

#endif
