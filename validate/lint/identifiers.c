#include "config.h"

#include "lint/identifiers.h"

#include <ctype.h>
#include <string.h>

#define CARD_LEAST 13
#define CARD_MOST 19
#define IBAN_LEAST 15
#define IBAN_MOST 34

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

size_t identifiers_ssn(const char *text)
{
    static const char form[] = "ddd-dd-dddd";
    for (size_t i = 0; form[i] != '\0'; i++)
        if (form[i] == 'd' ? !is_digit(text[i]) : text[i] != '-')
            return 0;
    bool given = text[0] != '9' && strncmp(text, "000", 3) != 0 &&
                 strncmp(text, "666", 3) != 0 &&
                 strncmp(text + 4, "00", 2) != 0 &&
                 strncmp(text + 7, "0000", 4) != 0;
    return given ? sizeof form - 1 : 0;
}

/* Doubles every second digit from the right, and adds up their digits. */
static bool luhn(const char *digits, size_t count)
{
    unsigned sum = 0;
    for (size_t i = 0; i < count; i++) {
        unsigned d = (unsigned)(digits[count - 1 - i] - '0');
        if (i % 2 == 1)
            d = d > 4 ? 2 * d - 9 : 2 * d;
        sum += d;
    }
    return sum % 10 == 0;
}

size_t identifiers_card(const char *text)
{
    char digits[CARD_MOST];
    size_t count = 0, at = 0;
    if (text[0] < '2' || text[0] > '6')
        return 0;
    for (;; at++) {
        if (is_digit(text[at])) {
            if (count == CARD_MOST)
                return 0;
            digits[count++] = text[at];
        } else if ((text[at] != ' ' && text[at] != '-') ||
                   !is_digit(text[at + 1])) {
            break;
        }
    }
    return count >= CARD_LEAST && luhn(digits, count) ? at : 0;
}

/* Takes a letter or digit into a number modulo 97: A is 10, Z is 35. */
static unsigned take(unsigned rest, char c)
{
    return is_digit(c) ? (rest * 10 + (unsigned)(c - '0')) % 97
                       : (rest * 100 + (unsigned)(c - 'A') + 10) % 97;
}

size_t identifiers_iban(const char *text)
{
    size_t count = 0, at = 0;
    unsigned rest = 0;
    if (!isupper((unsigned char)text[0]) || !isupper((unsigned char)text[1]) ||
        !is_digit(text[2]) || !is_digit(text[3]))
        return 0;
    for (; count <= IBAN_MOST; at++) {
        if (is_digit(text[at]) || isupper((unsigned char)text[at])) {
            if (count++ >= 4)
                rest = take(rest, text[at]);
        } else if (text[at] != ' ' || count % 4 != 0 ||
                   (!is_digit(text[at + 1]) &&
                    !isupper((unsigned char)text[at + 1]))) {
            break;
        }
    }
    for (size_t i = 0; i < 4; i++)
        rest = take(rest, text[i]);
    return count >= IBAN_LEAST && count <= IBAN_MOST && rest == 1 ? at : 0;
}

/* True if a number may begin at `at`: it is not the middle of one. */
static bool begins(const char *text, const char *at)
{
    return at == text || (!isalnum((unsigned char)at[-1]) && at[-1] != '-' &&
                          at[-1] != '+');
}

/* Tells of the first number in a text. */
static void look(const struct texts *t, const struct text *text,
                 struct findings *f)
{
    for (const char *at = text->text; *at != '\0'; at++) {
        size_t ssn = 0, card = 0, iban = 0;
        if (begins(text->text, at)) {
            ssn = identifiers_ssn(at);
            card = identifiers_card(at);
            iban = identifiers_iban(at);
        }
        size_t len = ssn + card + iban; /* of which one is not 0 */
        if (len == 0 || isalnum((unsigned char)at[len]))
            continue;
        texts_find(t, text, ssn > 0    ? "number-social"
                            : card > 0 ? "number-card"
                                       : "number-account", at, len, f);
        return;
    }
}

void identifiers_look(const struct texts *t, struct findings *f)
{
    for (size_t i = 0; i < t->count; i++)
        look(t, &t->list[i], f);
}
