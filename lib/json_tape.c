#include "config.h"

#include "json_tape.h"

#include <stdlib.h>

#include "alloc.h"

/* A new node, of which nothing is set. */
static struct json_node *add_node(struct json_tape *tape)
{
    if (tape->count == tape->cap) {
        tape->cap = tape->cap < 256 ? 256 : tape->cap + tape->cap / 2;
        tape->nodes = xrealloc(tape->nodes, tape->cap, sizeof *tape->nodes);
    }
    return &tape->nodes[tape->count++];
}

/* By the first byte of a value, less one; that of a number is any other. */
static const unsigned char kinds[256] = {
    ['n'] = JSON_NULL + 1,   ['f'] = JSON_FALSE + 1, ['t'] = JSON_TRUE + 1,
    ['"'] = JSON_STRING + 1, ['['] = JSON_ARRAY + 1, ['{'] = JSON_OBJECT + 1,
};

static unsigned kind_at(const struct json_tape *tape, size_t at)
{
    unsigned known = kinds[(unsigned char)tape->text[at]];
    return known > 0 ? known - 1 : JSON_NUMBER;
}

void json_tape_scalar(struct json_tape *tape, size_t at, size_t end,
                      bool escaped)
{
    unsigned kind = kind_at(tape, at);
    bool string = kind == JSON_STRING;
    *add_node(tape) = (struct json_node){
        .at = (uint32_t)at + string,
        .skip = 1,
        .kind = kind & 7u,
        .escaped = string && escaped,
        .size = (end - at - 2u * string) & (JSON_TAPE_TEXT - 1),
    };
}

size_t json_tape_begin(struct json_tape *tape, size_t at)
{
    *add_node(tape) = (struct json_node){.at = (uint32_t)at,
                                         .kind = kind_at(tape, at) & 7u};
    return tape->count - 1;
}

void json_tape_end(struct json_tape *tape, size_t number, size_t inside)
{
    tape->nodes[number].skip = (uint32_t)(tape->count - number);
    tape->nodes[number].size = inside & (JSON_TAPE_TEXT - 1);
}

void json_tape_release(struct json_tape *tape)
{
    free(tape->nodes);
    *tape = (struct json_tape){0};
}
