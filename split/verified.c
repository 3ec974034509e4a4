#include "config.h"

#include "verified.h"

#include <inttypes.h>

#include "pledge.h"
#include "verifier.h"

enum exit_status verified_beacon(const char *verifier, const struct pledge *p)
{
    if (verifier == NULL) {
        diag("the beacon's BLS signature was not checked: that takes a "
             "program (--verifier)");
        return EXIT_OK;
    }
    switch (verifier_beacon(verifier, &p->commit.chain, &p->answer)) {
    case VERIFIER_YES:
        return EXIT_OK;
    case VERIFIER_NO:
        diag("the beacon's signature is not that of round %" PRIu64
             ", says the verifier", p->answer.round);
        return EXIT_DATA;
    case VERIFIER_UNABLE:
        diag("the verifier '%s' does not check beacons", verifier);
        break;
    case VERIFIER_BROKEN:
        break;
    }
    return EXIT_SYSTEM;
}
