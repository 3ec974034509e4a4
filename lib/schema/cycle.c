#include "config.h"

#include <stdlib.h>

#include "alloc.h"
#include "schema/compile_parts.h"

/* Blocks that a block applies to the same value, whatever the value is like;
 * and a walk over them that looks for one that leads to itself. Where dynamic
 * references lead depends on the way there: these are left to the limit of
 * depth. */
struct cycle {
    const struct program *program;
    uint32_t *targets; /* owned: of all blocks, one after another */
    size_t count, room;
    size_t *first;     /* owned: where those of each block begin, and the end */
    struct { uint32_t block; size_t next; } *path; /* owned */
    size_t depth;
    unsigned char *seen; /* owned: 0 new, 1 on the path, 2 done */
};

static void add(struct cycle *y, uint32_t block)
{
    if (block == PROGRAM_NONE)
        return;
    if (y->count == y->room) {
        y->room = y->room == 0 ? 16 : 2 * y->room;
        y->targets = xrealloc(y->targets, y->room, sizeof *y->targets);
    }
    y->targets[y->count++] = block;
}

static void add_targets(struct cycle *y, const struct step *s)
{
    const struct program *p = y->program;
    switch ((enum op)s->op) {
    case OP_REF:
    case OP_NOT:
        add(y, s->a);
        break;
    case OP_ALL:
    case OP_ANY:
    case OP_ONE:
        for (uint32_t i = 0; i < s->b; i++)
            add(y, p->lists[s->a + i]);
        break;
    case OP_IF:
        add(y, s->a);
        add(y, s->b);
        add(y, s->c);
        break;
    case OP_DEPENDENT:
        for (uint32_t i = 0; i < s->b; i++)
            add(y, p->dependencies[s->a + i].block);
        break;
    default:
        break;
    }
}

/* Lists the targets of all blocks. */
static void list_targets(struct cycle *y)
{
    const struct program *p = y->program;
    y->first = xmalloc(p->block_count + 1, sizeof *y->first);
    for (size_t i = 0; i < p->block_count; i++) {
        const struct block *b = &p->blocks[i];
        y->first[i] = y->count;
        for (uint32_t k = 0; k < b->count; k++)
            add_targets(y, &p->steps[b->first + k]);
    }
    y->first[p->block_count] = y->count;
}

static void enter(struct cycle *y, uint32_t block)
{
    y->path[y->depth].block = block;
    y->path[y->depth++].next = y->first[block];
    y->seen[block] = 1;
}

/* Walks from a block. Returns one that leads to itself, or NONE. */
static uint32_t walk(struct cycle *y, uint32_t block)
{
    enter(y, block);
    while (y->depth > 0) {
        uint32_t here = y->path[y->depth - 1].block;
        size_t at = y->path[y->depth - 1].next++;
        if (at == y->first[here + 1]) {
            y->seen[here] = 2;
            y->depth--;
            continue;
        }
        uint32_t next = y->targets[at];
        if (y->seen[next] == 1)
            return next;
        if (y->seen[next] == 0)
            enter(y, next);
    }
    return PROGRAM_NONE;
}

int compile_check_cycles(const struct program *p, struct buf *why)
{
    struct cycle y = {.program = p};
    uint32_t found = PROGRAM_NONE;
    y.path = xmalloc(p->block_count, sizeof *y.path);
    y.seen = xcalloc(p->block_count, sizeof *y.seen);
    list_targets(&y);
    for (uint32_t i = 0; i < p->block_count && found == PROGRAM_NONE; i++)
        if (y.seen[i] == 0)
            found = walk(&y, i);
    if (found != PROGRAM_NONE) {
        registry_tell_place(p->registry, p->blocks[found].place, why);
        buf_puts(why, "the schema applies itself to the same value for ever");
    }
    free(y.path);
    free(y.seen);
    free(y.targets);
    free(y.first);
    return found == PROGRAM_NONE ? 0 : -1;
}
