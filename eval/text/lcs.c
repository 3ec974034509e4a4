#include "config.h"

#include "lcs.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define BLOCK 64 /* tokens of the pattern */

static size_t blocks_of(size_t tokens)
{
    return (tokens + BLOCK - 1) / BLOCK;
}

static struct lcs_list block_of(struct lcs_list pattern, size_t block)
{
    size_t start = block * BLOCK;
    size_t left = pattern.count - start;
    return (struct lcs_list){pattern.ids + start, left < BLOCK ? left : BLOCK};
}

static void reserve_masks(struct lcs *l, size_t tokens)
{
    if (tokens <= l->tokens)
        return;
    l->masks = xrealloc(l->masks, 2 * tokens, sizeof *l->masks);
    memset(l->masks + l->tokens, 0,
           (2 * tokens - l->tokens) * sizeof *l->masks);
    l->tokens = 2 * tokens;
}

static uint64_t *reserve(uint64_t **words, size_t *room, size_t needed)
{
    if (needed > *room) {
        *words = xrealloc(*words, 2 * needed, sizeof **words);
        *room = 2 * needed;
    }
    return *words;
}

static void set_masks(struct lcs *l, struct lcs_list block)
{
    for (size_t i = 0; i < block.count; i++)
        l->masks[block.ids[i]] |= (uint64_t)1 << i;
}

static void clear_masks(struct lcs *l, struct lcs_list block)
{
    for (size_t i = 0; i < block.count; i++)
        l->masks[block.ids[i]] = 0;
}

/* Takes the block past one token of the text. */
static uint64_t step(uint64_t bits, uint64_t mask, unsigned *carry)
{
    uint64_t equal = bits & mask, sum;
    unsigned over = __builtin_add_overflow(bits, equal, &sum);
    over |= __builtin_add_overflow(sum, (uint64_t)*carry, &sum);
    *carry = over;
    return sum | (bits & ~mask);
}

/* Takes a block, whose masks are set, past the text. `in` is what the block
 * before has handed over, or NULL for the first; what this one hands over goes
 * to `out` and its bits behind each token to `rows`, unless NULL. Returns the
 * last bits. */
static uint64_t pass(const struct lcs *l, struct lcs_list text,
                     const uint64_t *in, uint64_t *out, uint64_t *rows)
{
    uint64_t bits = UINT64_MAX;
    for (size_t from = 0; from < text.count; from += BLOCK) {
        size_t here = text.count - from < BLOCK ? text.count - from : BLOCK;
        uint64_t given = in != NULL ? in[from / BLOCK] : 0, handed = 0;
        for (size_t i = 0; i < here; i++) {
            unsigned carry = (given >> i) & 1;
            bits = step(bits, l->masks[text.ids[from + i]], &carry);
            handed |= (uint64_t)carry << i;
            if (rows != NULL)
                rows[from + i] = bits;
        }
        if (out != NULL)
            out[from / BLOCK] = handed;
    }
    return bits;
}

/* The same with the masks set and cleared. */
static uint64_t pass_block(struct lcs *l, struct lcs_list block,
                           struct lcs_list text, const uint64_t *in,
                           uint64_t *out, uint64_t *rows)
{
    set_masks(l, block);
    uint64_t bits = pass(l, text, in, out, rows);
    clear_masks(l, block);
    return bits;
}

size_t lcs_length(struct lcs *l, struct lcs_list pattern, struct lcs_list text,
                  size_t tokens)
{
    if (pattern.count > text.count) {
        struct lcs_list swap = pattern;
        pattern = text;
        text = swap;
    }
    size_t blocks = blocks_of(pattern.count), length = 0;
    reserve_masks(l, tokens);
    uint64_t *carry = NULL;
    if (blocks > 1)
        carry = reserve(&l->carries, &l->carry_room, blocks_of(text.count));
    for (size_t b = 0; b < blocks; b++) {
        uint64_t bits = pass_block(l, block_of(pattern, b), text,
                                   b > 0 ? carry : NULL,
                                   b + 1 < blocks ? carry : NULL, NULL);
        length += (size_t)__builtin_popcountll(~bits);
    }
    return length;
}

/* Where the way back through the table is: behind so many tokens of both. */
struct way {
    size_t pattern, text;
};

