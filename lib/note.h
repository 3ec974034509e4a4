/* Signed notes (C2SP, signed-note): text, a blank line, then a line for each
 * signature:
 *
 *   — <key name> <base64 of (key id, 4 bytes, big-endian || signature)>
 *
 * All of it is UTF-8 without control characters but LF. The key is Ed25519,
 * and its id the start of SHA-256(name || 0x0a || 0x01 || public key).
 *
 * A note that nobody signed ends in its blank line. C2SP knows no such thing;
 * an unsigned release has one, so that signing it changes no other byte. */
#ifndef NOTE_H
#define NOTE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "sign.h"

#define NOTE_LIMIT ((size_t)1 << 20)  /* bytes of a note */
#define NOTE_SIGNATURES 100           /* at most, of whatever keys */
#define NOTE_SIGNATURE_LIMIT 8192     /* bytes of one: others sign with more */
#define NOTE_NAME_LIMIT 1024          /* bytes of a key's name */

/* A note that was read; it points into the bytes it was read from. */
struct note {
    const char *text; /* with its last LF, without the blank line */
    size_t text_len;
    const char *lines; /* of the signatures */
    size_t lines_len;
    size_t count; /* of them, whoever made them */
};

enum note_verdict {
    NOTE_VERIFIED, /* the key signed it */
    NOTE_UNKNOWN,  /* no signature is the key's */
    NOTE_FORGED,   /* one says that it is, and is not */
};

/* Reads a note. Returns NULL, or a static text that says what is wrong. */
const char *note_parse(struct note *n, const char *bytes, size_t len);

/* Looks for the signature of a key; those of other keys are passed over. */
enum note_verdict note_verify(const struct note *n, const char *name,
                              size_t name_len,
                              const unsigned char public_key[SIGN_PUBLIC]);

/* Appends the line with the signature of the text (which ends in LF). `secret`
 * is the seed and the public key, as in sign.h. */
void note_sign(const char *text, size_t len, const char *name,
               const unsigned char secret[SIGN_SECRET], struct buf *out);

/* The id of the key. */
uint32_t note_key_id(const char *name, size_t name_len,
                     const unsigned char public_key[SIGN_PUBLIC]);

/* Appends the key as verifiers take it: "<name>+<id in hex>+<base64>". */
void note_write_key(const char *name,
                    const unsigned char public_key[SIGN_PUBLIC],
                    struct buf *out);

/* True if a key may have that name: UTF-8 without control characters, blanks
 * of Unicode and plus signs, and not empty. */
bool note_name_valid(const char *name, size_t len);

#endif
