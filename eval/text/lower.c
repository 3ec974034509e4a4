#include "config.h"

#include "lower.h"

#include <utf8proc.h>

#include "utf8.h"

#define SIGMA 0x3a3
#define FINAL_SIGMA 0x3c2
#define DOTTED_I 0x130

/* Case_Ignorable of Unicode: marks, formats, modifiers, and what may stand
 * inside a word. */
static bool is_passed_over(uint32_t point)
{
    static const uint32_t inside[] = {'\'', '.', ':', 0xb7, 0x387, 0x55f,
        0x5f4, 0x2018, 0x2019, 0x2024, 0x2027, 0xfe13, 0xfe52, 0xfe55, 0xff07,
        0xff0e, 0xff1a};
    for (size_t i = 0; i < sizeof inside / sizeof inside[0]; i++)
        if (point == inside[i])
            return true;
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_SK:
        return true;
    default:
        return false;
    }
}

/* Cased of Unicode, but for what is passed over. */
static bool is_cased(uint32_t point)
{
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
        return true;
    default:
        return point == 0xaa || point == 0xba ||
               (point >= 0x2160 && point <= 0x217f) ||
               (point >= 0x24b6 && point <= 0x24e9) ||
               (point >= 0x1f130 && point <= 0x1f149) ||
               (point >= 0x1f150 && point <= 0x1f169) ||
               (point >= 0x1f170 && point <= 0x1f189);
    }
}

static bool is_tail(char c)
{
    return ((unsigned char)c & 0xc0) == 0x80;
}

/* Whether a letter with two cases comes before `at`, or comes next from there
 * on, what is passed over aside. */
static bool cased_before(const char *text, size_t at)
{
    while (at > 0) {
        size_t used;
        do
            at--;
        while (is_tail(text[at]));
        uint32_t point = utf8_decode(text + at, &used);
        if (!is_passed_over(point))
            return is_cased(point);
    }
    return false;
}

static bool cased_behind(const char *text, size_t len, size_t at)
{
    while (at < len) {
        size_t used;
        uint32_t point = utf8_decode(text + at, &used);
        if (!is_passed_over(point))
            return is_cased(point);
        at += used;
    }
    return false;
}

/* The code point at `at`, of `used` bytes, in lower case. */
static uint32_t lower_at(const char *text, size_t len, size_t at, size_t used,
                         uint32_t point)
{
    if (point == SIGMA && cased_before(text, at) &&
        !cased_behind(text, len, at + used))
        return FINAL_SIGMA;
    return (uint32_t)utf8proc_tolower((utf8proc_int32_t)point);
}

void lower_add(struct buf *out, const char *text, size_t len)
{
    for (size_t at = 0, used; at < len; at += used) {
        unsigned char c = (unsigned char)text[at];
        used = 1;
        if (c < 0x80) {
            buf_putc(out, (char)(c >= 'A' && c <= 'Z' ? c | 0x20 : c));
            continue;
        }
        uint32_t point = utf8_decode(text + at, &used);
        if (point == DOTTED_I) {
            buf_puts(out, "i\xcc\x87");
            continue;
        }
        char *to = buf_reserve(out, 4);
        out->len += utf8_encode(lower_at(text, len, at, used, point), to);
    }
}

bool lower_is_word(uint32_t point)
{
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return true;
    default:
        return false;
    }
}