/* Goes back through the rows of a block that starts at token `start`. */
static void go_back(const struct lcs *l, struct lcs_list pattern,
                    struct lcs_list text, size_t start, struct way *way,
                    unsigned char *marks)
{
    while (way->pattern > start && way->text > 0) {
        size_t i = way->pattern - 1, j = way->text - 1;
        if (pattern.ids[i] == text.ids[j]) {
            marks[i] = 1;
            way->pattern--;
            way->text--;
        } else if ((l->rows[j] >> (i - start) & 1) == 0) {
            way->text--;
        } else {
            way->pattern--;
        }
    }
}

/* What blocks hand over: a bit a token of the text each. */
struct carries {
    size_t words;    /* in one */
    size_t stride;   /* blocks in a group; the last may have fewer */
    size_t groups;
    uint64_t *kept;  /* what the first block of each group gets */
    uint64_t *group; /* what each block of one group gets */
};

/* The least number whose square is not less. */
static size_t root_above(size_t n)
{
    size_t root = 1;
    while (root * root < n)
        root++;
    return root;
}

static struct carries open_carries(struct lcs *l, size_t blocks, size_t text)
{
    struct carries c = {.words = blocks_of(text), .stride = root_above(blocks)};
    c.groups = (blocks + c.stride - 1) / c.stride;
    c.kept = reserve(&l->carries, &l->carry_room,
                     (c.groups + c.stride) * c.words);
    c.group = c.kept + c.groups * c.words;
    memset(c.kept, 0, c.words * sizeof *c.kept);
    return c;
}

/* Makes what the first block of each group gets. */
static void keep_carries(struct lcs *l, struct lcs_list pattern,
                         struct lcs_list text, const struct carries *c)
{
    for (size_t g = 0; g + 1 < c->groups; g++) {
        uint64_t *next = c->kept + (g + 1) * c->words;
        memcpy(next, c->kept + g * c->words, c->words * sizeof *next);
        for (size_t b = g * c->stride; b < (g + 1) * c->stride; b++)
            pass_block(l, block_of(pattern, b), text, next, next, NULL);
    }
}

/* Makes what each of `count` blocks of group `g` gets. */
static void make_group(struct lcs *l, struct lcs_list pattern,
                       struct lcs_list text, const struct carries *c, size_t g,
                       size_t count)
{
    memcpy(c->group, c->kept + g * c->words, c->words * sizeof *c->group);
    for (size_t i = 0; i + 1 < count; i++)
        pass_block(l, block_of(pattern, g * c->stride + i), text,
                   c->group + i * c->words, c->group + (i + 1) * c->words,
                   NULL);
}

/* From the last block on; what the blocks hand over is not kept for all of
 * them, but for one of each group, and made again for the others. */
static void mark_blocks(struct lcs *l, struct lcs_list pattern,
                        struct lcs_list text, unsigned char *marks)
{
    size_t blocks = blocks_of(pattern.count);
    struct carries c = open_carries(l, blocks, text.count);
    struct way way = {pattern.count, text.count};
    keep_carries(l, pattern, text, &c);
    for (size_t g = c.groups; g-- > 0 && way.text > 0;) {
        size_t first = g * c.stride, count = blocks - first;
        if (count > c.stride)
            count = c.stride;
        make_group(l, pattern, text, &c, g, count);
        for (size_t i = count; i-- > 0 && way.text > 0;) {
            pass_block(l, block_of(pattern, first + i), text,
                       c.group + i * c.words, NULL, l->rows);
            go_back(l, pattern, text, (first + i) * BLOCK, &way, marks);
        }
    }
}

void lcs_mark(struct lcs *l, struct lcs_list pattern, struct lcs_list text,
              size_t tokens, unsigned char *marks)
{
    if (pattern.count == 0 || text.count == 0)
        return;
    reserve_masks(l, tokens);
    reserve(&l->rows, &l->row_room, text.count);
    if (pattern.count > BLOCK) {
        mark_blocks(l, pattern, text, marks);
        return;
    }
    struct way way = {pattern.count, text.count};
    uint64_t bits = pass_block(l, pattern, text, NULL, NULL, l->rows);
    if (bits != UINT64_MAX)
        go_back(l, pattern, text, 0, &way, marks);
}

void lcs_release(struct lcs *l)
{
    free(l->masks);
    free(l->rows);
    free(l->carries);
    *l = (struct lcs){0};
}
