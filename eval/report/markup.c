#include "config.h"

#include "report/markup.h"

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "utf8.h"

#define UNSEEN "\xef\xbf\xbd" /* U+FFFD */
#define ELLIPSIS "\xe2\x80\xa6"

static bool turns_direction(uint32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) ||
           c == 0x200e || c == 0x200f || c == 0x061c;
}

static bool unseen(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0) || turns_direction(c) ||
           c == 0x2028 || c == 0x2029 || c == 0xfeff || (c & 0xfffe) == 0xfffe;
}

/* The character at `text`, which is UTF-8, as it may be shown; *len is what it
 * takes in the text. Returns how many bytes of *shown there are. */
static size_t tame(const char *text, size_t *len, const char **shown)
{
    uint32_t c = utf8_decode(text, len);
    *shown = text;
    if (c == '\n' || c == '\t' || c == '\r')
        *shown = " ";
    else if (unseen(c))
        *shown = UNSEEN;
    return *shown == text ? *len : strlen(*shown);
}

static void put_html(struct buf *out, const char *shown, size_t size)
{
    switch (*shown) {
    case '&':
        buf_puts(out, "&amp;");
        break;
    case '<':
        buf_puts(out, "&lt;");
        break;
    case '>':
        buf_puts(out, "&gt;");
        break;
    case '"':
        buf_puts(out, "&quot;");
        break;
    case '\'':
        buf_puts(out, "&#39;");
        break;
    default:
        buf_add(out, shown, size);
    }
}

/* Appends the first `count` bytes of a text. */
static void put_text(struct buf *out, const char *text, size_t count)
{
    const char *shown, *end = text + count;
    size_t len;
    while (text < end) {
        size_t size = tame(text, &len, &shown);
        put_html(out, shown, size);
        text += len;
    }
}

void markup_text(struct buf *out, const char *text)
{
    put_text(out, text, strlen(text));
}

/* About how wide a letter is, in ems, in a font without serifs: rather too much
 * than too little. */
static double width_of(const char *text, size_t *len)
{
    uint32_t c = utf8_decode(text, len);
    if (c >= 0x1100)
        return 1.1;
    if (c >= 0x80)
        return 0.75;
    if (strchr("ijlftI.,:;'|!()[] -", (int)c) != NULL)
        return 0.4;
    if (strchr("mwMW@%&<>=+~#", (int)c) != NULL)
        return 1;
    return c >= 'A' && c <= 'Z' ? 0.75 : 0.62;
}

void markup_short(struct buf *out, const char *text, double ems)
{
    const double ellipsis = 1;
    double width = 0;
    size_t kept = 0, at = 0, len;
    for (; text[at] != '\0' && width <= ems; at += len) {
        width += width_of(text + at, &len);
        if (width + ellipsis <= ems)
            kept = at + len;
    }
    if (width <= ems) {
        markup_text(out, text);
        return;
    }
    put_text(out, text, kept);
    buf_puts(out, ELLIPSIS);
}

void markup_markdown(struct buf *out, const char *text)
{
    const char *shown;
    size_t len;
    while (*text != '\0') {
        size_t size = tame(text, &len, &shown);
        if (strchr("&<>", *shown) != NULL) {
            put_html(out, shown, size);
        } else {
            if (strchr("\\`*_[]{}|~#!", *shown) != NULL)
                buf_putc(out, '\\');
            buf_add(out, shown, size);
        }
        text += len;
    }
}

size_t markup_width(const char *text)
{
    size_t width = 0, len;
    for (; *text != '\0'; text += len, width++)
        utf8_decode(text, &len);
    return width;
}
