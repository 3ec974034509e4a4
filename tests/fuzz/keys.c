/* A public key that can be read is the same when it was written and is read
 * again; so is a secret key that is not encrypted. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "minisign_secret.h"
#include "target.h"

static void read_public(const char *text, size_t len)
{
    struct minisign_public k, again;
    struct buf why = BUF_EMPTY, out = BUF_EMPTY;
    if (minisign_public_read(&k, text, len, &why) == 0) {
        minisign_public_write(&k, &out);
        if (minisign_public_read(&again, out.data, out.len, &why) < 0 ||
            memcmp(&k, &again, sizeof k) != 0)
            abort();
    } else if (why.len == 0) {
        abort();
    }
    buf_release(&out);
    buf_release(&why);
}

/* Takes the key out of a box, puts it into another, and that into a file. */
static void open_box(struct minisign_box *box)
{
    struct minisign_secret k, again;
    struct buf why = BUF_EMPTY;
    size_t len = minisign_box_length("");
    char *text = xmalloc(len + 1, 1);
    if (minisign_box_open(box, NULL, &k, &why) == 0) {
        if (minisign_box_seal(box, NULL, &k, &why) < 0)
            abort();
        minisign_box_write(box, "", text);
        if (minisign_box_read(box, text, len, &why) < 0 ||
            minisign_box_open(box, NULL, &again, &why) < 0 ||
            memcmp(&k, &again, sizeof k) != 0)
            abort();
    }
    free(text);
    buf_release(&why);
}

static void read_secret(const char *text, size_t len)
{
    struct minisign_box box;
    struct buf why = BUF_EMPTY;
    if (minisign_box_read(&box, text, len, &why) == 0) {
        if (!box.encrypted)
            open_box(&box);
    } else if (why.len == 0) {
        abort();
    }
    buf_release(&why);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    read_public((const char *)data, size);
    read_secret((const char *)data, size);
    return 0;
}
