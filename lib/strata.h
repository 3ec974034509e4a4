/* The values that a fact has among people, numbered from 0 in the order they
 * come: by "gender", three strata. A value is a string or a whole number, as
 * its record spells it, quotes and all. Values are told apart by their SHA-256,
 * so that memory is fixed: 3 MiB, when all STRATA_LIMIT are there. */
#ifndef STRATA_H
#define STRATA_H

#include <stddef.h>
#include <stdint.h>

#include "digest.h"
#include "json_scan.h"

#define STRATA_LIMIT 65536

/* What a fact can be instead of the number of a stratum. */
enum strata_failure {
    STRATA_ABSENT = -1, /* there is none, or it is no string or whole number */
    STRATA_FULL = -2,   /* it is one value more than STRATA_LIMIT */
};

struct strata {
    unsigned char (*digests)[DIGEST_BYTES]; /* owned: by number */
    uint32_t *slots; /* owned: hash table of numbers + 1; 0 is free */
    size_t count;    /* strata */
    size_t cap;      /* room for them; twice as many slots, a power of two */
};

/* Starts as {0}. The number of a value. Returns it, or STRATA_FULL. */
long strata_number(struct strata *s, const char *value, size_t len);

/* Finds a person's fact: facts.FIELD of a record that was scanned. `scratch` is
 * for its facts, and serves any number of people. Returns the value, of *len
 * bytes, in the record's text; or NULL if there is none that is a string or a
 * whole number. */
const char *strata_value(struct json_scan *scratch,
                         const struct json_scan *record, const char *field,
                         size_t *len);

/* Both: the number of a person's stratum, or an enum strata_failure. */
long strata_of(struct strata *s, struct json_scan *scratch,
               const struct json_scan *record, const char *field);

/* Why there is none, as a static text. */
const char *strata_reason(long failure);

void strata_release(struct strata *s);

#endif
