/* 64 bits that stand for texts which are too many to keep: the first bytes of
 * the SHA-256 of all of them, each with its NUL. */
#ifndef LINT_FINGERPRINT_H
#define LINT_FINGERPRINT_H

#include <stddef.h>
#include <stdint.h>

/* The fingerprint of `count` texts in that order; never 0. */
uint64_t fingerprint(const char *const *texts, size_t count);

#endif
