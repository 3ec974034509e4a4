/* The syntax of regular expressions by ECMA-262 (2020, section 21.2.1, with the
 * flag u), and what they mean, written for PCRE2: every construct of the one
 * becomes the plainest of the other, so that none of PCRE2's own gets through.
 * Reading takes time and memory in proportion to the text, at any nesting.
 *
 * The files ecma_*.c each read one part; they share the struct below. */
#ifndef SCHEMA_ECMA_H
#define SCHEMA_ECMA_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

#define ECMA_REPEAT 65535 /* most rounds of a repetition that PCRE2 counts */

enum ecma_kind { ECMA_PLAIN, ECMA_CAPTURE, ECMA_AHEAD, ECMA_BEHIND };

/* A pair of parentheses; group 0 is the whole expression. */
struct ecma_group {
    enum ecma_kind kind;
    size_t parent;       /* the group it stands in */
    size_t alternative;  /* of the parent's, from 0 */
    size_t alternatives; /* of its own, less 1 */
    size_t end;          /* where its ')' stands */
    size_t depth;        /* 0 for group 0 */
    bool captures;       /* is a capture or holds one */
    bool looks;          /* is in a group that looks and captures nothing */
    bool held;           /* is in one that captures */
    bool maybe, again;   /* it may be left out; it may be repeated */
    bool solid;          /* the alternative read so far takes a character */
    bool empty;          /* an alternative may take none */
};

/* A capture's name, decoded. */
struct ecma_name {
    size_t at, len;   /* in ecma.name_text */
    const char *text; /* the same, when all are known */
    size_t capture;
};

/* \1 or \k<name> */
struct ecma_reference {
    size_t capture;     /* from 1 */
    size_t group;       /* where it stands */
    size_t alternative; /* in that group */
    size_t at;          /* in the text */
};

struct ecma {
    const char *text, *at, *end; /* borrowed */
    const char *why;     /* static: what is wrong with the syntax, or NULL */
    const char *refused; /* static: what is right, but not done here, or NULL */
    struct buf out;      /* the expression for PCRE2 */
    bool anchored;       /* each alternative begins with '^' */
    bool second;         /* the second reading: all groups are known */

    struct ecma_group *groups; /* owned, in order of their '(' */
    size_t group_count, group_cap;
    size_t group;      /* the innermost open one */
    size_t *captures;  /* owned: their groups; [0] is group 0 */
    size_t capture_count, capture_cap;
    size_t capture_all; /* of the first reading */
    struct ecma_name *names; /* owned */
    size_t name_count, name_cap;
    struct buf name_text, name; /* of all; the one being read */
    struct ecma_reference *references; /* owned */
    size_t reference_count, reference_cap;

    size_t run;     /* characters since the last '|' that are not repeated */
    size_t longest; /* run */
    size_t repeats; /* least rounds of all repetitions of characters */
    bool long_step; /* one step may compare any number of them */
};

/* Reads `len` bytes and writes `out`. Returns 0, or -1 with `why` set. On 0
 * `refused` may be set. Either way ecma_release() follows. */
int ecma_read(struct ecma *e, const char *text, size_t len);
void ecma_release(struct ecma *e);

/* --- between the files of the reader: 0, or -1 with why set --- */

/* Sets `why`; returns -1. */
int ecma_wrong(struct ecma *e, const char *why);

/* True, and passes over it, if the text goes on with `word`. */
bool ecma_skip(struct ecma *e, const char *word);

/* Reads a number of decimal digits, at least one, into *number; one that is
 * too great is SIZE_MAX. */
int ecma_number(struct ecma *e, size_t *number);

/* Writes a character as a literal, inside a class or outside. Half a surrogate
 * pair matches nothing. */
void ecma_literal(struct ecma *e, uint32_t point);

/* Reads one character of the text as it stands. */
int ecma_point(struct ecma *e, uint32_t *point);

/* Reads what is behind a backslash and means one character, in a class or
 * outside. */
int ecma_escape(struct ecma *e, bool in_class, uint32_t *point);

/* Reads what is behind "\u". */
int ecma_unicode(struct ecma *e, uint32_t *point);

/* True if behind a backslash stands a set of characters: one of dDsSwWpP. */
bool ecma_is_set(const struct ecma *e);

/* Reads it and writes it, inside a class or as one. */
int ecma_set(struct ecma *e, bool in_class);

/* Reads the name of a property in braces, and writes the same for PCRE2. */
int ecma_property(struct ecma *e, bool negated);

/* Reads a class, behind its '['. */
int ecma_class(struct ecma *e);

/* Reads a capture's name, behind "(?<"; the rest of "\k" is "<name>". */
int ecma_name_capture(struct ecma *e);
int ecma_name_reference(struct ecma *e);

/* Sorts the names; none may be there twice. */
int ecma_names_sort(struct ecma *e);

/* Refers to a capture by its number. */
int ecma_refer(struct ecma *e, size_t capture);

/* What is refused of the references, or NULL. PCRE2 keeps what a group held in
 * an earlier round of a repetition, ECMA-262 forgets it; and PCRE2 lets a round
 * be empty that is not needed, ECMA-262 tries something else. */
const char *ecma_references_refused(const struct ecma *e);

#endif
