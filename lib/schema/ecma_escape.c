#include "config.h"

#include "schema/ascii.h"
#include "schema/ecma.h"
#include "utf8.h"

static bool is_surrogate(uint32_t point)
{
    return point >= 0xd800 && point <= 0xdfff;
}

void ecma_literal(struct ecma *e, uint32_t point)
{
    if (is_surrogate(point))
        buf_puts(&e->out, "[^\\x{0}-\\x{10ffff}]");
    else if (point < 0x80 && ascii_is_alnum((char)point))
        buf_putc(&e->out, (char)point);
    else
        buf_printf(&e->out, "\\x{%x}", (unsigned)point);
}

int ecma_point(struct ecma *e, uint32_t *point)
{
    size_t len = utf8_length(e->at, (size_t)(e->end - e->at));
    if (len == 0)
        return ecma_wrong(e, "it is not UTF-8");
    *point = utf8_decode(e->at, &len);
    e->at += len;
    return 0;
}

/* Exactly `digits` hexadecimal digits. */
static int read_hex(struct ecma *e, size_t digits, uint32_t *point)
{
    *point = 0;
    for (size_t i = 0; i < digits; i++) {
        int digit = e->at < e->end ? ascii_hex(*e->at) : -1;
        if (digit < 0)
            return ecma_wrong(e, "hexadecimal digits of an escape are missing");
        *point = *point << 4 | (uint32_t)digit;
        e->at++;
    }
    return 0;
}

/* Behind "u{". */
static int read_braced(struct ecma *e, uint32_t *point)
{
    const char *start = e->at;
    *point = 0;
    for (; e->at < e->end && ascii_hex(*e->at) >= 0; e->at++) {
        *point = *point << 4 | (uint32_t)ascii_hex(*e->at);
        if (*point > 0x10ffff)
            return ecma_wrong(e, "an escape is above U+10FFFF");
    }
    if (e->at == start || !ecma_skip(e, "}"))
        return ecma_wrong(e, "'\\u{' is not a number in braces");
    return 0;
}

int ecma_unicode(struct ecma *e, uint32_t *point)
{
    if (ecma_skip(e, "{"))
        return read_braced(e, point);
    if (read_hex(e, 4, point) < 0)
        return -1;
    if (*point < 0xd800 || *point > 0xdbff)
        return 0;
    const char *behind = e->at;
    uint32_t low;
    if (ecma_skip(e, "\\u") && read_hex(e, 4, &low) == 0 && low >= 0xdc00 &&
        low <= 0xdfff) {
        *point = 0x10000 + ((*point - 0xd800) << 10) + (low - 0xdc00);
        return 0;
    }
    e->at = behind; /* half a pair, and something else */
    e->why = NULL;
    return 0;
}

/* The character that a letter means, or 0. */
static uint32_t control(char c)
{
    switch (c) {
    case 't':
        return '\t';
    case 'n':
        return '\n';
    case 'v':
        return '\v';
    case 'f':
        return '\f';
    case 'r':
        return '\r';
    default:
        return 0;
    }
}

/* \0, not before a digit. */
static int read_nul(struct ecma *e, uint32_t *point)
{
    if (e->at < e->end && ascii_is_digit(*e->at))
        return ecma_wrong(e, "octal escapes are not allowed");
    *point = 0;
    return 0;
}

/* \cX */
static int read_control_letter(struct ecma *e, uint32_t *point)
{
    if (e->at == e->end || !ascii_is_letter(*e->at))
        return ecma_wrong(e, "'\\c' is followed by no letter");
    *point = (uint32_t)*e->at++ % 32;
    return 0;
}

int ecma_escape(struct ecma *e, bool in_class, uint32_t *point)
{
    if (e->at == e->end)
        return ecma_wrong(e, "it ends in a backslash");
    char c = *e->at++;
    *point = control(c);
    if (*point != 0)
        return 0;
    if (c == '0')
        return read_nul(e, point);
    if (c == 'c')
        return read_control_letter(e, point);
    if (c == 'x')
        return read_hex(e, 2, point);
    if (c == 'u')
        return ecma_unicode(e, point);
    if (ascii_is_in(c, "^$\\.*+?()[]{}|/") || (in_class && c == '-')) {
        *point = (unsigned char)c;
        return 0;
    }
    if (in_class && c == 'b') {
        *point = '\b';
        return 0;
    }
    return ecma_wrong(e, "a backslash stands before a character that it "
                         "gives no meaning");
}
