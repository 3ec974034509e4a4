#include "config.h"

#include "tokens.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"
#include "porter.h"

#define FIRST_LINES 16
#define STEM_FROM 4 /* letters */

static const char kelvin[] = "\xe2\x84\xaa", dotted_i[] = "\xc4\xb0";

/* The lower case of the letter or digit at `text`, *used bytes, or 0 for all
 * else. Of code points beyond ASCII two have one of ASCII in lower case: the
 * sign for kelvin, and the dotted I, which is an i and a dot that ends the
 * word. */
static char letter_at(const char *text, size_t len, size_t *used, bool *ends)
{
    unsigned char c = (unsigned char)text[0];
    *used = 1;
    *ends = false;
    if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
        return (char)c;
    if (c >= 'A' && c <= 'Z')
        return (char)(c | 0x20);
    if (c == 0xe2 && len >= 3 && memcmp(text, kelvin, 3) == 0) {
        *used = 3;
        return 'k';
    }
    if (c == 0xc4 && len >= 2 && memcmp(text, dotted_i, 2) == 0) {
        *used = 2;
        *ends = true;
        return 'i';
    }
    return 0;
}

static void add_line(struct tokens *t)
{
    if (t->lines == t->line_cap) {
        t->line_cap = t->line_cap == 0 ? FIRST_LINES : 2 * t->line_cap;
        t->ends = xrealloc(t->ends, t->line_cap, sizeof *t->ends);
    }
    t->ends[t->lines++] = t->count;
}

/* Adds the word that is in `word`, if there is one, and empties it. */
static void end_word(struct tokens *t, struct vocabulary *v, struct buf *word,
                     bool stem)
{
    size_t len = word->len;
    if (len == 0)
        return;
    if (stem && len >= STEM_FROM)
        len = porter_stem(word->data, len);
    tokens_add(t, vocabulary_number(v, word->data, len));
    buf_clear(word);
}

void tokens_rouge(struct tokens *t, struct vocabulary *v, struct buf *scratch,
                  const char *text, size_t len, bool stem)
{
    t->count = t->lines = 0;
    buf_clear(scratch);
    buf_reserve(scratch, len);
    for (size_t at = 0, used; at < len; at += used) {
        bool ends;
        char c = letter_at(text + at, len - at, &used, &ends);
        if (c != 0)
            scratch->data[scratch->len++] = c;
        if (c == 0 || ends)
            end_word(t, v, scratch, stem);
        if (text[at] == '\n')
            add_line(t);
    }
    end_word(t, v, scratch, stem);
    add_line(t);
}
