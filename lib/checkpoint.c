#include "config.h"

#include "checkpoint.h"

#include <string.h>

#include "base64.h"
#include "num.h"

/* The line at *at: its length without LF. Moves behind it. */
static size_t take_line(const char **at, const char *end)
{
    const char *stop = memchr(*at, '\n', (size_t)(end - *at));
    if (stop == NULL)
        return 0;
    size_t len = (size_t)(stop - *at);
    *at = stop + 1;
    return len;
}

const char *checkpoint_parse(struct checkpoint *c, const char *bytes,
                             size_t len)
{
    const char *wrong = note_parse(&c->note, bytes, len);
    if (wrong != NULL)
        return wrong;
    const char *at = c->note.text, *end = at + c->note.text_len, *line = at;
    size_t got;
    c->origin = at;
    c->origin_len = take_line(&at, end);
    if (!note_name_valid(c->origin, c->origin_len))
        return "does not begin with an origin";
    line = at;
    if (!num_parse_bytes(line, take_line(&at, end), 0, UINT64_MAX, &c->size))
        return "has no number of leaves on its second line";
    line = at;
    if (base64_decode_strict(line, take_line(&at, end), c->root, DIGEST_BYTES,
                             &got) < 0 ||
        got != DIGEST_BYTES)
        return "has no root on its third line";
    return at == end ? NULL : "has more than three lines of text";
}

enum note_verdict
checkpoint_verify(const struct checkpoint *c,
                  const unsigned char public_key[SIGN_PUBLIC])
{
    return note_verify(&c->note, c->origin, c->origin_len, public_key);
}

void checkpoint_write(const char *origin, uint64_t size,
                      const unsigned char root[DIGEST_BYTES],
                      const unsigned char *secret, struct buf *out)
{
    size_t from = out->len;
    buf_puts(out, origin);
    buf_putc(out, '\n');
    buf_put_u64(out, size);
    buf_putc(out, '\n');
    base64_encode(root, DIGEST_BYTES, out);
    buf_putc(out, '\n');
    size_t len = out->len - from;
    buf_putc(out, '\n');
    if (secret == NULL)
        return;
    struct buf line = BUF_EMPTY;
    note_sign(out->data + from, len, origin, secret, &line);
    buf_add(out, line.data, line.len);
    buf_release(&line);
}
