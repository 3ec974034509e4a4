/* The words of a test in C: TAP on stdout, one check a line, each with a name
 * that reads as a sentence. */
#ifndef TAP_H
#define TAP_H

#include <stdbool.h>
#include <stddef.h>

/* One check. Returns `passed`. */
bool tap_ok(bool passed, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

/* One check that `len` bytes are the string `wanted`; shows both if not. */
bool tap_same(const char *got, size_t len, const char *wanted,
              const char *name);

/* Prints the plan. Returns the program's exit status. */
int tap_done(void);

#endif
