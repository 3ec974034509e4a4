#include "config.h"

#include "net/shape.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "rng.h"

/* Tensors outside the blocks, and in each. */
#define COMMON 10
#define IN_BLOCK 6

const char *shape_check(const struct shape *s)
{
    if (s->layers < 1 || s->layers > LAYERS_MAX)
        return "has no layers, or too many";
    if (s->width < HEAD || s->width > WIDTH_MAX || s->width % HEAD != 0)
        return "has a width that is no multiple of 32, or too large";
    if (s->context < 1 || s->context > CONTEXT_MAX)
        return "has no positions, or too many";
    if (s->vocabulary < 1 || s->vocabulary > VOCABULARY_MAX)
        return "has no words, or too many";
    return NULL;
}

/* Puts a tensor behind the others; dimensions of 0 are not there. */
static void put(struct layout *l, const char *name, size_t a, size_t b,
                size_t c, size_t d)
{
    struct tensor *t = &l->tensors[l->count++];
    size_t dims[TENSOR_RANK] = {a, b, c, d};
    snprintf(t->name, sizeof t->name, "%s", name);
    t->rank = 0;
    t->count = 1;
    for (unsigned i = 0; i < TENSOR_RANK && dims[i] > 0; i++) {
        t->dims[t->rank++] = dims[i];
        t->count *= dims[i];
    }
    t->offset = l->total;
    l->total += t->count;
}

static void put_stem(struct layout *l, size_t width)
{
    put(l, "stem.conv1.weight", 16, 3, 3, 3);
    put(l, "stem.conv1.bias", 16, 0, 0, 0);
    put(l, "stem.conv2.weight", 32, 16, 3, 3);
    put(l, "stem.conv2.bias", 32, 0, 0, 0);
    put(l, "stem.conv3.weight", 64, 32, 3, 3);
    put(l, "stem.conv3.bias", 64, 0, 0, 0);
    put(l, "stem.project", width, 1024, 0, 0);
}

static void put_block(struct layout *l, unsigned block, size_t width)
{
    const struct {
        const char *name;
        size_t rows, columns;
    } parts[IN_BLOCK] = {
        {"norm1", width, 0},       {"qkv", 3 * width, width},
        {"out", width, width},     {"norm2", width, 0},
        {"up", 4 * width, width},  {"down", width, 4 * width},
    };
    for (size_t i = 0; i < IN_BLOCK; i++) {
        char name[TENSOR_NAME];
        snprintf(name, sizeof name, "blocks.%u.%s", block, parts[i].name);
        put(l, name, parts[i].rows, parts[i].columns, 0, 0);
    }
}

void layout_make(struct layout *l, const struct shape *s)
{
    *l = (struct layout){0};
    l->tensors = xcalloc(COMMON + IN_BLOCK * s->layers, sizeof *l->tensors);
    put(l, "embed", s->vocabulary, s->width, 0, 0);
    put(l, "position", s->context, s->width, 0, 0);
    put_stem(l, s->width);
    for (unsigned i = 0; i < s->layers; i++)
        put_block(l, i, s->width);
    put(l, "norm", s->width, 0, 0, 0);
}

void layout_release(struct layout *l)
{
    free(l->tensors);
    *l = (struct layout){0};
}

const struct tensor *layout_find(const struct layout *l, const char *name)
{
    for (size_t i = 0; i < l->count; i++)
        if (strcmp(l->tensors[i].name, name) == 0)
            return &l->tensors[i];
    return NULL;
}

static bool ends_in(const char *name, const char *end)
{
    size_t len = strlen(name), tail = strlen(end);
    return len >= tail && strcmp(name + len - tail, end) == 0;
}

/* The standard deviation that a tensor's weights are drawn with. What a block
 * adds to x is made smaller the more blocks there are. */
static real deviation(const struct tensor *t, const struct shape *s)
{
    real inputs = 1;
    for (unsigned i = 1; i < t->rank; i++)
        inputs *= (real)t->dims[i];
    if (strcmp(t->name, "embed") == 0)
        return (real)0.05;
    if (strcmp(t->name, "position") == 0)
        return (real)0.02;
    if (strcmp(t->name, "stem.project") == 0)
        return (real)0.01;
    if (ends_in(t->name, ".weight"))
        return (real)__builtin_sqrtf((float)(2 / inputs));
    real usual = (real)0.5 / (real)__builtin_sqrtf((float)inputs);
    if (ends_in(t->name, ".out") || ends_in(t->name, ".down"))
        return usual / (real)__builtin_sqrtf((float)(2 * s->layers));
    return usual;
}

/* Twelve uniform numbers of 16 bits, whose sum has the mean 393210 and a
 * standard deviation of 65536. */
static real bell(struct rng *r)
{
    int64_t sum = 0;
    for (int i = 0; i < 3; i++) {
        uint64_t word = rng_u64(r);
        for (int j = 0; j < 4; j++)
            sum += (int64_t)(word >> (16 * j) & 0xffff);
    }
    return (real)(sum - 393210) / 65536;
}

void weights_init(const struct layout *l, const struct shape *s,
                  const char *seed, real *weights)
{
    for (size_t i = 0; i < l->count; i++) {
        const struct tensor *t = &l->tensors[i];
        real *at = weights + t->offset;
        if (t->rank == 1) {
            for (size_t j = 0; j < t->count; j++)
                at[j] = ends_in(t->name, "bias") ? 0 : 1;
            continue;
        }
        const char *parts[] = {"weights", seed, t->name};
        struct rng r;
        rng_init(&r, parts, 3);
        real scale = deviation(t, s);
        for (size_t j = 0; j < t->count; j++)
            at[j] = scale * bell(&r);
    }
}
