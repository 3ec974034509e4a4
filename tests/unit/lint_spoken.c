#include "config.h"

#include "lint/spoken.h"

#include <string.h>

#include "tap.h"

#define LEN 4    /* letters of a word, at most */
#define LETTERS 3

static void spoken(const char *name, const char *wanted)
{
    struct buf out = BUF_EMPTY;
    spoken_write(name, &out);
    tap_same(out.data, out.len, wanted, name);
    buf_release(&out);
}

static void sorted(const char *name, const char *wanted)
{
    struct buf out = BUF_EMPTY;
    spoken_sort(name, &out);
    tap_same(out.data, out.len, wanted, name);
    buf_release(&out);
}

static int least(int a, int b)
{
    return a < b ? a : b;
}

/* The optimal string alignment distance of words of ASCII, by its table. */
static int distance(const char *a, const char *b)
{
    int t[LEN + 1][LEN + 1], n = (int)strlen(a), m = (int)strlen(b);
    for (int i = 0; i <= n; i++)
        for (int j = 0; j <= m; j++) {
            if (i == 0 || j == 0) {
                t[i][j] = i + j;
                continue;
            }
            t[i][j] = least(t[i - 1][j - 1] + (a[i - 1] != b[j - 1]),
                            1 + least(t[i - 1][j], t[i][j - 1]));
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                t[i][j] = least(t[i][j], t[i - 2][j - 2] + 1);
        }
    return t[n][m];
}

/* The word of a number: all words of up to LEN of the first letters. */
static void word(unsigned number, char text[LEN + 1])
{
    size_t len = 0;
    for (; number > 0; number = (number - 1) / LETTERS)
        text[len++] = (char)('a' + (number - 1) % LETTERS);
    text[len] = '\0';
}

/* Counts the pairs of words for which spoken_near() is not what the table
 * says. */
static unsigned wrong_pairs(void)
{
    unsigned words = 1, wrong = 0, power = 1;
    char a[LEN + 1], b[LEN + 1];
    for (int i = 0; i < LEN; i++) {
        power *= LETTERS;
        words += power;
    }
    for (unsigned i = 0; i < words; i++)
        for (unsigned k = 0; k < words; k++) {
            word(i, a);
            word(k, b);
            wrong += spoken_near(a, b) != (distance(a, b) <= 1);
        }
    return wrong;
}

int main(void)
{
    spoken("Mara Lindholm", "mara lindholm");
    spoken("  Jean-Luc   O'Brien Jr. ", "jean luc obrien jr");
    spoken("Zo\u00eb \u00d8rsted-\u0141ukasz", "zoe orsted lukasz");
    spoken("\u0130lker I\u015f\u0131k", "ilker isik");
    spoken("\u00c6sa D\u2019Arc", "aesa darc");
    spoken("\u738b \u82b3", "\u738b \u82b3");
    spoken("", "");
    sorted("lindholm b mara", "b lindholm mara");
    sorted("mara", "mara");
    sorted("", "");
    tap_ok(wrong_pairs() == 0, "what is near is what one edit makes, for all "
                               "words of up to four of three letters");
    tap_ok(spoken_near("z\u00e9a", "zea") &&
               spoken_near("z\u00e9", "z\u00e8") &&
               spoken_near("\u00e9z", "z\u00e9") && spoken_near("\u00e9", ""),
           "characters count, not bytes");
    tap_ok(!spoken_near("\u00e9\u00e9", "ab") && !spoken_near("\u738b", "ab"),
           "nor do they for what is further apart");
    return tap_done();
}
