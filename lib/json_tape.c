#include "config.h"

#include "json_tape.h"

#include <stdlib.h>

#include "alloc.h"

size_t json_tape_begin(struct json_tape *tape, size_t at)
{
    if (tape->count == tape->cap) {
        tape->cap = tape->cap < 256 ? 256 : tape->cap + tape->cap / 2;
        tape->nodes = xrealloc(tape->nodes, tape->cap, sizeof *tape->nodes);
    }
    tape->nodes[tape->count].at = (uint32_t)at;
    return tape->count++;
}

/* By the first byte of a value; that of a number is any other. */
static const unsigned char kinds[256] = {
    ['n'] = JSON_NULL + 1,   ['f'] = JSON_FALSE + 1, ['t'] = JSON_TRUE + 1,
    ['"'] = JSON_STRING + 1, ['['] = JSON_ARRAY + 1, ['{'] = JSON_OBJECT + 1,
};

void json_tape_end(struct json_tape *tape, size_t number, size_t end,
                   bool escaped, size_t inside)
{
    struct json_node *n = &tape->nodes[number];
    size_t at = n->at, size = end - at;
    unsigned known = kinds[(unsigned char)tape->text[at]];
    unsigned kind = known > 0 ? known - 1 : JSON_NUMBER;
    bool string = kind == JSON_STRING;
    size = kind >= JSON_ARRAY ? inside : size - 2u * string;
    *n = (struct json_node){
        .at = (uint32_t)at + string,
        .skip = (uint32_t)(tape->count - number),
        .kind = kind & 7u,
        .escaped = string && escaped,
        .size = size & (JSON_TAPE_TEXT - 1),
    };
}

void json_tape_release(struct json_tape *tape)
{
    free(tape->nodes);
    *tape = (struct json_tape){0};
}
