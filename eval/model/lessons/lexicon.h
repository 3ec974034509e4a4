/* The words that a model knows, and their numbers. A text is cut into pieces
 * (pieces.h); a word is a piece with the blank before it, if there is one, so
 * that a text is what its words say one after another, less the blank at its
 * front. Text whose white space is single blanks comes back as it was.
 *
 *   0          the end of an answer
 *   1          a picture, other than the one that is seen
 *   2 .. 257   a byte each, for what holds other pieces than the known ones
 *   258 ..     all others, sorted bytewise
 *
 * Two things are shorter in what is asked than in what is answered, both at the
 * start of a line. A line that is in the prompt of every question ("Answer in
 * one sentence.") is one word, which is a line end and that line; so is a
 * whole message, such as a system message. And the mark of an option, "A. " or
 * "A: " to "D", is the letter's word alone, the one that answers a choice.
 *
 * As a file a lexicon is a JSON string a line, by number; the sum of these
 * bytes names it. Everything is owned and lives until lexicon_release(). */
#ifndef LEXICON_H
#define LEXICON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "diag.h"
#include "digest.h"
#include "exam/pool.h"
#include "lessons/utterance.h"

#define LEXICON_END 0
#define LEXICON_PICTURE 1
#define LEXICON_BYTES 2   /* and those behind it */
#define LEXICON_FIRST 258 /* of those that are no marks or bytes */
#define LEXICON_LIMIT ((size_t)1 << 20) /* words */
#define LEXICON_FILE_LIMIT ((size_t)64 << 20) /* bytes */
#define LEXICON_NONE UINT32_MAX

/* Starts as {0}. */
struct lexicon {
    struct text *words; /* owned: by number; "" for the first ones */
    size_t count, cap;
    uint32_t *slots;    /* owned: hash table of numbers + 1; 0 is free */
    size_t slot_count;  /* a power of two */
    char sha256[DIGEST_HEX + 1]; /* of the file; once it is sealed */
    struct pool pool;
    struct buf scratch; /* owned: a word while it is looked up */
};

/* Takes in the words of a text; a line, or a whole message, as one word. */
void lexicon_learn(struct lexicon *l, struct text text);
void lexicon_learn_line(struct lexicon *l, struct text line);

/* Sorts and numbers the words, once all are there. Returns 0, or -1 (told) if
 * there are more than LEXICON_LIMIT. */
int lexicon_seal(struct lexicon *l);

/* Appends the file of a sealed lexicon. */
void lexicon_write(const struct lexicon *l, struct buf *out);

/* Reads such a file, which may come from anywhere. Returns EXIT_OK, or what to
 * exit with (told); either way it ends with lexicon_release(). */
enum exit_status lexicon_read(struct lexicon *l, const char *path);

/* The number of a word, with its blank (" Rome"), or LEXICON_NONE. */
uint32_t lexicon_find(const struct lexicon *l, struct text word);

/* Appends the words of a text. Any number of threads may do so at once. */
void lexicon_encode(const struct lexicon *l, struct text text,
                    struct utterance *out);

/* Appends what words say, up to the end mark; bytes that are no UTF-8 come out
 * as U+FFFD. */
void lexicon_decode(const struct lexicon *l, const uint32_t *words,
                    size_t count, struct buf *out);

void lexicon_release(struct lexicon *l);

#endif
