/* What a model is made of: its sizes, the tensors that follow from them, where
 * each lies in one flat array of weights, and the weights it begins with.
 *
 *   embed                [vocabulary][width]   also the output: logits = x E^T
 *   position             [context][width]
 *   stem.conv1.weight    [16][3][3][3]         out, in, row, column
 *   stem.conv1.bias      [16]
 *   stem.conv2.weight    [32][16][3][3]        and so on to stem.conv3, of 64
 *   stem.project         [width][1024]
 *   blocks.N.norm1       [width]
 *   blocks.N.qkv         [3 width][width]      queries, then keys, then values
 *   blocks.N.out         [width][width]
 *   blocks.N.norm2       [width]
 *   blocks.N.up          [4 width][width]
 *   blocks.N.down        [width][4 width]
 *   norm                 [width]
 *
 * Matrices are row-major, [out][in], as torch has them. */
#ifndef NET_SHAPE_H
#define NET_SHAPE_H

#include <stddef.h>
#include <stdint.h>

#include "net/real.h"

#define HEAD 32          /* numbers of a head */
#define TENSOR_NAME 32   /* bytes of a name, with its NUL */
#define TENSOR_RANK 4    /* most dimensions */
#define LAYERS_MAX 64    /* limits of a shape that is read from a file */
#define WIDTH_MAX 4096
#define CONTEXT_MAX 4096
#define VOCABULARY_MAX 1000000

#define PICTURE_SIDE 64   /* pixels */
#define PICTURE_NUMBERS (3 * PICTURE_SIDE * PICTURE_SIDE)
#define PICTURE_TOKENS 4  /* before the words */

struct shape {
    uint32_t layers;     /* 1 .. LAYERS_MAX */
    uint32_t width;      /* a multiple of HEAD, to WIDTH_MAX */
    uint32_t context;    /* positions, to CONTEXT_MAX */
    uint32_t vocabulary; /* words, to VOCABULARY_MAX */
};

struct tensor {
    char name[TENSOR_NAME];
    unsigned rank;            /* dimensions, 1 .. TENSOR_RANK */
    size_t dims[TENSOR_RANK]; /* of which `rank` are in use */
    size_t offset;            /* of its first number in the weights */
    size_t count;             /* numbers */
};

struct layout {
    struct tensor *tensors; /* owned, in the order of their offsets */
    size_t count;           /* tensors */
    size_t total;           /* numbers of all of them */
};

/* What is wrong with a shape, in words that can follow its name; NULL if
 * nothing is. */
const char *shape_check(const struct shape *s);

/* The tensors of a shape that shape_check() has nothing to say about. */
void layout_make(struct layout *l, const struct shape *s);
void layout_release(struct layout *l);

/* The tensor of that name, borrowed, or NULL. */
const struct tensor *layout_find(const struct layout *l, const char *name);

/* Draws all weights, `layout->total` of them: bell-shaped (sums of twelve
 * uniform numbers), each tensor from a stream of its own under `seed` and its
 * name; gains are 1, biases 0. */
void weights_init(const struct layout *l, const struct shape *s,
                  const char *seed, real *weights);

#endif
