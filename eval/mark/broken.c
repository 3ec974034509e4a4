#include "config.h"

#include "mark/broken.h"

#include <stdint.h>

#include <utf8proc.h>

#include "utf8.h"

#define BAD_LEAST 3
#define BAD_PART 10      /* one in so many */
#define CHARACTERS 24    /* at least, where their kinds are looked at */
#define BINS 256         /* of characters */
#define WORDS 128        /* at the end that are looked at, a power of two */
#define WORDS_LEAST 16

struct counts {
    uint64_t bins[BINS];        /* of characters that are no blanks */
    uint64_t all, shown;        /* characters; those that are no blanks */
    uint64_t letters, bad;      /* letters and digits; what is no text */
    uint64_t words;
    uint64_t ends[WORDS];       /* hashes of the last words */
};

enum character { BLANK, LETTER, SIGN, BAD };

static enum character character_of(uint32_t point)
{
    switch (utf8proc_category((utf8proc_int32_t)point)) {
    case UTF8PROC_CATEGORY_ZS:
    case UTF8PROC_CATEGORY_ZL:
    case UTF8PROC_CATEGORY_ZP:
        return BLANK;
    case UTF8PROC_CATEGORY_CN:
    case UTF8PROC_CATEGORY_CO:
    case UTF8PROC_CATEGORY_CC:
        return BAD;
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME:
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NL:
    case UTF8PROC_CATEGORY_NO:
        return LETTER;
    default:
        return point == 0xfffd ? BAD : SIGN;
    }
}

static enum character kind_of(uint32_t point)
{
    if (point == '\t' || point == '\n' || point == '\r' || point == ' ')
        return BLANK;
    if (point < 0x20 || point == 0x7f)
        return BAD;
    if (point >= 0x80)
        return character_of(point);
    uint32_t lower = point | 0x20;
    return (lower >= 'a' && lower <= 'z') || (point >= '0' && point <= '9')
               ? LETTER
               : SIGN;
}

static void count(struct counts *c, const char *text, size_t len)
{
    uint64_t word = 0;
    for (size_t at = 0, used; at < len; at += used) {
        uint32_t point = utf8_decode(text + at, &used);
        if (point >= 'A' && point <= 'Z')
            point |= 0x20;
        enum character kind = kind_of(point);
        c->all++;
        c->shown += kind != BLANK;
        c->letters += kind == LETTER;
        c->bad += kind == BAD;
        if (kind != BLANK)
            c->bins[point % BINS]++;
        if (kind == LETTER)
            word = (word + point + 1) * 0x9e3779b97f4a7c15u;
        if (word != 0 && (kind != LETTER || at + used == len)) {
            c->ends[c->words++ % WORDS] = word;
            word = 0;
        }
    }
}

/* Whether two characters are the same too often, or too few are letters. */
static bool is_noise(const struct counts *c)
{
    if (c->bad >= BAD_LEAST && c->bad * BAD_PART >= c->all)
        return true;
    if (c->shown < CHARACTERS)
        return false;
    if (c->letters * 5 < c->shown * 2)
        return true;
    uint64_t same = 0;
    for (size_t i = 0; i < BINS; i++)
        if (c->bins[i] > 0)
            same += c->bins[i] * (c->bins[i] - 1);
    return same * 5 > c->shown * (c->shown - 1);
}

/* Whether the last words repeat themselves; ends[i % WORDS] is the i-th. */
static bool is_loop(const struct counts *c)
{
    uint64_t n = c->words < WORDS ? c->words : WORDS, start = c->words - n;
    if (n < WORDS_LEAST)
        return false;
    uint64_t different = 0;
    for (uint64_t i = 0; i < n; i++) {
        uint64_t j = 0;
        while (j < i && c->ends[(start + j) % WORDS] !=
                            c->ends[(start + i) % WORDS])
            j++;
        different += j == i;
    }
    if (different * 4 <= n)
        return true;
    for (uint64_t p = 1; p * 4 <= n; p++) {
        uint64_t same = 0;
        for (uint64_t i = p; i < n; i++)
            same += c->ends[(start + i) % WORDS] ==
                    c->ends[(start + i - p) % WORDS];
        if (same * 4 >= (n - p) * 3)
            return true;
    }
    return false;
}

enum soundness broken_text(const char *text, size_t len)
{
    struct counts c = {{0}};
    count(&c, text, len);
    if (is_noise(&c) || is_loop(&c))
        return SOUND_BROKEN;
    return c.letters == 0 ? SOUND_EMPTY : SOUND_WHOLE;
}
