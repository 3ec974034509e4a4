/* Text with slots, compiled once and rendered often.
 *
 *   {slot}      the slot's value
 *   {Slot}      the same with its first ASCII letter in upper case
 *   {slot|a}    the value behind its article ("a", "an" or none)
 *   {one/many}  "one" for a singular verb, "many" for a plural one
 *
 * A brace stands for nothing else, and slots do not nest. Slots are known by
 * their place in the caller's list of names. */
#ifndef TEMPLATE_H
#define TEMPLATE_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

#define TEMPLATE_PARTS 64 /* at most in one template */

/* What a slot renders to; borrowed. */
struct template_value {
    const char *text;
    size_t len;
    const char *article; /* "a", "an", or "" */
};

struct template_part {
    const char *text;   /* plain text, or the singular verb; borrowed */
    size_t len;
    const char *plural; /* the plural verb, or NULL */
    size_t plural_len;
    int slot;           /* place in the list of names, or -1 */
    bool capital;       /* {Slot} */
    bool article;       /* {slot|a} */
};

struct template {
    struct template_part *parts; /* owned */
    size_t count;
    const char *reason; /* why it does not compile: static text */
    size_t column;      /* and at which byte, from 1 */
};

/* Compiles `text`, which must outlive the template. `names` ends in NULL.
 * Returns 0, or -1 with reason and column. */
int template_compile(struct template *t, const char *text,
                     const char *const *names);

/* How often a slot occurs. */
size_t template_uses(const struct template *t, int slot);

/* Appends the rendered text. `values` has one entry a name; those of slots
 * that occur must be set. `plural` picks verb forms. */
void template_render(const struct template *t,
                     const struct template_value *values, bool plural,
                     struct buf *out);

void template_release(struct template *t);

#endif
