#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "json_member.h"
#include "schema/decimal.h"
#include "schema/value.h"

/* A member, sorted by its name. */
struct entry {
    struct json_member name; /* of it, only the name is set; comes first, as
                                json_member_order() wants it */
    size_t node;             /* the value */
};

/* An element and its hash. */
struct hashed {
    uint64_t hash;
    size_t node, index;
};

static struct json_member name_of(struct value v)
{
    struct json_member m = {.escaped = v.tape->nodes[v.node].escaped};
    m.name = value_raw(v, &m.name_len);
    return m;
}

static bool same_strings(struct value a, struct value b)
{
    struct json_member x = name_of(a), y = name_of(b);
    return json_member_same(&x, &y);
}

/* The members of an object, sorted by name; the caller frees them. */
static struct entry *sorted_members(struct value v)
{
    const struct json_node *nodes = v.tape->nodes;
    size_t count = nodes[v.node].size;
    struct entry *list = xmalloc(count, sizeof *list);
    struct value at = {v.tape, v.node + 1};
    for (size_t i = 0; i < count; i++) {
        list[i].name = name_of(at);
        list[i].node = at.node + 1;
        at.node += 1 + nodes[at.node + 1].skip;
    }
    qsort(list, count, sizeof *list, json_member_order);
    return list;
}

static bool same_objects(struct value a, struct value b, uint64_t *steps)
{
    size_t count = a.tape->nodes[a.node].size;
    bool same = true;
    if (count == 0)
        return true;
    struct entry *x = sorted_members(a), *y = sorted_members(b);
    for (size_t i = 0; i < count && same; i++)
        same = json_member_same(&x[i].name, &y[i].name) &&
               value_same((struct value){a.tape, x[i].node},
                          (struct value){b.tape, y[i].node}, steps);
    free(x);
    free(y);
    return same;
}

static bool same_arrays(struct value a, struct value b, uint64_t *steps)
{
    size_t count = a.tape->nodes[a.node++].size;
    bool same = true;
    b.node++;
    for (size_t i = 0; i < count && same; i++) {
        same = value_same(a, b, steps);
        a.node += a.tape->nodes[a.node].skip;
        b.node += b.tape->nodes[b.node].skip;
    }
    return same;
}

bool value_same(struct value a, struct value b, uint64_t *steps)
{
    const struct json_node *x = &a.tape->nodes[a.node];
    const struct json_node *y = &b.tape->nodes[b.node];
    if (*steps == 0 || x->kind != y->kind)
        return false;
    uint64_t cost = 1 + x->size / 16u; /* a long scalar takes long */
    *steps = cost < *steps ? *steps - cost : 0;
    switch ((enum json_kind)x->kind) {
    case JSON_NUMBER:
        return decimal_compare(a.tape->text + x->at, x->size,
                               b.tape->text + y->at, y->size) == 0;
    case JSON_STRING:
        return same_strings(a, b);
    case JSON_ARRAY:
        return x->size == y->size && same_arrays(a, b, steps);
    case JSON_OBJECT:
        return x->size == y->size && same_objects(a, b, steps);
    default:
        return true;
    }
}

/* Spreads the bits of a number over all others. */
static uint64_t mix(uint64_t x)
{
    x = (x ^ x >> 32) * 0xd6e8feb86659fd93u;
    x = (x ^ x >> 32) * 0xd6e8feb86659fd93u;
    return x ^ x >> 32;
}

static uint64_t hash_bytes(const char *text, size_t len)
{
    uint64_t hash = mix(len + 1);
    while (len >= 8) {
        uint64_t word;
        memcpy(&word, text, 8);
        hash = mix(hash ^ word);
        text += 8;
        len -= 8;
    }
    for (; len > 0; len--)
        hash = (hash ^ (unsigned char)*text++) * 0x100000001b3u;
    return mix(hash);
}

/* Elements count by their place, members do not. */
static uint64_t hash_children(struct value v, struct buf *scratch)
{
    const struct json_node *n = &v.tape->nodes[v.node];
    uint64_t hash = mix(n->kind + 16u);
    size_t count = n->size;
    v.node++;
    for (size_t i = 0; i < count; i++) {
        uint64_t name = 0;
        if (n->kind == JSON_OBJECT) {
            name = value_hash(v, scratch);
            v.node++;
        }
        uint64_t value = mix(value_hash(v, scratch) + 3 * name);
        hash = n->kind == JSON_OBJECT ? hash + value : mix(hash ^ value) + i;
        v.node += v.tape->nodes[v.node].skip;
    }
    return hash;
}

uint64_t value_hash(struct value v, struct buf *scratch)
{
    size_t len;
    const char *text;
    switch (value_kind(v)) {
    case JSON_NUMBER:
        text = value_raw(v, &len);
        return decimal_hash(text, len);
    case JSON_STRING:
        text = value_string(v, scratch, &len);
        return hash_bytes(text, len);
    case JSON_ARRAY:
    case JSON_OBJECT:
        return hash_children(v, scratch);
    default:
        return mix(value_kind(v));
    }
}

static int compare_hashed(const void *a, const void *b)
{
    const struct hashed *x = a, *y = b;
    if (x->hash != y->hash)
        return x->hash < y->hash ? -1 : 1;
    return (x->index > y->index) - (x->index < y->index);
}

bool value_twins(struct value array, struct buf *scratch, uint64_t *steps,
                 size_t *one, size_t *two)
{
    const struct json_tape *tape = array.tape;
    size_t count = tape->nodes[array.node].size, node = array.node + 1;
    bool found = false;
    if (count < 2)
        return false;
    struct hashed *list = xmalloc(count, sizeof *list);
    for (size_t i = 0; i < count; i++) {
        uint64_t hash = value_hash((struct value){tape, node}, scratch);
        list[i] = (struct hashed){hash, node, i};
        node += tape->nodes[node].skip;
    }
    qsort(list, count, sizeof *list, compare_hashed);
    for (size_t i = 0; i < count && !found; i++)
        for (size_t j = i + 1; j < count && !found; j++) {
            if (list[j].hash != list[i].hash || *steps == 0)
                break;
            found = value_same((struct value){tape, list[i].node},
                               (struct value){tape, list[j].node}, steps);
            *one = list[i].index;
            *two = list[j].index;
        }
    free(list);
    return found;
}
