/* What the files of the compiler share. Each family of keywords adds the steps
 * for those of them that the schema under work has. */
#ifndef SCHEMA_COMPILE_PARTS_H
#define SCHEMA_COMPILE_PARTS_H

#include "schema/compile.h"
#include "schema/keyword.h"

#define COMPILE_LINKS ((size_t)10000000)

struct compiler {
    struct registry *registry;
    struct program *program;
    struct buf *why;
    bool formats;          /* asserted */
    uint32_t **known;      /* owned: of each document, of each node, the block
                              plus one, or 0; NULL for none */
    size_t known_count;    /* documents */
    struct names patterns; /* the texts of those compiled: their numbers */
    struct buf scratch;    /* a string while it is looked at */
    unsigned noted;        /* words looked at for notes */

    struct place schema;   /* under work */
    uint32_t *entered;     /* owned: resources that blocks are of */
    size_t entered_count;
    bool *is_entered;      /* owned: of the first `entered_room` resources */
    size_t entered_room;
    size_t linked;         /* blocks whose resources are in there */
    unsigned vocabularies; /* it is written in: bits 1 << enum vocabulary */
    uint32_t found[KEYWORDS]; /* nodes of the keywords it has, or 0 */
};

/* The value at a node of the document under work. */
struct value compile_value(const struct compiler *c, uint32_t node);

/* True if the schema under work has that keyword and knows it; *v is then its
 * value. */
bool compile_has(const struct compiler *c, enum keyword k, struct value *v);

/* The block of a schema, which is compiled in its turn; the same in the
 * document under work. */
uint32_t compile_block(struct compiler *c, struct place place);
uint32_t compile_inner(struct compiler *c, size_t node);

/* Adds a step for the keyword's value `node` and returns it, its operands being
 * 0; valid until the next is added. */
struct step *compile_step(struct compiler *c, enum op op, unsigned kinds,
                          size_t node);

/* Adds a number to the lists; a copy of a string, whose place is returned. */
void compile_list(struct compiler *c, uint32_t number);
uint32_t compile_string(struct compiler *c, struct value v);

/* Adds a compiled pattern, the text of which is the string `v`. Returns its
 * number, or -1 (told). */
int64_t compile_pattern(struct compiler *c, struct value v);

/* Tells what is wrong at a node; returns -1. */
int compile_fail(struct compiler *c, size_t node, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* Notes a keyword that is unknown, if one is near that may be meant. */
void compile_note_keyword(struct compiler *c, struct value name);

/* Tells that a format is unknown where a vocabulary demands that it be known,
 * and returns -1; else only notes it and returns 0. */
int compile_unknown_format(struct compiler *c, struct value v, bool demanded);

/* The families. Each returns 0, or -1 (told). */
int compile_scalars(struct compiler *c);
int compile_members(struct compiler *c);
int compile_elements(struct compiler *c);
int compile_refs(struct compiler *c);
int compile_logic(struct compiler *c);

/* True if the schema has a keyword that applies others to the same value, so
 * that what these evaluate counts. */
bool compile_is_joined(const struct compiler *c);

/* Finds the blocks that dynamic references can lead to by now. Returns 1 if any
 * were added, 0 if not, -1 if there are more than COMPILE_LINKS pairs of such a
 * reference and a resource (told). */
int compile_link(struct compiler *c);

/* Refuses schemas that apply themselves to the same value for ever. Returns 0,
 * or -1 with the reason in `why`. */
int compile_check_cycles(const struct program *p, struct buf *why);

/* Gives each block its short form. */
void compile_shorten(struct program *p);

#endif
