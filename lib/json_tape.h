/* An index of a JSON text that json_scan makes in the same pass as its check:
 * a run of nodes in the order of the text, in place of a tree. All content
 * stays where it is, in the text.
 *
 * The children of an array or object follow it: its elements, or of each member
 * the name, a string, and then the value. Node `n` is followed on its own level
 * by node `n + nodes[n].skip`. Node 0 is the whole text.
 *
 * A node takes 12 bytes: together about as much as the text for records, six
 * times it for `[1,1,1]`, the worst there is, and half as much again to grow. */
#ifndef JSON_TAPE_H
#define JSON_TAPE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define JSON_TAPE_TEXT ((size_t)1 << 28) /* bytes a text must stay below */

enum json_kind {
    JSON_NULL,
    JSON_FALSE,
    JSON_TRUE,
    JSON_NUMBER,
    JSON_STRING,
    JSON_ARRAY,
    JSON_OBJECT,
};

struct json_node {
    uint32_t at;          /* offset of the first byte; of a string: behind its
                             quote */
    uint32_t skip;        /* nodes to the next one on this level */
    uint32_t kind : 3;    /* enum json_kind */
    uint32_t escaped : 1; /* a string with an escape in it */
    uint32_t size : 28;   /* bytes of a scalar, without quotes; elements of an
                             array; members of an object */
};

struct json_tape {
    const char *text;        /* borrowed: what the nodes are of */
    struct json_node *nodes; /* owned */
    size_t count;            /* of them */
    size_t cap;              /* room for so many */
};

/* A new node behind all others, of which nothing is set; valid until the next
 * is added. */
struct json_node *json_tape_add(struct json_tape *tape);

/* Frees what the struct owns. */
void json_tape_release(struct json_tape *tape);

#endif
