#include "config.h"

#include "announced.h"

#include <inttypes.h>

#include "diag.h"

bool announced_came(const uint64_t announced[RECORD_KINDS],
                    const uint64_t came[RECORD_KINDS])
{
    static const char *const nouns[RECORD_KINDS] = {
        [RECORD_FICTITIOUS] = "fictitious people",
        [RECORD_CELEBRITY] = "celebrities",
        [RECORD_STRANGER] = "strangers",
        [RECORD_AUXILIARY] = "auxiliary people",
    };
    bool fit = true;
    for (int kind = 0; kind < RECORD_KINDS; kind++) {
        if (came[kind] == announced[kind])
            continue;
        diag("%" PRIu64 " %s announced, %" PRIu64 " came", announced[kind],
             nouns[kind], came[kind]);
        fit = false;
    }
    return fit;
}
