#include "config.h"

#include "tokens.h"

#include <string.h>

#include "lower.h"
#include "utf8.h"

/* Appends the text without what Python's string.punctuation lists. */
static void drop_punctuation(const struct buf *in, struct buf *out)
{
    buf_clear(out);
    for (size_t i = 0; i < in->len; i++) {
        char c = in->data[i];
        bool sign = (c >= '!' && c <= '/') || (c >= ':' && c <= '@') ||
                    (c >= '[' && c <= '`') || (c >= '{' && c <= '~');
        if (!sign)
            buf_putc(out, c);
    }
}

static bool is_article(const char *word, size_t len)
{
    return (len == 1 && word[0] == 'a') ||
           (len == 2 && memcmp(word, "an", 2) == 0) ||
           (len == 3 && memcmp(word, "the", 3) == 0);
}

/* The length of the letters and digits at the start of the text. */
static size_t word_length(const char *text, size_t len)
{
    size_t at = 0;
    while (at < len) {
        size_t used;
        uint32_t point = utf8_decode(text + at, &used);
        if (!lower_is_word(point))
            break;
        at += used;
    }
    return at;
}

/* re.sub(r'\b(a|an|the)\b', ' ', text), where no underscore is left. */
static void blank_articles(const struct buf *in, struct buf *out)
{
    buf_clear(out);
    for (size_t at = 0; at < in->len;) {
        size_t word = word_length(in->data + at, in->len - at);
        if (is_article(in->data + at, word))
            buf_putc(out, ' ');
        else
            buf_add(out, in->data + at, word);
        at += word;
        if (at == in->len)
            break;
        size_t used = utf8_length(in->data + at, in->len - at);
        buf_add(out, in->data + at, used);
        at += used;
    }
}

void tokens_squad(struct tokens *t, struct vocabulary *v, struct buf scratch[2],
                  const char *text, size_t len)
{
    buf_clear(&scratch[0]);
    lower_add(&scratch[0], text, len);
    drop_punctuation(&scratch[0], &scratch[1]);
    blank_articles(&scratch[1], &scratch[0]);
    tokens_words(t, v, scratch[0].data, scratch[0].len);
}
