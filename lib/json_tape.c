#include "config.h"

#include "json_tape.h"

#include <stdlib.h>

#include "alloc.h"

struct json_node *json_tape_add(struct json_tape *tape)
{
    if (tape->count == tape->cap) {
        tape->cap = tape->cap < 256 ? 256 : tape->cap + tape->cap / 2;
        tape->nodes = xrealloc(tape->nodes, tape->cap, sizeof *tape->nodes);
    }
    return &tape->nodes[tape->count++];
}

void json_tape_release(struct json_tape *tape)
{
    free(tape->nodes);
    *tape = (struct json_tape){0};
}
