/* Stands in for identity.c on machines without libsodium: the next identity
 * that is asked for is the next line of stdin, as tests/identities.c prints
 * it. */
#include "config.h"

#include "render/identity.h"

#include <inttypes.h>
#include <stdio.h>

#include "diag.h"

void identity_draw(struct identity *who, const char *seed, uint64_t index)
{
    int got = scanf("%" SCNu32, &who->salt);
    for (int i = 0; i < AXES && got == 1; i++)
        got = scanf("%f", &who->axis[i]);
    if (got != 1)
        diag("no identity is given for %s, %" PRIu64, seed, index);
    while (got == 1 && getchar() != '\n')
        if (feof(stdin) || ferror(stdin))
            got = EOF;
}
