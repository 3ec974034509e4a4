#include "config.h"

#include "lint/fingerprint.h"

#include <string.h>

#include "digest.h"

uint64_t fingerprint(const char *const *texts, size_t count)
{
    struct digest_stream stream;
    unsigned char digest[DIGEST_BYTES];
    uint64_t print = 0;
    digest_start(&stream);
    for (size_t i = 0; i < count; i++)
        digest_more(&stream, texts[i], strlen(texts[i]) + 1);
    digest_end(&stream, digest);
    for (size_t i = 0; i < sizeof print; i++)
        print = print << 8 | digest[i];
    return print == 0 ? 1 : print;
}
