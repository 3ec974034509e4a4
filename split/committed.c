#include "config.h"

#include "committed.h"

#include <inttypes.h>

#include "alloc.h"
#include "commit.h"
#include "hex.h"
#include "minisign.h"
#include "out.h"

char *committed_signature_path(const char *path)
{
    struct buf b = BUF_EMPTY;
    buf_printf(&b, "%s.minisig", path);
    char *name = xstrndup(b.data, b.len);
    buf_release(&b);
    return name;
}

static void write_comment(const struct commit *c, struct buf *comment)
{
    buf_printf(comment, "palimpsest commit %s %" PRIu64 " root=", c->series,
               c->number);
    hex_encode(c->root, sizeof c->root, comment);
    buf_printf(comment, " round=%" PRIu64, c->round);
}

static int sign(const struct commit *c, const struct buf *text,
                const struct minisign_secret *secret, const char *path)
{
    struct minisign_signature s = {0};
    struct buf message = BUF_EMPTY, comment = BUF_EMPTY, file = BUF_EMPTY;
    minisign_message_bytes(text->data, text->len, true, &message);
    write_comment(c, &comment);
    minisign_sign(&s, secret, true, &message, buf_string(&comment));
    minisign_write(&s, &file);
    int rc = out_file(path, file.data, file.len);
    minisign_release(&s);
    buf_release(&message);
    buf_release(&comment);
    buf_release(&file);
    return rc;
}

int committed_write(const struct commit *c, struct out *out,
                    const struct minisign_secret *secret,
                    const char *signature)
{
    struct buf text = BUF_EMPTY;
    commit_write(c, &text);
    int rc = out_write(out, text.data, text.len);
    if (rc == 0 && secret != NULL)
        rc = sign(c, &text, secret, signature);
    if (rc == 0)
        rc = out_commit(out);
    buf_release(&text);
    return rc;
}
