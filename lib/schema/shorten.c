#include "config.h"

#include "schema/compile_parts.h"

#define STEPS_MOST 16  /* of a short form */
#define VISITS_MOST 16 /* blocks looked into for one step */

/* The short form of a block while it is made. */
struct shortening {
    const struct program *program;
    struct step steps[STEPS_MOST];
    uint32_t count;
    unsigned visits;
    bool differs; /* from the block's own steps */
};

static bool is_scalar(const struct step *s)
{
    return s->op < OP_UNIQUE;
}

static bool add_step(struct shortening *h, const struct step *s)
{
    if (h->count == STEPS_MOST)
        return false;
    h->steps[h->count++] = *s;
    return true;
}

static bool add_inner(struct shortening *h, const struct step *s);

/* Adds all steps of a block. False if some is not about the value alone, or it
 * is too much. */
static bool add_block(struct shortening *h, uint32_t block)
{
    const struct block *b = &h->program->blocks[block];
    if (h->visits++ == VISITS_MOST)
        return false;
    for (uint32_t i = 0; i < b->count; i++) {
        const struct step *s = &h->program->steps[b->first + i];
        if (is_scalar(s) ? !add_step(h, s) : !add_inner(h, s))
            return false;
    }
    return true;
}

/* Adds the steps of the blocks that a step applies to the same value. */
static bool add_inner(struct shortening *h, const struct step *s)
{
    if (s->op == OP_REF)
        return add_block(h, s->a);
    if (s->op != OP_ALL)
        return false;
    for (uint32_t i = 0; i < s->b; i++)
        if (!add_block(h, h->program->lists[s->a + i]))
            return false;
    return true;
}

/* Makes the short form of a block. False if that is too long. */
static bool read_block(struct shortening *h, const struct block *b)
{
    for (uint32_t i = 0; i < b->count; i++) {
        const struct step *s = &h->program->steps[b->first + i];
        uint32_t before = h->count;
        h->visits = 0;
        if (add_inner(h, s)) {
            h->differs = true;
            continue;
        }
        h->count = before;
        if (!add_step(h, s))
            return false;
    }
    return true;
}

static bool all_scalar(const struct step *steps, uint32_t count)
{
    for (uint32_t i = 0; i < count; i++)
        if (!is_scalar(&steps[i]))
            return false;
    return true;
}

void compile_shorten(struct program *p)
{
    size_t most = 2 * p->step_count; /* for the memory of many references */
    for (size_t i = 0; i < p->block_count; i++) {
        struct block *b = &p->blocks[i];
        struct shortening h = {.program = p};
        b->short_first = b->first;
        b->short_count = b->count;
        if (p->step_count < most && read_block(&h, b) && h.differs) {
            b->short_first = (uint32_t)p->step_count;
            b->short_count = h.count;
            for (uint32_t k = 0; k < h.count; k++) {
                p->steps = program_grow(p->steps, p->step_count,
                                        sizeof *p->steps);
                p->steps[p->step_count++] = h.steps[k];
            }
        }
        b->scalar = all_scalar(p->steps + b->short_first, b->short_count);
    }
}
