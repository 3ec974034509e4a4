#include "config.h"

#include "schema/nearest.h"

#include "json_write.h"
#include "schema/ascii.h"
#include "utf8.h"

/* Writes the code points of a word. Returns how many, or 0 if it is not UTF-8
 * or has more than NEAREST_LONGEST. */
static size_t points(const char *word, size_t len, uint32_t *to)
{
    size_t count = 0;
    while (len > 0) {
        size_t step = utf8_length(word, len);
        if (step == 0 || count == NEAREST_LONGEST)
            return 0;
        to[count++] = utf8_decode(word, &step);
        word += step;
        len -= step;
    }
    return count;
}

void nearest_init(struct nearest *n, const char *word, size_t len)
{
    *n = (struct nearest){.word = word, .word_len = len};
    n->wanted_len = points(word, len, n->wanted);
}

static unsigned least(unsigned a, unsigned b)
{
    return a < b ? a : b;
}

/* A row of the table of distances between beginnings of the two words. */
struct row {
    unsigned changes[NEAREST_LONGEST + 1];
};

/* Optimal string alignment: no piece is changed twice. More than `most` changes
 * are not counted out: no row has less than the least of the one before. */
static unsigned distance(const uint32_t *a, size_t alen, const uint32_t *b,
                         size_t blen, unsigned most)
{
    struct row rows[3]; /* this one, the one before, the one before that */
    for (size_t k = 0; k <= blen; k++)
        rows[0].changes[k] = (unsigned)k;
    for (size_t i = 1; i <= alen; i++) {
        unsigned *row = rows[i % 3].changes;
        const unsigned *before = rows[(i + 2) % 3].changes;
        const unsigned *earlier = rows[(i + 1) % 3].changes;
        unsigned fewest = row[0] = (unsigned)i;
        for (size_t k = 1; k <= blen; k++) {
            row[k] = least(before[k], row[k - 1]) + 1;
            row[k] = least(row[k], before[k - 1] + (a[i - 1] != b[k - 1]));
            if (i > 1 && k > 1 && a[i - 1] == b[k - 2] && a[i - 2] == b[k - 1])
                row[k] = least(row[k], earlier[k - 2] + 1);
            fewest = least(fewest, row[k]);
        }
        if (fewest > most)
            return fewest;
    }
    return rows[alen % 3].changes[blen];
}

static size_t gap(size_t a, size_t b)
{
    return a > b ? a - b : b - a;
}

void nearest_offer(struct nearest *n, const char *word, size_t len)
{
    uint32_t offered[NEAREST_LONGEST];
    if (n->wanted_len == 0 || n->compared == NEAREST_COMPARED ||
        n->offered++ >= NEAREST_OFFERS)
        return;
    size_t count = points(word, len, offered);
    if (count == 0 || gap(count, n->wanted_len) > NEAREST_CHANGES)
        return;
    n->compared++;
    size_t longer = count > n->wanted_len ? count : n->wanted_len;
    unsigned most = least(NEAREST_CHANGES, (unsigned)longer / 3);
    unsigned changes = distance(n->wanted, n->wanted_len, offered, count,
                                most);
    if (ascii_same(word, len, n->word, n->word_len))
        changes = least(changes, 1);
    else if (changes > most)
        return;
    if (n->found != NULL && n->changes <= changes)
        return;
    n->found = word;
    n->found_len = len;
    n->changes = changes;
}

void nearest_put(const struct nearest *n, struct buf *out)
{
    struct buf text = BUF_EMPTY;
    if (n->found == NULL)
        return;
    json_write_string(&text, n->found, n->found_len);
    buf_puts(out, "; did you mean '");
    buf_add(out, text.data + 1, text.len - 2);
    buf_puts(out, "'?");
    buf_release(&text);
}
