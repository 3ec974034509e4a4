/* hash_files: the digests of files as release/ takes them (lib/digest), in the
 * form of sha256sum.
 *
 *     hash_files FILE... */
#include "config.h"

#include <stdio.h>

#include "diag.h"
#include "digest.h"
#include "rng.h"

int main(int argc, char **argv)
{
    diag_init(argv[0]);
    rng_setup();
    for (int i = 1; i < argc; i++) {
        unsigned char digest[DIGEST_BYTES];
        char hex[DIGEST_HEX + 1];
        if (digest_file(argv[i], digest, NULL) < 0) {
            diag_errno("cannot read %s", argv[i]);
            return EXIT_SYSTEM;
        }
        digest_to_hex(digest, hex);
        printf("%s  %s\n", hex, argv[i]);
    }
    return fflush(stdout) == 0 ? EXIT_OK : EXIT_SYSTEM;
}
