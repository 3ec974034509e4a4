/* anchor_hash: the keys of split rule sha256-rank/1 and nothing else: one
 * SHA-256 for each id in a file, one a line. Prints the digests' exclusive or.
 *
 *     anchor_hash SEED FILE */
#include "config.h"

#include <stdio.h>
#include <stdlib.h>

#include "diag.h"
#include "digest.h"
#include "rng.h"
#include "splitrule.h"

int main(int argc, char **argv)
{
    diag_init(argv[0]);
    rng_setup();
    FILE *fp = argc == 3 ? fopen(argv[2], "r") : NULL;
    if (fp == NULL) {
        diag("usage: anchor_hash SEED FILE, which must be there");
        return EXIT_USAGE;
    }
    unsigned char all[DIGEST_BYTES] = {0}, key[DIGEST_BYTES];
    char hex[DIGEST_HEX + 1], *line = NULL;
    size_t cap = 0;
    for (ssize_t len; (len = getline(&line, &cap, fp)) > 1;) {
        splitrule_key(argv[1], line, (size_t)len - 1, key);
        for (size_t i = 0; i < sizeof all; i++)
            all[i] ^= key[i];
    }
    free(line);
    fclose(fp);
    digest_to_hex(all, hex);
    puts(hex);
    return fflush(stdout) == 0 ? EXIT_OK : EXIT_SYSTEM;
}
