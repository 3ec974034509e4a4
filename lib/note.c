#include "config.h"

#include "note.h"

#include <string.h>

#include "base64.h"
#include "digest.h"
#include "utf8.h"

#define ED25519 1 /* the type of our keys, as C2SP numbers them */
#define ID_BYTES 4

static const char dash[] = "\xe2\x80\x94 "; /* U+2014 */

/* One line of a signature. */
struct signature {
    const char *name;
    size_t name_len;
    unsigned char bytes[ID_BYTES + NOTE_SIGNATURE_LIMIT]; /* with the id */
    size_t len;
};

/* The blanks of Unicode (White_Space) that are no control characters below
 * U+0020. */
static bool is_blank(uint32_t point)
{
    return point == 0x20 || point == 0x85 || point == 0xa0 ||
           point == 0x1680 || (point >= 0x2000 && point <= 0x200a) ||
           point == 0x2028 || point == 0x2029 || point == 0x202f ||
           point == 0x205f || point == 0x3000;
}

bool note_name_valid(const char *name, size_t len)
{
    if (len == 0 || len > NOTE_NAME_LIMIT || !utf8_valid(name, len))
        return false;
    for (size_t i = 0, step; i < len; i += step) {
        uint32_t point = utf8_decode(name + i, &step);
        if (point < 0x20 || point == '+' || is_blank(point))
            return false;
    }
    return true;
}

/* Reads the line at *at, which ends in LF, and moves behind it. Returns 0, or
 * -1 if it is no line of a signature. */
static int read_signature(const char **at, const char *end,
                          struct signature *s)
{
    const char *name = *at + strlen(dash);
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    if ((size_t)(stop - *at) < strlen(dash) ||
        memcmp(*at, dash, strlen(dash)) != 0)
        return -1;
    const char *blank = memchr(name, ' ', (size_t)(stop - name));
    if (blank == NULL || !note_name_valid(name, (size_t)(blank - name)))
        return -1;
    s->name = name;
    s->name_len = (size_t)(blank - name);
    *at = stop + 1;
    return base64_decode_strict(blank + 1, (size_t)(stop - blank - 1),
                                s->bytes, sizeof s->bytes, &s->len) < 0 ||
                   s->len <= ID_BYTES
               ? -1
               : 0;
}

static const char *check_lines(struct note *n)
{
    struct signature s;
    const char *at = n->lines, *end = at + n->lines_len;
    while (at < end) {
        if (n->count == NOTE_SIGNATURES)
            return "has more than 100 signatures";
        if (read_signature(&at, end, &s) < 0)
            return "has a line behind its text that is no signature";
        n->count++;
    }
    return NULL;
}

static const char *check_bytes(const char *bytes, size_t len)
{
    if (len > NOTE_LIMIT)
        return "is larger than a note may be";
    if (!utf8_valid(bytes, len))
        return "is no UTF-8";
    for (size_t i = 0; i < len; i++)
        if ((unsigned char)bytes[i] < 0x20 && bytes[i] != '\n')
            return "holds a control character";
    if (len < 2 || bytes[len - 1] != '\n')
        return "does not end in a line end";
    return NULL;
}

const char *note_parse(struct note *n, const char *bytes, size_t len)
{
    const char *wrong = check_bytes(bytes, len);
    if (wrong != NULL)
        return wrong;
    size_t at = len - 1; /* the blank line's LF: the last behind another */
    while (at > 0 && (bytes[at] != '\n' || bytes[at - 1] != '\n'))
        at--;
    if (at == 0)
        return "has no blank line behind its text";
    *n = (struct note){bytes, at, bytes + at + 1, len - at - 1, 0};
    return check_lines(n);
}

uint32_t note_key_id(const char *name, size_t name_len,
                     const unsigned char public_key[SIGN_PUBLIC])
{
    static const unsigned char mark[] = {'\n', ED25519};
    unsigned char digest[DIGEST_BYTES];
    struct digest_stream s;
    digest_start(&s);
    digest_more(&s, name, name_len);
    digest_more(&s, mark, sizeof mark);
    digest_more(&s, public_key, SIGN_PUBLIC);
    digest_end(&s, digest);
    return (uint32_t)digest[0] << 24 | (uint32_t)digest[1] << 16 |
           (uint32_t)digest[2] << 8 | digest[3];
}

static void put_id(uint32_t id, unsigned char bytes[ID_BYTES])
{
    for (int i = 0; i < ID_BYTES; i++)
        bytes[i] = (unsigned char)(id >> (24 - 8 * i));
}

enum note_verdict note_verify(const struct note *n, const char *name,
                              size_t name_len,
                              const unsigned char public_key[SIGN_PUBLIC])
{
    struct signature s;
    unsigned char id[ID_BYTES];
    enum note_verdict verdict = NOTE_UNKNOWN;
    const char *at = n->lines, *end = at + n->lines_len;
    put_id(note_key_id(name, name_len, public_key), id);
    while (at < end && read_signature(&at, end, &s) == 0) {
        if (s.name_len != name_len || memcmp(s.name, name, name_len) != 0 ||
            memcmp(s.bytes, id, ID_BYTES) != 0)
            continue;
        if (s.len != ID_BYTES + SIGN_BYTES ||
            !sign_verify(s.bytes + ID_BYTES, n->text, n->text_len,
                         public_key))
            return NOTE_FORGED;
        verdict = NOTE_VERIFIED;
    }
    return verdict;
}

void note_sign(const char *text, size_t len, const char *name,
               const unsigned char secret[SIGN_SECRET], struct buf *out)
{
    unsigned char bytes[ID_BYTES + SIGN_BYTES];
    const unsigned char *public_key = secret + SIGN_SECRET - SIGN_PUBLIC;
    put_id(note_key_id(name, strlen(name), public_key), bytes);
    sign_detached(bytes + ID_BYTES, text, len, secret);
    buf_puts(out, dash);
    buf_puts(out, name);
    buf_putc(out, ' ');
    base64_encode(bytes, sizeof bytes, out);
    buf_putc(out, '\n');
}

void note_write_key(const char *name,
                    const unsigned char public_key[SIGN_PUBLIC],
                    struct buf *out)
{
    unsigned char bytes[1 + SIGN_PUBLIC] = {ED25519};
    memcpy(bytes + 1, public_key, SIGN_PUBLIC);
    buf_printf(out, "%s+%08x+", name,
               note_key_id(name, strlen(name), public_key));
    base64_encode(bytes, sizeof bytes, out);
}
