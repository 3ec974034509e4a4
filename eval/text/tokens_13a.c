/* The passes of sacrebleu's Tokenizer13a and TokenizerRegexp, one after the
 * other over the whole text, as their results depend on that. A regular
 * expression goes on behind what it has matched, so that each character is
 * taken once a pass. */
#include "config.h"

#include "tokens.h"

#include <string.h>

#include "blank.h"

/* What is replaced first, in this order. */
static const struct {
    const char *from, *to;
} plain[] = {
    {"<skipped>", ""}, {"-\n", ""},    {"\n", " "},   {"&quot;", "\""},
    {"&amp;", "&"},    {"&lt;", "<"},  {"&gt;", ">"},
};

static void replace(const struct buf *in, const char *from, const char *to,
                    struct buf *out)
{
    size_t len = strlen(from);
    size_t at = 0;
    buf_clear(out);
    while (at < in->len) {
        const char *next = memchr(in->data + at, from[0], in->len - at);
        size_t here = next != NULL ? (size_t)(next - in->data) : in->len;
        buf_add(out, in->data + at, here - at);
        at = here;
        if (in->len - at >= len && memcmp(in->data + at, from, len) == 0) {
            buf_puts(out, to);
            at += len;
        } else if (at < in->len) {
            buf_putc(out, in->data[at++]);
        }
    }
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_point(char c)
{
    return c == '.' || c == ',';
}

/* [{-~[-` -&(-+:-@/]: what stands alone, whatever is beside it. */
static bool stands_alone(char c)
{
    return (c >= '{' && c <= '~') || (c >= '[' && c <= '`') ||
           (c >= ' ' && c <= '&') || (c >= '(' && c <= '+') ||
           (c >= ':' && c <= '@') || c == '/';
}

static void put_apart(struct buf *out, char c)
{
    buf_putc(out, ' ');
    buf_putc(out, c);
    buf_putc(out, ' ');
}

static void part_signs(const struct buf *in, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < in->len; i++) {
        if (stands_alone(in->data[i]))
            put_apart(out, in->data[i]);
        else
            buf_putc(out, in->data[i]);
    }
}

/* A point or comma behind what is no digit, ([^0-9])([.,]); a dash behind a
 * digit, ([0-9])(-). */
static void part_behind(const struct buf *in, bool dashes, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < in->len; i++) {
        char c = in->data[i], next = i + 1 < in->len ? in->data[i + 1] : '\0';
        buf_putc(out, c);
        if (dashes ? is_digit(c) && next == '-'
                   : !is_digit(c) && is_point(next)) {
            put_apart(out, next);
            i++;
        }
    }
}

/* A point or comma before what is no digit: ([.,])([^0-9]). */
static void part_before(const struct buf *in, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < in->len; i++) {
        char c = in->data[i];
        if (!is_point(c) || i + 1 == in->len || is_digit(in->data[i + 1])) {
            buf_putc(out, c);
            continue;
        }
        put_apart(out, c);
        buf_putc(out, in->data[++i]);
    }
}

void tokens_13a(struct tokens *t, struct vocabulary *v, struct buf scratch[2],
                const char *text, size_t len)
{
    struct buf *in = &scratch[0], *out = &scratch[1];
    len = blank_strip(text, len);
    buf_clear(in);
    buf_putc(in, ' ');
    buf_add(in, text, len);
    buf_putc(in, ' ');
    for (size_t i = 0; i < sizeof plain / sizeof plain[0]; i++) {
        replace(in, plain[i].from, plain[i].to, out);
        struct buf *swap = in;
        in = out;
        out = swap;
    }
    part_signs(in, out);
    part_behind(out, false, in);
    part_before(in, out);
    part_behind(out, true, in);
    tokens_words(t, v, in->data, in->len);
}
