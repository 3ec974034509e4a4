#include "config.h"

#include "trusted.h"

#include <stdlib.h>
#include <string.h>

#include "alloc.h"

#define SPLITS "splits/splits.json"
#define SHOWN 100 /* bytes of a part that are shown */

int trusted_find_split(struct trusted *t, struct tree *tree)
{
    int64_t i = tree_find(tree, SPLITS, 0);
    if (i == -2)
        return -1;
    t->has_split = i >= 0;
    if (t->has_split)
        memcpy(t->split, tree->sums[i], DIGEST_BYTES);
    return 0;
}

void trusted_write(const struct trusted *t, struct buf *out)
{
    char hex[DIGEST_HEX + 1];
    buf_puts(out, "palimpsest ");
    buf_puts(out, t->edition->name);
    buf_putc(out, ' ');
    buf_puts(out, t->edition->version);
    buf_puts(out, " records=");
    buf_put_u64(out, t->records);
    digest_to_hex(t->root, hex);
    buf_puts(out, " root=");
    buf_puts(out, hex);
    digest_to_hex(t->split, hex);
    buf_puts(out, " split=");
    buf_puts(out, t->has_split ? hex : "none");
}

/* Takes the part up to the next blank, or all that is left. */
static size_t part(const char *text, size_t len)
{
    const char *blank = memchr(text, ' ', len);
    return blank != NULL ? (size_t)(blank - text) : len;
}

/* A difference, of which what is there may be long. */
static void tell(const char *file, struct findings *f, const char *there,
                 size_t there_len, const char *wanted, size_t wanted_len)
{
    if (there_len > SHOWN)
        there_len = SHOWN;
    char *expected = xstrndup(wanted, wanted_len);
    findings_add(f, "signature/comment", (struct diag_place){file, 3, NULL},
                 "the trusted comment has '%.*s', the release gives '%s'",
                 (int)there_len, there, expected);
    findings_witness_bytes(f, expected, there, there_len);
    free(expected);
}

/* Tells the parts that differ. Returns how many. */
static unsigned compare_parts(const char *a, const char *a_end, const char *b,
                              const char *b_end, const char *file,
                              struct findings *f)
{
    unsigned told = 0;
    while (a < a_end && b < b_end) {
        size_t n = part(a, (size_t)(a_end - a));
        size_t m = part(b, (size_t)(b_end - b));
        if (n != m || memcmp(a, b, n) != 0) {
            tell(file, f, a, n, b, m);
            told++;
        }
        a += n < (size_t)(a_end - a) ? n + 1 : n;
        b += m < (size_t)(b_end - b) ? m + 1 : m;
    }
    return told;
}

bool trusted_compare(const struct trusted *t, const char *comment, size_t len,
                     const char *file, struct findings *f)
{
    struct buf wanted = BUF_EMPTY;
    trusted_write(t, &wanted);
    bool same = wanted.len == len && memcmp(wanted.data, comment, len) == 0;
    if (!same && compare_parts(comment, comment + len, wanted.data,
                               wanted.data + wanted.len, file, f) == 0)
        tell(file, f, comment, len, wanted.data, wanted.len);
    buf_release(&wanted);
    return same;
}
