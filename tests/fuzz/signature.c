/* A signature that can be read is written as it was, its untrusted comment
 * aside, and can be held against a key. */
#include "config.h"

#include "minisign.h"

#include <stdlib.h>
#include <string.h>

#include "target.h"

/* Where the second line begins. */
static const char *second(const char *text, size_t len)
{
    return (const char *)memchr(text, '\n', len) + 1;
}

/* Whether what was read is written to the same bytes. */
static void write_again(const struct minisign_signature *s, const char *text,
                        size_t len)
{
    struct buf out = BUF_EMPTY;
    minisign_write(s, &out);
    const char *a = second(text, len), *b = second(out.data, out.len);
    size_t left = len - (size_t)(a - text);
    if (left != out.len - (size_t)(b - out.data) || memcmp(a, b, left) != 0)
        abort();
    buf_release(&out);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const struct minisign_public key = {.key = {1}};
    struct minisign_signature s = {0};
    struct buf why = BUF_EMPTY, message = BUF_EMPTY;
    buf_puts(&message, "what is signed");
    if (minisign_read(&s, (const char *)data, size, &why) < 0) {
        if (why.len == 0)
            abort();
    } else {
        if (why.len > 0 || minisign_verify(&s, &key, &message, &why) == 0)
            abort();
        if (s.commented)
            write_again(&s, (const char *)data, size);
    }
    minisign_release(&s);
    buf_release(&message);
    buf_release(&why);
    return 0;
}
