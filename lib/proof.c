#include "config.h"

#include "proof.h"

#include <string.h>

#include "base64.h"
#include "num.h"

static const char first_line[] = "c2sp.org/tlog-proof@v1\n";
static const char index_word[] = "index ";

/* What is left to read. */
struct rest {
    const char *at, *end;
};

/* Passes over `text` if it comes next. Returns 0, or -1. */
static int take(struct rest *r, const char *text)
{
    size_t len = strlen(text);
    if ((size_t)(r->end - r->at) < len || memcmp(r->at, text, len) != 0)
        return -1;
    r->at += len;
    return 0;
}

/* The bytes up to the next LF, and passes over both; NULL if there is none. */
static const char *take_line(struct rest *r, size_t *len)
{
    const char *line = r->at;
    const char *stop = memchr(line, '\n', (size_t)(r->end - line));
    if (stop == NULL)
        return NULL;
    *len = (size_t)(stop - line);
    r->at = stop + 1;
    return line;
}

/* Reads hashes up to the blank line. */
static const char *read_hashes(struct proof *p, struct rest *r)
{
    size_t len, got;
    for (const char *line; (line = take_line(r, &len)) != NULL;) {
        if (len == 0)
            return NULL;
        if (p->count == MERKLE_PROOF)
            return "has more hashes than a proof can have";
        if (base64_decode_strict(line, len, p->hashes[p->count], DIGEST_BYTES,
                                 &got) < 0 ||
            got != DIGEST_BYTES)
            return "has a line that is no hash";
        p->count++;
    }
    return "has no blank line behind its hashes";
}

const char *proof_parse(struct proof *p, const char *bytes, size_t len)
{
    struct rest r = {bytes, bytes + len};
    size_t line_len = 0;
    p->count = 0;
    if (take(&r, first_line) < 0)
        return "does not begin with the line 'c2sp.org/tlog-proof@v1'";
    if (take(&r, "extra ") == 0)
        return "has extra data, which nothing vouches for";
    const char *line =
        take(&r, index_word) == 0 ? take_line(&r, &line_len) : NULL;
    if (line == NULL ||
        !num_parse_bytes(line, line_len, 0, UINT64_MAX, &p->index))
        return "has no index on its second line";
    const char *wrong = read_hashes(p, &r);
    if (wrong != NULL)
        return wrong;
    return checkpoint_parse(&p->checkpoint, r.at, (size_t)(r.end - r.at));
}

int proof_verify(const struct proof *p, const void *leaf, size_t len)
{
    unsigned char hash[DIGEST_BYTES];
    merkle_leaf(leaf, len, hash);
    return merkle_verify_inclusion(hash, p->index, p->checkpoint.size,
                                   p->hashes, p->count, p->checkpoint.root);
}

void proof_write(const struct proof *p, const char *checkpoint, size_t len,
                 struct buf *out)
{
    buf_puts(out, first_line);
    buf_puts(out, index_word);
    buf_put_u64(out, p->index);
    buf_putc(out, '\n');
    for (size_t i = 0; i < p->count; i++) {
        base64_encode(p->hashes[i], DIGEST_BYTES, out);
        buf_putc(out, '\n');
    }
    buf_putc(out, '\n');
    buf_add(out, checkpoint, len);
}
