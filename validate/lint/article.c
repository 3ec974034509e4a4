#include "config.h"

#include "lint/article.h"

#include <ctype.h>
#include <stdbool.h>
#include <string.h>

#define WORD 32 /* bytes of a word that are looked at, with a NUL */

/* Copies the word at `text`, with its hyphens, in small letters. Returns the
 * number of its capitals. */
static size_t copy_word(const char *text, char word[WORD])
{
    size_t len = 0, capitals = 0;
    for (; len < WORD - 1 && (isalnum((unsigned char)text[len]) ||
                              text[len] == '-');
         len++) {
        capitals += isupper((unsigned char)text[len]) != 0;
        word[len] = (char)tolower((unsigned char)text[len]);
    }
    word[len] = '\0';
    return capitals;
}

/* "an 8", "an 11", "an 18,000": eight, eleven and eighteen, with as many
 * thousands as may be. */
static enum article of_number(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    if (text[0] == '8')
        return ARTICLE_AN;
    if (digits % 3 == 2 && (strncmp(text, "11", 2) == 0 ||
                            strncmp(text, "18", 2) == 0))
        return ARTICLE_AN;
    return ARTICLE_A;
}

/* Letters that are spelled: by the name of the first one. Some, such as NASA,
 * are spoken as a word, which nobody can tell where the two differ. */
static enum article of_letters(const char *word)
{
    if (strchr("bcdgjkpqtuvwyz", word[0]) != NULL)
        return ARTICLE_A;
    if (strchr("aeio", word[0]) != NULL || word[1] == '\0' || word[1] == '-')
        return ARTICLE_AN;
    bool spelled = strchr("aeiou", word[1]) == NULL &&
                   (strlen(word) <= 3 || strpbrk(word, "aeiou") == NULL);
    return spelled ? ARTICLE_AN : ARTICLE_UNKNOWN;
}

static enum article of_word(const char *word, const struct vocabulary *v)
{
    size_t a = vocabulary_fit(&v->lists[VOCABULARY_A], word);
    size_t an = vocabulary_fit(&v->lists[VOCABULARY_AN], word);
    if (vocabulary_fit(&v->lists[VOCABULARY_EITHER], word) > 0)
        return ARTICLE_UNKNOWN;
    if (a != an)
        return a > an ? ARTICLE_A : ARTICLE_AN;
    return strchr("aeiou", word[0]) != NULL ? ARTICLE_AN : ARTICLE_A;
}

enum article article_of(const char *text, const struct vocabulary *v)
{
    char word[WORD];
    if (isdigit((unsigned char)text[0]))
        return of_number(text);
    size_t capitals = copy_word(text, word), len = strlen(word);
    if (len == 0 || !isalpha((unsigned char)word[0]) ||
        (unsigned char)text[len] >= 0x80)
        return ARTICLE_UNKNOWN; /* letters beyond ASCII: many languages */
    if (len == 1 || word[1] == '-' || capitals == len)
        return of_letters(word);
    return of_word(word, v);
}

/* The length of an article that stands at `at` as a word before another one,
 * or 0. A capital one counts at the beginning of a sentence only: elsewhere it
 * is a letter, as in "vitamin A". */
static size_t article_at(const char *text, const char *at)
{
    size_t len = at[0] == 'a' || at[0] == 'A' ? 1 : 0;
    if (len == 1 && at[1] == 'n')
        len = 2;
    if (len == 0 || at[len] != ' ' || at[len + 1] == ' ')
        return 0;
    if (at[0] == 'A')
        return at == text || (at - text >= 2 && at[-1] == ' ' &&
                              strchr(".?!", at[-2]) != NULL)
                   ? len
                   : 0;
    return at == text || at[-1] == ' ' || at[-1] == '(' || at[-1] == '"' ? len
                                                                        : 0;
}

const char *article_find(const char *text, const struct vocabulary *v,
                         size_t *len)
{
    for (const char *at = text; *at != '\0'; at++) {
        size_t article = article_at(text, at);
        if (article == 0)
            continue;
        const char *word = at + article + 1;
        word += strspn(word, "\"'(");
        enum article right = article_of(word, v);
        if (right == ARTICLE_UNKNOWN || (right == ARTICLE_AN) == (article == 2))
            continue;
        *len = (size_t)(word - at) + strcspn(word, " ");
        return at;
    }
    return NULL;
}
