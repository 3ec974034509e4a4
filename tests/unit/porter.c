/* The Porter stemmer against what nltk makes of the words in
 * tests/expected/porter.tsv. */
#include "config.h"

#include "text/porter.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "tap.h"

/* Cuts a line into a word and its stem. Returns 0, or -1. */
static int cut(char *line, char **stem)
{
    char *tab = strchr(line, '\t');
    if (tab == NULL)
        return -1;
    *tab = '\0';
    *stem = tab + 1;
    (*stem)[strcspn(*stem, "\n")] = '\0';
    return 0;
}

static void vectors(FILE *file)
{
    char line[256], *stem;
    unsigned count = 0, wrong = 0;
    while (fgets(line, sizeof line, file) != NULL && cut(line, &stem) == 0) {
        size_t len = porter_stem(line, strlen(line));
        count++;
        if (len != strlen(stem) || memcmp(line, stem, len) != 0) {
            printf("# %.*s, wanted %s\n", (int)len, line, stem);
            wrong++;
        }
    }
    tap_ok(count == 1500, "there are 1500 words");
    tap_ok(wrong == 0, "each has the stem that nltk gives");
}

int main(void)
{
    const char *top = getenv("top_srcdir");
    char path[4096];
    snprintf(path, sizeof path, "%s/tests/expected/porter.tsv",
             top != NULL ? top : ".");
    FILE *file = fopen(path, "r");
    if (!tap_ok(file != NULL, "the words can be read"))
        return tap_done();
    vectors(file);
    fclose(file);
    return tap_done();
}
