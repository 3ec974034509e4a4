/* Pictures that are the same, or nearly so, of two people: the same bytes or
 * pixels among all images; among portraits also the same look, by the Hamming
 * distance of their perceptual hashes dhash and phash, 128 bits taken together.
 * Two hashes that differ in at most B bits agree in one of B + 1 pieces, so
 * that only those are compared (pigeonhole). Where very many agree in a piece,
 * each is compared with the LIKENESS_NEAR next to it. Of SHA-256 the first 64
 * bits are compared. Memory: 32 bytes an image, and 40 a portrait. */
#ifndef LINT_LIKENESS_H
#define LINT_LIKENESS_H

#include <stddef.h>
#include <stdint.h>

#include "lint/finding.h"
#include "lint/matches.h"
#include "lint/people.h"
#include "lint/person.h"

#define LIKENESS_BITS 128
#define LIKENESS_MOST 31  /* bits that may be asked for as a budget */
#define LIKENESS_NEAR 256 /* portraits of one piece each is compared with */

/* A portrait that has both hashes. */
struct likeness_look {
    uint64_t hash[2]; /* dhash, phash */
    uint32_t person;
};

struct likeness {
    struct matches bytes, pixels;
    struct likeness_look *looks; /* owned */
    size_t count, cap;
};

/* Keeps what is needed at the end. */
void likeness_add(struct likeness *g, const struct person *p);

/* Looks at all of them. */
void likeness_end(struct likeness *g, const struct people *people,
                  struct findings *f);

void likeness_release(struct likeness *g);

#endif
