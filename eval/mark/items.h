/* The normal form of a text: its words, numbers, dates and phone numbers one
 * after another, as marks compare them. Articles and signs are left out. A
 * capital A counts as an article only where a sentence begins with it. */
#ifndef ITEMS_H
#define ITEMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "mark/lexer.h"
#include "mark/terms.h"

#define ITEMS_TEXT 64 /* bytes of a quantity's normal form */

enum item_kind {
    ITEM_END,
    ITEM_WORD,
    ITEM_QUANTITY, /* a number, date or phone number */
    ITEM_ROUNDED,  /* feet or inches: some centimetres */
    ITEM_EITHER    /* a date that can be read in two ways */
};

struct item {
    enum item_kind kind;
    uint32_t word;   /* number of its normal form, or VOCABULARY_NONE */
    uint32_t other;  /* that of the date's other reading */
    uint64_t length; /* where rounded: parts of a centimetre (TERMS_DECIMALS) */
    bool breaks;     /* a sign that parts sentences comes before it */
    size_t from, to; /* bytes of the folded text */
    char text[ITEMS_TEXT]; /* a quantity's normal form, NUL-ended */
};

/* Starts as {0}. */
struct items {
    struct lexer lexer;
    struct vocabulary *learned; /* borrowed, or NULL */
    struct buf folded;          /* owned: the text, if it is not ASCII */
    struct buf text;            /* owned: a quantity */
    bool begins;                /* a sentence begins here */
    bool breaks;                /* a sign was passed */
    bool between;               /* the last item was the word "between" */
};

/* Starts on a text, UTF-8. `learned` is NULL, or the vocabulary of `t`, which
 * then takes in what is new. */
void items_start(struct items *in, const struct terms *t,
                 struct vocabulary *learned, const char *text, size_t len);

/* The next item; its kind is ITEM_END behind the last one. */
void items_next(struct items *in, struct item *item);

/* Appends the normal form of a text, a blank between two items. */
void items_write(struct items *in, const struct terms *t, const char *text,
                 size_t len, struct buf *out);

void items_release(struct items *in);

#endif
