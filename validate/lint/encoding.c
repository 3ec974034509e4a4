#include "config.h"

#include "lint/encoding.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "utf8.h"

#define REPLACEMENT 0xfffd /* what readers put in place of a broken byte */

/* The characters that Windows-1252 has for the bytes 80 to 9f; 0 for none. */
static const uint16_t windows[32] = {
    0x20ac, 0,      0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021,
    0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017d, 0,
    0,      0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014,
    0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0,      0x017e, 0x0178};

/* The byte that is read as this character where Latin-1 or Windows-1252 is
 * taken for what is UTF-8; 0 if there is none beyond ASCII. */
static unsigned char byte_of(uint32_t point)
{
    if (point >= 0x80 && point <= 0xff)
        return (unsigned char)point;
    for (unsigned i = 0; i < 32; i++)
        if (windows[i] != 0 && windows[i] == point)
            return (unsigned char)(0x80 + i);
    return 0;
}

/* True if the characters at `at`, taken for bytes, make one character of UTF-8:
 * a whole one hardly stands there by chance. *len is their length. */
static bool is_mojibake(const char *at, size_t *len)
{
    char bytes[4];
    size_t count = 0, step = 0;
    const char *next = at;
    while (count < sizeof bytes && *next != '\0') {
        unsigned char byte = byte_of(utf8_decode(next, &step));
        if (byte == 0)
            break;
        bytes[count++] = (char)byte;
        next += step;
        size_t need = utf8_length(bytes, count);
        if (need == count) {
            *len = (size_t)(next - at);
            return count > 1;
        }
    }
    return false;
}

static void find_mojibake(const struct texts *t, const struct text *text,
                          struct findings *f)
{
    size_t step = 0;
    for (const char *at = text->text; *at != '\0'; at += step) {
        uint32_t point = utf8_decode(at, &step);
        size_t len = step;
        if (point == REPLACEMENT || is_mojibake(at, &len)) {
            texts_find(t, text, "text-mojibake", at, len, f);
            return;
        }
    }
}

/* True for a joiner between letters of a script that is written with them. */
static bool is_joiner(uint32_t point, uint32_t before)
{
    return (point == 0x200c || point == 0x200d) && before >= 0x0600 &&
           before < 0x0e00;
}

/* True for what is not seen, or looks like a blank and is none. */
static bool is_invisible(uint32_t point)
{
    if (point == ' ')
        return false;
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_CC:
    case UTF8PROC_CATEGORY_CF:
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return true;
    default:
        return (point >= 0xfe00 && point <= 0xfe0f) || point == 0x034f ||
               point == 0x115f || point == 0x1160 || point == 0x3164;
    }
}

static void find_invisible(const struct texts *t, const struct text *text,
                           struct findings *f)
{
    size_t step = 0;
    uint32_t before = 0;
    for (const char *at = text->text; *at != '\0'; at += step) {
        uint32_t point = utf8_decode(at, &step);
        if (is_invisible(point) && !is_joiner(point, before)) {
            findings_add(f, "text-invisible", t->place,
                         "%s%s%s: U+%04X at byte %zu of \"%.80s\"",
                         text->owner != NULL ? text->owner : "",
                         text->owner != NULL ? " " : "", text->member,
                         (unsigned)point, (size_t)(at - text->text) + 1,
                         text->text);
            return;
        }
        before = point;
    }
}

static void find_unnormal(const struct texts *t, const struct text *text,
                          struct findings *f)
{
    utf8proc_uint8_t *normal =
        utf8proc_NFC((const utf8proc_uint8_t *)text->text);
    if (normal == NULL)
        diag_out_of_memory();
    const char *other = (const char *)normal, *at = text->text;
    while (*at != '\0' && *at == *other) {
        at++;
        other++;
    }
    while (((unsigned char)*at & 0xc0) == 0x80)
        at--;
    if (*at != '\0' || *other != '\0') {
        size_t len = 0;
        if (*at != '\0')
            utf8_decode(at, &len);
        texts_find(t, text, "text-nfc", at, len, f);
    }
    free(normal);
}

void encoding_look(const struct texts *t, struct findings *f)
{
    for (size_t i = 0; i < t->count; i++) {
        const struct text *text = &t->list[i];
        find_invisible(t, text, f);
        if (text->ascii)
            continue;
        find_mojibake(t, text, f);
        find_unnormal(t, text, f);
    }
}
