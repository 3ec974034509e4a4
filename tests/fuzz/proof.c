/* A proof has one spelling: what was read of it, written again, is the same
 * bytes; and whether it holds of a leaf can be said. */
#include "config.h"

#include "proof.h"

#include <stdlib.h>
#include <string.h>

#include "target.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct proof p;
    if (proof_parse(&p, (const char *)data, size) != NULL)
        return 0;
    const struct note *n = &p.checkpoint.note;
    struct buf out = BUF_EMPTY;
    proof_write(&p, n->text, n->text_len + 1 + n->lines_len, &out);
    if (out.len != size || memcmp(out.data, data, size) != 0)
        abort();
    if (proof_verify(&p, "no leaf", 7) == 0)
        abort();
    buf_release(&out);
    return 0;
}
