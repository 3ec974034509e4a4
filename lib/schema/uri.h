/* URIs and references to them (RFC 3986): taken apart, and resolved against a
 * base. Both take any text and check nothing; format.h has what is valid. IRIs
 * (RFC 3987) have the same parts. */
#ifndef SCHEMA_URI_H
#define SCHEMA_URI_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"

/* A part of a text, borrowed. */
struct uri_part {
    const char *at; /* NULL if the part is not there, which is not empty */
    size_t len;     /* bytes */
};

/* The five parts, without the marks around them (":", "//", "?", "#"). */
struct uri {
    struct uri_part scheme, authority, path, query, fragment;
};

/* Takes `len` bytes apart; the path is always there. */
void uri_split(struct uri *u, const char *text, size_t len);

/* Appends what the reference `ref` means in a document at `base`: section 5.2
 * of the RFC. The base's fragment is left out, the reference's is kept. A base
 * without a scheme is resolved as if it had one: what comes of it has none. */
void uri_resolve(struct buf *out, const char *base, size_t base_len,
                 const char *ref, size_t ref_len);

/* Appends the text with %XX decoded. Returns 0, or -1 with `out` as it was: a
 * bad escape, or bytes that are no UTF-8. */
int uri_decode(struct buf *out, const char *text, size_t len);

/* Appends the text, which is valid UTF-8, as a fragment: bytes that may not
 * stand in one are written %XX. */
void uri_add_fragment(struct buf *out, const char *text, size_t len);

#endif
