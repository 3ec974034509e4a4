/* anchor_cjson: every line of a file parsed into a tree by cJSON and printed
 * again, on stdout. */
#include "config.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <stdlib.h>

#include "diag.h"

int main(int argc, char **argv)
{
    diag_init(argv[0]);
    FILE *fp = argc == 2 ? fopen(argv[1], "r") : NULL;
    if (fp == NULL) {
        diag("usage: anchor_cjson FILE, which must be there");
        return EXIT_USAGE;
    }
    char *line = NULL;
    size_t cap = 0;
    for (ssize_t len; (len = getline(&line, &cap, fp)) > 0;) {
        cJSON *tree = cJSON_ParseWithLength(line, (size_t)len);
        char *text = cJSON_PrintUnformatted(tree);
        if (text == NULL)
            return EXIT_SYSTEM;
        puts(text);
        cJSON_free(text);
        cJSON_Delete(tree);
    }
    free(line);
    fclose(fp);
    return fflush(stdout) == 0 && !ferror(stdout) ? EXIT_OK : EXIT_SYSTEM;
}
