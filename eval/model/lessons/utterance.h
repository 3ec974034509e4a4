/* Words one after another, each a number in a lexicon (lexicon.h). */
#ifndef UTTERANCE_H
#define UTTERANCE_H

#include <stddef.h>
#include <stdint.h>

/* Starts as {0}; serves any number of texts. */
struct utterance {
    uint32_t *words; /* owned */
    size_t count, cap;
};

/* Adds a word. */
void utterance_add(struct utterance *u, uint32_t word);

/* Empties without freeing; frees. */
void utterance_clear(struct utterance *u);
void utterance_release(struct utterance *u);

#endif
