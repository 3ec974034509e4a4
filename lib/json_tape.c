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

static enum json_kind kind_of(char first)
{
    switch (first) {
    case '"':
        return JSON_STRING;
    case '{':
        return JSON_OBJECT;
    case '[':
        return JSON_ARRAY;
    case 't':
        return JSON_TRUE;
    case 'f':
        return JSON_FALSE;
    case 'n':
        return JSON_NULL;
    default:
        return JSON_NUMBER;
    }
}

void json_tape_end(struct json_tape *tape, size_t number, size_t end,
                   bool escaped, size_t inside)
{
    struct json_node *n = &tape->nodes[number];
    size_t size = end - n->at;
    enum json_kind kind = kind_of(tape->text[n->at]);
    n->kind = kind & 7u;
    n->skip = (uint32_t)(tape->count - number);
    n->escaped = kind == JSON_STRING && escaped;
    if (kind == JSON_STRING) {
        n->at++;
        size -= 2;
    } else if (kind >= JSON_ARRAY) {
        size = inside;
    }
    n->size = size & (JSON_TAPE_TEXT - 1);
}

void json_tape_release(struct json_tape *tape)
{
    free(tape->nodes);
    *tape = (struct json_tape){0};
}
