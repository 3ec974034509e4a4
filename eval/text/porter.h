/* The Porter stemmer as nltk 3.8's PorterStemmer does it by default (its mode
 * NLTK_EXTENSIONS), which is not quite that of Porter's paper of 1980: a table
 * of odd words, -ies and -ied of four letters, y after a consonant, -alli,
 * -bli, -fulli and -logi are dealt with otherwise. */
#ifndef PORTER_H
#define PORTER_H

#include <stddef.h>

/* Stems a word of `len` bytes in place. All is taken for a consonant that is
 * no lower-case a, e, i, o, u or y. Returns its new length, never more. */
size_t porter_stem(char *word, size_t len);

#endif
