/* A note that is read is its text, a blank line and lines of signatures, and
 * nothing else; and a key that signed one text once is found to have signed no
 * other. */
#include "config.h"

#include "note.h"

#include <stdlib.h>
#include <string.h>

#include "base64.h"
#include "target.h"

/* Of the corpus file two_signers, an example of Go's sumdb/note. */
static const char name[] = "PeterNeumann";
static const char key[] = "ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW";
static const char text[] =
    "If you think cryptography is the answer to your problem,\n"
    "then you don't know what your problem is.\n";

static void verify(const struct note *n)
{
    unsigned char bytes[1 + SIGN_PUBLIC];
    size_t got;
    if (base64_decode_strict(key, strlen(key), bytes, sizeof bytes, &got) < 0)
        abort();
    if (note_verify(n, name, strlen(name), bytes + 1) == NOTE_VERIFIED &&
        (n->text_len != strlen(text) ||
         memcmp(n->text, text, n->text_len) != 0))
        abort();
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const char *bytes = (const char *)data;
    struct note n;
    if (note_parse(&n, bytes, size) != NULL)
        return 0;
    if (n.text != bytes || n.text_len + 1 + n.lines_len != size ||
        n.lines != bytes + n.text_len + 1 || bytes[n.text_len] != '\n' ||
        bytes[n.text_len - 1] != '\n' || (n.count == 0) != (n.lines_len == 0))
        abort();
    verify(&n);
    return 0;
}
