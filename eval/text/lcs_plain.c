#include "config.h"

#include "lcs_plain.h"

#include <stdlib.h>

#include "alloc.h"

/* The table, row by row: how long the subsequence of the first i tokens of the
 * pattern and the first j of the text is. The caller frees it. */
static size_t *make_table(struct lcs_list pattern, struct lcs_list text)
{
    size_t width = text.count + 1;
    size_t *table = xcalloc((pattern.count + 1) * width, sizeof *table);
    for (size_t i = 1; i <= pattern.count; i++)
        for (size_t j = 1; j <= text.count; j++) {
            size_t up = table[(i - 1) * width + j];
            size_t left = table[i * width + j - 1];
            table[i * width + j] = up > left ? up : left;
            if (pattern.ids[i - 1] == text.ids[j - 1])
                table[i * width + j] = table[(i - 1) * width + j - 1] + 1;
        }
    return table;
}

size_t lcs_plain_length(struct lcs_list pattern, struct lcs_list text)
{
    size_t *table = make_table(pattern, text);
    size_t length = table[pattern.count * (text.count + 1) + text.count];
    free(table);
    return length;
}

void lcs_plain_mark(struct lcs_list pattern, struct lcs_list text,
                    unsigned char *marks)
{
    size_t width = text.count + 1, i = pattern.count, j = text.count;
    size_t *table = make_table(pattern, text);
    while (i > 0 && j > 0) {
        if (pattern.ids[i - 1] == text.ids[j - 1]) {
            marks[i - 1] = 1;
            i--;
            j--;
        } else if (table[i * width + j - 1] > table[(i - 1) * width + j]) {
            j--;
        } else {
            i--;
        }
    }
    free(table);
}
